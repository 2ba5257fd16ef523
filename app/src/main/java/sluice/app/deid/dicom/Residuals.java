package sluice.app.deid.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;
import sluice.app.deid.text.ByteSearch;
import sluice.app.deid.text.KnownIdentity;
import sluice.app.deid.text.SelfEvident;

/**
 * Judges a value that the rules keep: does it hold what is known to identify this patient, or what identifies by its form?
 * Judgements are remembered, because the instances of a series have most values in common. Not for two threads at once.
 */
final class Residuals {

    private static final int MOST_VERDICTS = 4096;
    private static final int LONGEST_REMEMBERED = 64;
    private static final int LONGEST_REMEMBERED_TEXT = 1024;
    private static final byte[] UNCHANGED = {};
    private static final int SHORTEST_NUMBER = 5;
    private static final double SMALLEST_INTEGER = 1e5;
    private static final double LARGEST_INTEGER = 1e15;
    private static final String NUMBER_CHARACTERS = "0123456789+-.eE \\";
    /** What systems write that do not mind Specific Character Set; a runtime may not have all. */
    private static final List<Charset> OTHER_CHARSETS = Stream.of("windows-1251", "KOI8-R", "windows-1253", "Shift_JIS", "EUC-JP", "GB18030",
            "EUC-KR", "Big5").filter(Charset::isSupported).map(Charset::forName).toList();
    private static final Set<String> STANDARD_SCHEMES = Set.of("DCM", "SCT", "SRT", "SNM3", "99SDM", "SNM", "LN", "UCUM", "FMA",
            "RADLEX", "MDC", "UMLS", "BI", "NCIt", "I10", "ICD10", "ICD9", "DCMUID", "RXNORM");

    private final KnownIdentity index;
    private final ByteSearch bytes;
    private final Map<Long, Verdict> verdicts = new HashMap<>();

    private final Map<Text, byte[]> cleaned = new HashMap<>();
    private final SelfEvident selfEvident;
    private final Map<String, Boolean> evident = new HashMap<>();

    /** Cleaning one value. */
    @FunctionalInterface
    interface AsciiCleaning {
        byte[] clean(byte[] value, StandardVr vr);
    }

    /** Text and how it is read. */
    private record Text(String value, StandardVr vr) { }

    private record Verdict(int tag, StandardVr vr, byte[] value, boolean found) { }

    Residuals(KnownIdentity index, SelfEvident selfEvident) {
        this.selfEvident = selfEvident;
        this.index = index;
        this.bytes = new ByteSearch(index);
    }

    KnownIdentity known() {
        return index;
    }

    /**
     * True if the value must not stay.
     *
     * @param vr VR that the value has to be read as
     */
    boolean found(Attributes owner, int tag, StandardVr vr, StandardVr dictionaryVr, Object value,
            IdentityAttributes.Kind kind) {
        if (index.isEmpty() || tag == Tag.SpecificCharacterSet) {
            return false;
        }
        boolean ofScheme = tag == Tag.CodeMeaning || tag == Tag.CodeValue;
        if (!ofScheme && value instanceof byte[] b && b.length <= LONGEST_REMEMBERED && Values.isAscii(b)) {
            return verdict(b, tag, vr, () -> judge(owner, tag, vr, dictionaryVr, value, kind));
        }
        return judge(owner, tag, vr, dictionaryVr, value, kind);
    }

    /**
     * True if a value that is read as text identifies somebody by its form.
     *
     * @param vr VR that the value has to be read as
     */
    boolean foundByForm(Attributes owner, StandardVr vr, StandardVr dictionaryVr, Object value, IdentityAttributes.Kind kind) {
        StandardVr.Kind read = strictest(vr, dictionaryVr);
        if (read != StandardVr.Kind.TEXT && read != StandardVr.Kind.TERM && read != StandardVr.Kind.NUMBER) {
            return false;
        }
        boolean technical = kind == IdentityAttributes.Kind.TECHNICAL;
        String text = Values.text(owner, VR.LO, value, true);
        if (read == StandardVr.Kind.NUMBER && isNumbers(text) || read == StandardVr.Kind.TERM && VrCheck.isTerm(text, vr)) {
            return false;
        }
        if (technical || text.length() > LONGEST_REMEMBERED) {
            return selfEvident.in(text, technical);
        }
        Boolean known = evident.get(text);
        if (known == null) {
            known = selfEvident.in(text, false);
            if (evident.size() < MOST_VERDICTS) {
                evident.put(text, known);
            }
        }
        return known;
    }

