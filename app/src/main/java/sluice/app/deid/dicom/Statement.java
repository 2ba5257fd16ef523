package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.recipe.DatePolicy;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.ProfileOption;

/**
 * Writes into a cleaned data set what was done to it (PS3.15 E.1.1 and E.2, PS3.16 CID 7050): what is true of this instance,
 * whatever the recipe is called. What an earlier step wrote stays where it still is true.
 */
final class Statement {

    private static final String BASIC_CODE = "113100";
    private static final String BASIC_MEANING = "Basic Application Confidentiality Profile";
    private static final String REMOVED = "REMOVED";
    private static final String UNMODIFIED = "UNMODIFIED";
    private static final String MODIFIED = "MODIFIED";

    private final String edition;
    private final String product;
    private final Recipe recipe;

    /**
     * @param edition of the table, for example {@code PS3.15 2026c}
     * @param product name of this product
     */
    Statement(String edition, String product, Recipe recipe) {
        this.edition = edition;
        this.product = product;
        this.recipe = recipe;
    }

    /** @param pixelsCleaned whether the pixels were examined, and what was found in them is gone */
    void write(Attributes out, DatasetCleaner cleaner, boolean pixelsCleaned, Journal journal) {
        boolean basic = !cleaner.weakerThanBasic();
        String dates = dates(out, cleaner);
        Set<ProfileOption> honoured = EnumSet.noneOf(ProfileOption.class);
        for (ProfileOption option : recipe.options()) {
            if (honoured(option, cleaner, pixelsCleaned, dates)) {
                honoured.add(option);
            }
        }
        put(out, Tag.PatientIdentityRemoved, VR.CS, "YES", journal);
        appendMethod(out, product + (basic ? ", " + edition + " Basic Profile" : ", site recipe"), journal);
        codes(out, basic, honoured, dates, journal);
        if (pixelsCleaned) {
            put(out, Tag.BurnedInAnnotation, VR.CS, "NO", journal);
        }
        put(out, Tag.LongitudinalTemporalInformationModified, VR.CS, dates, journal);
    }

    /** Dates that an earlier step removed or modified do not become true again. */
    private String dates(Attributes out, DatasetCleaner cleaner) {
        String before = text(out, Tag.LongitudinalTemporalInformationModified);
        DatePolicy.Mode mode = recipe.dates().mode();
        if (mode == DatePolicy.Mode.REMOVE) {
            return REMOVED;
        }
        if (mode == DatePolicy.Mode.KEEP) {
            return before.equals(REMOVED) || before.equals(MODIFIED) ? before : UNMODIFIED;
        }
        return before.equals(REMOVED) && !cleaner.used(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES) ? REMOVED : MODIFIED;
    }

    private static boolean honoured(ProfileOption option, DatasetCleaner cleaner, boolean pixelsCleaned, String dates) {
        return switch (option) {
            case CLEAN_PIXEL_DATA -> pixelsCleaned;
            case CLEAN_RECOGNIZABLE_VISUAL_FEATURES -> false;
            case CLEAN_DESCRIPTORS, CLEAN_STRUCTURED_CONTENT, CLEAN_GRAPHICS -> !cleaner.broken(option);
            case RETAIN_LONGITUDINAL_FULL_DATES -> dates.equals(UNMODIFIED) && cleaner.used(option);
            case RETAIN_LONGITUDINAL_MODIFIED_DATES -> dates.equals(MODIFIED) && cleaner.used(option);
            default -> cleaner.used(option);
        };
    }

    private static String text(Attributes out, int tag) {
        return Values.text(out, VR.CS, out.getValue(tag), false).trim();
    }

    private static void put(Attributes out, int tag, VR vr, String value, Journal journal) {
        if (!text(out, tag).equals(value)) {
            out.setString(tag, vr, value);
            journal.note(tag, Done.ADDED, Rule.STATEMENT);
        }
    }

