package sluice.app.deid.dicom;

import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;

/** Judges a value that the rules keep: does it hold what is known to identify this patient? */
final class Residuals {

    private static final int LARGEST_OPAQUE = 1 << 20;
    private static final int SHORTEST_TEXT = 4;
    private static final int LONGEST_REMEMBERED = 64;
    private static final int SHORTEST_NUMBER = 5;
    private static final String NUMBER_CHARACTERS = "0123456789+-.eE \\";
    private static final Set<String> STANDARD_SCHEMES = Set.of("DCM", "SCT", "SRT", "SNM3", "99SDM", "SNM", "LN", "UCUM", "FMA",
            "RADLEX", "MDC", "UMLS", "BI", "NCIt", "I10", "ICD10", "ICD9", "DCMUID", "RXNORM");

    private final IdentityIndex index;
    private final boolean nothingKnown;

    Residuals(IdentityIndex index) {
        this.index = index;
        this.nothingKnown = index.isEmpty();
    }

    /**
     * True if the value must not stay.
     *
     * @param vr VR that the value has to be read as
     */
    boolean found(Attributes owner, int tag, StandardVr vr, StandardVr dictionaryVr, Object value,
            IdentityAttributes.Kind kind) {
        if (nothingKnown || tag == Tag.SpecificCharacterSet) {
            return false;
        }
        boolean ofScheme = tag == Tag.CodeMeaning || tag == Tag.CodeValue;
        if (!ofScheme && value instanceof byte[] b && b.length <= LONGEST_REMEMBERED && Values.isAscii(b)) {
            return index.verdict(b, tag, vr, bytes -> judge(owner, tag, vr, dictionaryVr, value, kind));
        }
        return judge(owner, tag, vr, dictionaryVr, value, kind);
    }

    private boolean judge(Attributes owner, int tag, StandardVr vr, StandardVr dictionaryVr, Object value,
            IdentityAttributes.Kind kind) {
        boolean technical = kind == IdentityAttributes.Kind.TECHNICAL;
        if (technical && (tag == Tag.CodeMeaning || tag == Tag.CodeValue) && standardScheme(owner)) {
            return index.foundInStandardCode(Values.text(owner, VR.LO, value, true));
        }
        return switch (strictest(vr, dictionaryVr)) {
            case TEXT -> inText(owner, value, technical);
            case TERM -> term(owner, vr, value);
            case NUMBER -> number(owner, value);
            case DATE, UID, SEQUENCE -> false;
            case BINARY -> value instanceof byte[] b && b.length <= LARGEST_OPAQUE && hasText(b) && index.foundInBytes(b);
        };
    }

    /** True if four bytes in a row could be text; the usual one or two numbers are not worth a search. */
    private static boolean hasText(byte[] bytes) {
        int run = 0;
        for (byte b : bytes) {
            run = b < 0 || b > ' ' ? run + 1 : 0;
            if (run == SHORTEST_TEXT) {
                return true;
            }
        }
        return bytes.length >= 2 * SHORTEST_TEXT && bytes[0] == 0 != (bytes[1] == 0);
    }

    private static boolean standardScheme(Attributes item) {
        String scheme = Values.text(item, VR.SH, item.getValue(Tag.CodingSchemeDesignator), false).trim();
        return STANDARD_SCHEMES.contains(scheme);
    }

    /** What has other characters than numbers have is no number. */
    private boolean number(Attributes owner, Object value) {
        String text = Values.text(owner, VR.CS, value, false);
        int padding = text.indexOf(0);
        String numbers = padding < 0 ? text : text.substring(0, padding);
        for (int i = 0; i < numbers.length(); i++) {
            if (NUMBER_CHARACTERS.indexOf(numbers.charAt(i)) < 0) {
                return inText(owner, value, false);
            }
        }
        for (String one : numbers.split("\\\\")) {
            if (one.length() >= SHORTEST_NUMBER && index.isIdentifier(one.trim())) {
                return true;
            }
        }
        return false;
    }

    /** What is too long or has other characters than terms have is no term. */
    private boolean term(Attributes owner, StandardVr vr, Object value) {
        String text = Values.text(owner, VR.CS, value, false);
        return VrCheck.isTerm(text, vr) ? index.foundInTerm(text) : inText(owner, value, false);
    }

    private boolean inText(Attributes owner, Object value, boolean technical) {
        if (index.foundIn(Values.text(owner, VR.LO, value, true), technical)) {
            return true;
        }
        return value instanceof byte[] b && !Values.isAscii(b) && (index.rawNameIn(b)
                || index.foundIn(new String(b, java.nio.charset.StandardCharsets.UTF_8), technical)
                || index.foundIn(new String(b, java.nio.charset.StandardCharsets.ISO_8859_1), technical));
    }

    private static StandardVr.Kind strictest(StandardVr vr, StandardVr dictionaryVr) {
        StandardVr.Kind a = vr.kind();
        StandardVr.Kind b = dictionaryVr.kind();
        if (a == b) {
            return a;
        }
        return a == StandardVr.Kind.BINARY || a == StandardVr.Kind.SEQUENCE ? a : StandardVr.Kind.TEXT;
    }
}