    /**
     * The cleaned form of a value of ASCII, remembered: one search belongs to one patient, whose days all move alike.
     *
     * @return the same object where nothing had to go
     */
    byte[] cleaned(byte[] value, StandardVr vr, AsciiCleaning cleaning) {
        if (value.length > LONGEST_REMEMBERED_TEXT) {
            return cleaning.clean(value, vr);
        }
        Text key = new Text(new String(value, StandardCharsets.ISO_8859_1), vr);
        byte[] known = cleaned.get(key);
        if (known == null) {
            known = cleaning.clean(value, vr);
            if (cleaned.size() < MOST_VERDICTS) {
                cleaned.put(key, known == value ? UNCHANGED : known);
            }
        }
        return known == UNCHANGED ? value : known.length == 0 ? known : known.clone();
    }

    /** True if cleaned bytes hold a name in another encoding than the one they were read in. */
    boolean foundInOtherReadings(byte[] value, String read) {
        return index.rawNameIn(value) || other(read, new String(value, StandardCharsets.UTF_8))
                || other(read, new String(value, StandardCharsets.ISO_8859_1))
                || index.hasOtherScripts() && !Values.isAscii(value) && OTHER_CHARSETS.stream().anyMatch(c -> other(read, new String(value, c)));
    }

    private boolean other(String read, String reading) {
        return !reading.equals(read) && !index.spans(reading).isEmpty();
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
            case BINARY -> value instanceof byte[] b && (integer(owner, vr, b) || bytes.found(b));
        };
    }

    /** The judgement about a value of ASCII, so that no character set changes its meaning; one value may be judged differently in two attributes. */
    private boolean verdict(byte[] value, int tag, StandardVr vr, BooleanSupplier judge) {
        long key = (long) tag << 6 | vr.ordinal();
        for (byte b : value) {
            key = key * 0x5851F42D4C957F2DL + b + 1;
        }
        Verdict known = verdicts.get(key);
        if (known != null && known.tag() == tag && known.vr() == vr && Arrays.equals(known.value(), value)) {
            return known.found();
        }
        boolean found = judge.getAsBoolean();
        if (verdicts.size() < MOST_VERDICTS) {
            verdicts.put(key, new Verdict(tag, vr, value, found));
        }
        return found;
    }

    /** An identifier of six digits or more as a binary number. */
    private boolean integer(Attributes owner, StandardVr vr, byte[] value) {
        int width = vr == StandardVr.UL || vr == StandardVr.SL ? Integer.BYTES : vr == StandardVr.FD ? Double.BYTES : 0;
        if (width == 0 || value.length % width != 0) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(value).order(owner.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        while (numbers.remaining() >= width) {
            double number = width == Double.BYTES ? numbers.getDouble()
                    : vr == StandardVr.UL ? Integer.toUnsignedLong(numbers.getInt()) : numbers.getInt();
            boolean whole = number >= SMALLEST_INTEGER && number < LARGEST_INTEGER && number == Math.rint(number);
            if (whole && index.isIdentifier(Long.toString((long) number))) {
                return true;
            }
        }
        return false;
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
        if (!isNumbers(numbers)) {
            return inText(owner, value, false);
        }
        for (String one : numbers.split("\\\\")) {
            if (one.length() >= SHORTEST_NUMBER && index.isIdentifier(one.trim())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumbers(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
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
                || index.foundIn(new String(b, StandardCharsets.UTF_8), technical)
                || index.foundIn(new String(b, StandardCharsets.ISO_8859_1), technical)
                || index.hasOtherScripts() && OTHER_CHARSETS.stream().anyMatch(c -> index.foundIn(new String(b, c), technical)));
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