    /** Earlier values stay, byte for byte. */
    private static void appendMethod(Attributes out, String method, Journal journal) {
        Object old = out.getValue(Tag.DeidentificationMethod);
        byte[] added = method.getBytes(StandardCharsets.US_ASCII);
        byte[] before = Values.isEmpty(old) ? new byte[0] : Values.bytes(out, VR.LO, old);
        String text = new String(before, StandardCharsets.ISO_8859_1);
        if (text.contains(method)) {
            return;
        }
        int length = before.length;
        while (length > 0 && (before[length - 1] == ' ' || before[length - 1] == 0)) {
            length--;
        }
        byte[] all = new byte[length == 0 ? added.length : length + 1 + added.length];
        System.arraycopy(before, 0, all, 0, length);
        if (length > 0) {
            all[length] = '\\';
        }
        System.arraycopy(added, 0, all, all.length - added.length, added.length);
        out.setBytes(Tag.DeidentificationMethod, VR.LO, evenLength(all));
        journal.note(Tag.DeidentificationMethod, Done.ADDED, Rule.STATEMENT);
    }

    private static byte[] evenLength(byte[] bytes) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        padded[bytes.length] = ' ';
        return padded;
    }

    private static void codes(Attributes out, boolean basic, Set<ProfileOption> honoured, String dates, Journal journal) {
        Sequence codes = out.getSequence(Tag.DeidentificationMethodCodeSequence);
        boolean untrue = codes != null && codes.removeIf(code -> !stillTrue(code, basic, honoured, dates));
        if (untrue) {
            journal.note(Tag.DeidentificationMethodCodeSequence, Done.CLEANED, Rule.STATEMENT);
        }
        boolean added = basic && add(out, BASIC_CODE, BASIC_MEANING);
        for (ProfileOption option : honoured) {
            added |= add(out, option.codeValue(), option.codeMeaning());
        }
        if (added) {
            journal.note(Tag.DeidentificationMethodCodeSequence, Done.ADDED, Rule.STATEMENT);
        } else if (untrue && codes.isEmpty()) {
            out.remove(Tag.DeidentificationMethodCodeSequence);
        }
    }

    /**
     * What was cleaned stays clean. What was retained is there only if this step retained it as well; the profile holds only
     * if this step kept nothing that it protects.
     */
    private static boolean stillTrue(Attributes code, boolean basic, Set<ProfileOption> honoured, String dates) {
        if (!text(code, Tag.CodingSchemeDesignator).equals("DCM")) {
            return true;
        }
        String value = text(code, Tag.CodeValue);
        if (value.equals(BASIC_CODE)) {
            return basic;
        }
        for (ProfileOption option : ProfileOption.values()) {
            if (option.codeValue().equals(value)) {
                return switch (option) {
                    case RETAIN_LONGITUDINAL_FULL_DATES -> dates.equals(UNMODIFIED);
                    case RETAIN_LONGITUDINAL_MODIFIED_DATES -> dates.equals(MODIFIED);
                    case RETAIN_SAFE_PRIVATE, RETAIN_UIDS, RETAIN_DEVICE_IDENTITY, RETAIN_INSTITUTION_IDENTITY,
                        RETAIN_PATIENT_CHARACTERISTICS -> honoured.contains(option);
                    default -> true;
                };
            }
        }
        return true;
    }

    /** @return false if the code was there */
    private static boolean add(Attributes out, String value, String meaning) {
        Sequence codes = out.getSequence(Tag.DeidentificationMethodCodeSequence);
        if (codes == null) {
            codes = out.newSequence(Tag.DeidentificationMethodCodeSequence, 1);
        }
        for (Attributes code : codes) {
            if (value.equals(text(code, Tag.CodeValue))) {
                return false;
            }
        }
        Attributes item = new Attributes(out.bigEndian(), 3);
        codes.add(item);
        item.setString(Tag.CodeValue, VR.SH, value);
        item.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
        item.setString(Tag.CodeMeaning, VR.LO, meaning);
        return true;
    }
}
