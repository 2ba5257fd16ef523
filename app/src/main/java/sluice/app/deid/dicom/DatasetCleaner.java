package sluice.app.deid.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;
import sluice.viewer.dicom.RawElements;

/**
 * Applies the rules to one data set and all its sequences and makes a new one; kept values share their bytes with the source.
 * One object per data set.
 */
final class DatasetCleaner {

    /** Deeper nesting is removed; the deepest standard template needs about ten levels. */
    static final int DEEPEST = 64;

    private static final int LONGEST_SHORT_FORM = 0xFFFE;

    /** Pixel Data (7FE0,0010); the coefficients behind it are retired. */
    private static final int LAST_PIXEL_ELEMENT = 0x0010;

    private final Rules top;
    private final Rules below;
    private final Replacements replacements;
    private final Residuals residuals;
    private final Journal journal;
    private boolean weaker;

    DatasetCleaner(Rules top, Rules below, Replacements replacements, Residuals residuals, Journal journal) {
        this.top = top;
        this.below = below;
        this.replacements = replacements;
        this.residuals = residuals;
        this.journal = journal;
    }

    /** The cleaned copy of a data set. */
    Attributes clean(Attributes source) {
        Attributes out = new Attributes(source.bigEndian(), source.size() + 8);
        level(source, out, false, 0);
        return out;
    }

    /** True if an override kept something that the Basic Profile protects. */
    boolean weakerThanBasic() {
        return weaker;
    }

    private void level(Attributes source, Attributes out, boolean dummyItems, int depth) {
        try {
            source.accept((owner, tag, vr, value) -> {
                attribute(owner, out, tag, vr, value, dummyItems, depth);
                return true;
            }, false);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a visitor of attributes throws nothing", e);
        }
    }

    private void attribute(Attributes source, Attributes out, int tag, VR vr, Object value, boolean dummyItems, int depth) {
        int fact = (depth == 0 ? top : below).facts(tag);
        Rule rule = Rules.rule(fact);
        boolean empty = Values.isEmpty(value);
        switch (Rules.op(fact)) {
            case REMOVE -> remove(out, tag, vr, value, rule);
            case KEEP -> {
                if (Rules.isWeaker(fact) && !empty) {
                    weaker = true;
                    journal.note(tag, Done.KEPT_BY_RECIPE, rule);
                }
                keep(source, out, tag, vr, value, fact, dummyItems, depth);
            }
            case EMPTY -> {
                setEmpty(out, tag, vr, fact);
                report(tag, Done.EMPTIED, rule, !empty);
            }
            case DUMMY -> dummy(out, tag, vr, fact, empty, rule);
            case NEW_UID -> uid(source, out, tag, vr, value, rule, false);
            case CLEAN -> throw new UnsupportedOperationException("no rule asks for cleaning yet");
            case DUMMY_ITEMS -> {
                if (empty) {
                    setEmpty(out, tag, vr, fact);
                } else {
                    sequence(out, tag, value, true, depth);
                }
            }
            case DUMMY_CODE -> {
                if (empty) {
                    setEmpty(out, tag, vr, fact);
                } else {
                    Dummies.putCode(out, tag);
                    journal.note(tag, Done.DUMMY, rule);
                }
            }
            case PATIENT_ID -> nestedPatientId(source, out, tag, vr, value, rule);
            case PATIENT_NAME -> {
                setEmpty(out, tag, vr, fact);
                report(tag, Done.EMPTIED, rule, !empty && !journal.atTop());
            }
        }
    }

    private void report(int tag, Done done, Rule rule, boolean changed) {
        if (changed) {
            journal.note(tag, done, rule);
        }
    }

    private void remove(Attributes out, int tag, VR vr, Object value, Rule rule) {
        journal.note(tag, Done.REMOVED, rule);
        if ((tag & 0xFF01_FFFF) == 0x6000_0010 && !(value instanceof Sequence)) {
            replacements.overlaySeen(tag);
        } else if ((tag & 0xFF01_FFFF) == 0x6000_3000) {
            replacements.overlayDataSeen(tag);
        }
    }

