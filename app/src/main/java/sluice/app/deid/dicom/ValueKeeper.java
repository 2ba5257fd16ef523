package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.DatePolicy;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;
import sluice.viewer.dicom.RawElements;

/** What is kept of single values, after what must not stay in them was looked for. One object per data set. */
final class ValueKeeper {

    private static final int LONGEST_SHORT_FORM = 0xFFFE;

    /** Pixel Data (7FE0,0010); the coefficients behind it are retired. */
    private static final int LAST_PIXEL_ELEMENT = 0x0010;

    /** DateTime and Date of content items (PS3.3 C.18.2). */
    private static final int CONTENT_DATE_TIME = 0x0040_A120;
    private static final int CONTENT_DATE = 0x0040_A121;

    private final Cleaning cleaning;
    private final DatePolicy dates;
    private final Replacements replacements;
    private final Residuals residuals;
    private final Journal journal;
    private final GraphicLayers layers = new GraphicLayers();

    ValueKeeper(Cleaning cleaning, DatePolicy dates, Replacements replacements, Residuals residuals, Journal journal) {
        this.cleaning = cleaning;
        this.dates = dates;
        this.replacements = replacements;
        this.residuals = residuals;
        this.journal = journal;
    }

    /**
     * Keeps a value that is no sequence and not empty.
     *
     * @param clean whether it gets a new form first
     * @return false if cleaning left nothing, or the value is the day of birth, and nothing was written
     */
    boolean keep(Level at, int tag, VR vr, Object value, Fact fact, boolean clean) {
        if (tag >>> 16 == 0x7FE0) {
            pixelData(at, tag, vr, value);
        } else if (value instanceof Fragments) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else {
            return plain(at, tag, vr, value, fact, clean);
        }
        return true;
    }

    private void pixelData(Level at, int tag, VR vr, Object value) {
        if (!journal.atTop()) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else if ((tag & 0xffff) > LAST_PIXEL_ELEMENT) {
            journal.note(tag, Done.REMOVED, Rule.RETIRED);
        } else if (value instanceof Fragments && tag != Tag.PixelData) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else if (residuals.found(at.source(), tag, StandardVr.OB, StandardVr.OB, value, null)) {
            journal.note(tag, Done.REMOVED, Rule.RESIDUAL);
        } else {
            at.out().setValue(tag, vr, value);
        }
    }

    private boolean plain(Level at, int tag, VR vr, Object value, Fact fact, boolean clean) {
        StandardVr dictionaryVr = fact.vr();
        StandardVr fileVr = vr == VR.UN ? dictionaryVr : Values.standard(vr);
        if (VrCheck.contradicts(fileVr, dictionaryVr, fact.otherVr()) || beyondToolkit(vr, dictionaryVr)) {
            journal.note(tag, Done.REMOVED, Rule.VR);
            return true;
        }
        boolean text = fileVr.kind() == StandardVr.Kind.TEXT || dictionaryVr.kind() == StandardVr.Kind.TEXT;
        boolean sayable = fact.identity() != IdentityAttributes.Kind.TECHNICAL
                || tag == Tag.CodeMeaning && isOfLocalScheme(at.source());
        if (at.inside() == Inside.DUMMY && text && sayable) {
            Dummies.put(at.out(), tag, Values.toolkit(dictionaryVr));
            journal.note(tag, Done.DUMMY, Rule.DUMMY_SEQUENCE);
            return true;
        }
        if (dictionaryVr.kind() == StandardVr.Kind.DATE && mayBeOfBirth(tag) && residuals.known().isBirthDay(Values.text(at.source(), VR.CS, value, false))) {
            return false;
        }
        if (dictionaryVr == StandardVr.UI) {
            keptUid(at, tag, vr, value, fact);
            return true;
        }
        Object padded = value instanceof byte[] bytes && VrCheck.isText(fileVr) ? Padding.cutBehind(bytes) : value;
        Object kept = padded;
        boolean cleans = clean || at.inside() == Inside.CLEAN && text && sayable;
        StandardVr readAs = clean ? dictionaryVr : StandardVr.LO;
        if (cleans) {
            kept = cleaning.clean(at.source(), tag, readAs, padded, fact.deviation().monthAndYear());
            if (Values.isEmpty(kept)) {
                return false;
            }
        }
        // cleaned text has been searched already, and more closely
        boolean searched = cleans && readAs.kind() == StandardVr.Kind.TEXT;
        if (!searched && (residuals.found(at.source(), tag, fileVr, dictionaryVr, kept, fact.identity())
                || !fact.retainsItsOwn() && residuals.foundByForm(at.source(), fileVr, dictionaryVr, kept, fact.identity()))
                || dictionaryVr.kind() == StandardVr.Kind.DATE && !VrCheck.isDate(Values.text(at.source(), VR.CS, kept, false))) {
            residual(at, tag, fileVr, kept, fact);
            return true;
        }
        if (kept != padded) {
            boolean shifted = dictionaryVr.kind() == StandardVr.Kind.DATE && !fact.deviation().monthAndYear()
                    && dates.mode() == DatePolicy.Mode.SHIFT;
            journal.note(tag, shifted ? Done.SHIFTED : Done.CLEANED, fact.rule());
        } else if (padded != value) {
            journal.note(tag, Done.CLEANED, Rule.BEHIND_PADDING);
        }
        at.out().setValue(tag, written(vr, dictionaryVr, fact, kept, at.source().bigEndian()), kept);
        return true;
    }

    /**
     * Attributes that do not say what their date is of: those of private creators, and content items. The others' dates are of studies and the
     * like, which a newborn has on its birthday.
     */
    private static boolean mayBeOfBirth(int tag) {
        return (tag & 0x0001_0000) != 0 || tag == CONTENT_DATE_TIME || tag == CONTENT_DATE;
    }