    private static void setEmpty(Attributes out, int tag, VR vr, int fact) {
        VR standard = Values.toolkit(Rules.vr(fact));
        if (standard == VR.SQ) {
            out.newSequence(tag, 0);
        } else {
            out.setNull(tag, standard == VR.UN ? vr : standard);
        }
    }

    private void dummy(Attributes out, int tag, VR vr, int fact, boolean empty, Rule rule) {
        if (empty) {
            setEmpty(out, tag, vr, fact);
            return;
        }
        VR standard = Values.toolkit(Rules.vr(fact));
        Dummies.put(out, tag, standard == VR.UN ? vr : standard);
        journal.note(tag, Done.DUMMY, rule);
    }

    private void uid(Attributes source, Attributes out, int tag, VR vr, Object value, Rule rule, boolean kind) {
        if (value instanceof Sequence || value instanceof Fragments) {
            journal.note(tag, Done.REMOVED, Rule.VR);
            return;
        }
        if (Values.isEmpty(value)) {
            out.setNull(tag, VR.UI);
            return;
        }
        String whole = Pseudonyms.trim(Values.text(source, vr, value, false));
        String old = Padding.cutBehindUids(whole);
        String mapped = replacements.uids(old, kind);
        if (mapped.equals(whole)) {
            out.setValue(tag, VR.UI, value);
        } else if (mapped.equals(old)) {
            out.setBytes(tag, VR.UI, Replacements.uidBytes(mapped));
            journal.note(tag, Done.CLEANED, Rule.BEHIND_PADDING);
        } else {
            out.setBytes(tag, VR.UI, Replacements.uidBytes(mapped));
            journal.note(tag, Done.NEW_UID, rule);
        }
    }

    private void nestedPatientId(Attributes source, Attributes out, int tag, VR vr, Object value, Rule rule) {
        if (journal.atTop() || Values.isEmpty(value)) {
            out.setNull(tag, VR.LO);
            return;
        }
        String issuer = Values.text(source, VR.LO, source.getValue(Tag.IssuerOfPatientID), true);
        out.setString(tag, VR.LO, replacements.patient(Values.text(source, vr, value, true), issuer));
        journal.note(tag, Done.PSEUDONYM, rule);
    }

    private void keep(Attributes source, Attributes out, int tag, VR vr, Object value, int fact, boolean dummyItems,
            int depth) {
        StandardVr dictionaryVr = Rules.vr(fact);
        if (value instanceof Sequence || dictionaryVr == StandardVr.SQ) {
            if (dictionaryVr != StandardVr.SQ) {
                journal.note(tag, Done.REMOVED, Rule.VR);
            } else if (Values.isEmpty(value)) {
                out.newSequence(tag, 0);
            } else {
                sequence(out, tag, value, dummyItems, depth);
            }
            return;
        }
        if (tag >>> 16 == 0x7FE0) {
            pixelData(source, out, tag, vr, value);
        } else if (value instanceof Fragments) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else if (Values.isEmpty(value)) {
            out.setValue(tag, vr, value);
        } else {
            plain(source, out, tag, vr, value, fact, dummyItems);
        }
    }

    private void pixelData(Attributes source, Attributes out, int tag, VR vr, Object value) {
        if (!journal.atTop()) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else if ((tag & 0xffff) > LAST_PIXEL_ELEMENT) {
            journal.note(tag, Done.REMOVED, Rule.RETIRED);
        } else if (value instanceof Fragments && tag != Tag.PixelData) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
        } else if (residuals.found(source, tag, StandardVr.OB, StandardVr.OB, value, null)) {
            journal.note(tag, Done.REMOVED, Rule.RESIDUAL);
        } else {
            out.setValue(tag, vr, value);
        }
    }

    private void plain(Attributes source, Attributes out, int tag, VR vr, Object value, int fact, boolean dummyItems) {
        StandardVr dictionaryVr = Rules.vr(fact);
        StandardVr fileVr = vr == VR.UN ? dictionaryVr : Values.standard(vr);
        if (VrCheck.contradicts(fileVr, dictionaryVr, Rules.otherVr(fact)) || beyondToolkit(vr, dictionaryVr)) {
            journal.note(tag, Done.REMOVED, Rule.VR);
            return;
        }
        IdentityAttributes.Kind kind = Rules.identity(fact);
        boolean text = fileVr.kind() == StandardVr.Kind.TEXT || dictionaryVr.kind() == StandardVr.Kind.TEXT;
        boolean sayable = kind != IdentityAttributes.Kind.TECHNICAL || tag == Tag.CodeMeaning && isOfLocalScheme(source);
        if (dummyItems && text && sayable) {
            Dummies.put(out, tag, Values.toolkit(dictionaryVr));
            journal.note(tag, Done.DUMMY, Rule.DUMMY_SEQUENCE);
            return;
        }
        if (dictionaryVr == StandardVr.UI) {
            if (VrCheck.isUid(Padding.cutBehindUids(Values.text(source, vr, value, false)))) {
                uid(source, out, tag, vr, value, Rule.KIND_UID, true);
            } else {
                journal.note(tag, Done.REMOVED, Rule.VR);
            }
            return;
        }
        if (residuals.found(source, tag, fileVr, dictionaryVr, value, kind)) {
            residual(out, tag, dictionaryVr);
            return;
        }
        Object kept = value;
        if (value instanceof byte[] bytes && VrCheck.isText(fileVr)) {
            kept = Padding.cutBehind(bytes);
            if (kept != value) {
                journal.note(tag, Done.CLEANED, Rule.BEHIND_PADDING);
            }
        }
        out.setValue(tag, written(vr, dictionaryVr, fact, kept, source.bigEndian()), kept);
    }

    /** Schemes whose designator begins with 99 are anybody's own (PS3.16 section 8): their meanings are free text. */
    private static boolean isOfLocalScheme(Attributes code) {
        return RawElements.ascii(code, Tag.CodingSchemeDesignator).startsWith("99");
    }

    /** UN becomes the dictionary's VR where that is certain and the value fits. */
    private static VR written(VR vr, StandardVr dictionaryVr, int fact, Object value, boolean bigEndian) {
        if (vr != VR.UN || bigEndian || dictionaryVr != Rules.otherVr(fact)) {
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

    private void residual(Attributes out, int tag, StandardVr dictionaryVr) {
        switch (dictionaryVr.kind()) {
            case TEXT, TERM, NUMBER -> {
                Dummies.put(out, tag, Values.toolkit(dictionaryVr));
                journal.note(tag, Done.CLEANED, Rule.RESIDUAL);
            }
            default -> journal.note(tag, Done.REMOVED, Rule.RESIDUAL);
        }
    }

    private void sequence(Attributes out, int tag, Object value, boolean dummyItems, int depth) {
        Sequence items = value instanceof Sequence s ? s : null;
        if (items == null || depth >= DEEPEST) {
            journal.note(tag, Done.REMOVED, Rule.OPAQUE);
            return;
        }
        Sequence copy = out.newSequence(tag, items.size());
        for (int i = 0; i < items.size(); i++) {
            Attributes item = items.get(i);
            Attributes cleaned = new Attributes(out.bigEndian(), item.size());
            copy.add(cleaned);
            journal.enter(tag, i);
            level(item, cleaned, dummyItems, depth + 1);
            journal.leave();
        }
    }

    /** Notes that concern the whole data set. */
    void notes() {
        if (replacements.overlayWithoutData()) {
            journal.note(Note.OVERLAY_IN_PIXEL_DATA);
        }
        if (weaker) {
            journal.note(Note.WEAKER_THAN_BASIC);
        }
    }
}