    /** A UID that stays: of a kind of thing, or because the recipe retains UIDs. */
    private void keptUid(Level at, int tag, VR vr, Object value, Fact fact) {
        String uids = Padding.cutBehindUids(Values.text(at.source(), vr, value, false));
        if (!VrCheck.isUid(uids)) {
            journal.note(tag, Done.REMOVED, Rule.VR);
        } else if (fact.deviation().option() == null && !fact.deviation().weaker()) {
            uid(at, tag, vr, value, Rule.KIND_UID, true);
        } else if (replacements.retains(uids)) {
            at.out().setBytes(tag, VR.UI, Replacements.uidBytes(Pseudonyms.trim(uids)));
        } else {
            uid(at, tag, vr, value, Rule.RESIDUAL, false);
        }
    }

    /** Replaces UIDs. */
    void uid(Level at, int tag, VR vr, Object value, Rule rule, boolean kind) {
        if (value instanceof Sequence || value instanceof Fragments) {
            journal.note(tag, Done.REMOVED, Rule.VR);
            return;
        }
        if (Values.isEmpty(value)) {
            at.out().setNull(tag, VR.UI);
            return;
        }
        String whole = Pseudonyms.trim(Values.text(at.source(), vr, value, false));
        String old = Padding.cutBehindUids(whole);
        String mapped = replacements.uids(old, kind);
        if (mapped.equals(whole)) {
            at.out().setValue(tag, VR.UI, value);
        } else if (mapped.equals(old)) {
            at.out().setBytes(tag, VR.UI, Replacements.uidBytes(mapped));
            journal.note(tag, Done.CLEANED, Rule.BEHIND_PADDING);
        } else {
            at.out().setBytes(tag, VR.UI, Replacements.uidBytes(mapped));
            journal.note(tag, Done.NEW_UID, rule);
        }
    }

    /** Schemes whose designator begins with 99 are anybody's own (PS3.16 section 8): their meanings are free text. */
    private static boolean isOfLocalScheme(Attributes code) {
        return RawElements.ascii(code, Tag.CodingSchemeDesignator).startsWith("99");
    }

    /** UN becomes the dictionary's VR where that is certain and the value fits. */
    private static VR written(VR vr, StandardVr dictionaryVr, Fact fact, Object value, boolean bigEndian) {
        if (vr != VR.UN || bigEndian || dictionaryVr != fact.otherVr()) {
            return vr;
        }
        VR standard = Values.toolkit(dictionaryVr);
        boolean fits = standard.headerLength() != 8 || value instanceof byte[] b && b.length <= LONGEST_SHORT_FORM;
        return fits ? standard : vr;
    }

    /** SV, UV and OV values that the toolkit cannot represent: nothing but the frame offsets of pixel data is kept. */
    private static boolean beyondToolkit(VR vr, StandardVr dictionaryVr) {
        return dictionaryVr == StandardVr.OV || dictionaryVr == StandardVr.SV || dictionaryVr == StandardVr.UV || vr == null;
    }

    private void residual(Level at, int tag, StandardVr fileVr, Object value, Fact fact) {
        StandardVr dictionaryVr = fact.vr();
        if (GraphicLayers.isName(tag)) {
            String name = layers.rename(at.source(), Values.text(at.source(), VR.CS, value, false));
            at.out().setBytes(tag, VR.CS, (name.length() % 2 == 0 ? name : name + " ").getBytes(StandardCharsets.US_ASCII));
            journal.note(tag, Done.CLEANED, Rule.RESIDUAL);
            return;
        }
        boolean dateNeeded = dictionaryVr.kind() == StandardVr.Kind.DATE && fact.instead().at(at.place(), tag) == Op.DUMMY;
        switch (dictionaryVr.kind()) {
            case TERM, NUMBER -> {
                byte[] others = withoutFoundComponents(at, tag, fileVr, value, fact);
                if (others == null) {
                    Dummies.put(at.out(), tag, Values.toolkit(dictionaryVr));
                } else {
                    at.out().setBytes(tag, Values.toolkit(dictionaryVr), others);
                }
                journal.note(tag, Done.CLEANED, Rule.RESIDUAL);
            }
            case TEXT -> {
                Dummies.put(at.out(), tag, Values.toolkit(dictionaryVr));
                journal.note(tag, Done.CLEANED, Rule.RESIDUAL);
            }
            default -> {
                if (dateNeeded) {
                    Dummies.put(at.out(), tag, Values.toolkit(dictionaryVr));
                }
                journal.note(tag, dateNeeded ? Done.DUMMY : Done.REMOVED, Rule.RESIDUAL);
            }
        }
    }

    /** Of several terms or numbers only those that identify become dummies: the number of values has a meaning. Null where that does not help. */
    private byte[] withoutFoundComponents(Level at, int tag, StandardVr fileVr, Object value, Fact fact) {
        String text = Values.text(at.source(), VR.CS, value, false);
        if (text.indexOf('\\') < 0 || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return null;
        }
        String[] components = text.split("\\\\", -1);
        for (int i = 0; i < components.length; i++) {
            byte[] one = components[i].getBytes(StandardCharsets.US_ASCII);
            if (one.length > 0 && residuals.found(at.source(), tag, fileVr, fact.vr(), one, fact.identity())) {
                components[i] = fact.vr().kind() == StandardVr.Kind.NUMBER ? "0" : Dummies.TEXT;
            }
        }
        String joined = String.join("\\", components);
        byte[] all = (joined.length() % 2 == 0 ? joined : joined + " ").getBytes(StandardCharsets.US_ASCII);
        return residuals.found(at.source(), tag, fileVr, fact.vr(), all, fact.identity()) ? null : all;
    }
}
