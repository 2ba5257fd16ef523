package sluice.transfer.bag;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file's place inside a bag: relative, separated by {@code /}, NFC (RFC 8493 sections 2.1.3 and 5.2), and able to
 * exist on Windows, macOS and Linux alike. Ordered by UTF-8 bytes.
 *
 * @param value the path as it stands in the archive, not percent-encoded
 */
public record BagPath(String value) implements Comparable<BagPath> {

    private static final int MAX_BYTES = 4096;
    private static final int MAX_SEGMENT_BYTES = 255;
    private static final String FORBIDDEN = "\\:*?\"<>|";
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL",
            "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
            "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");

    /** @throws IllegalArgumentException when the path breaks a rule; {@link #of} throws the checked form */
    public BagPath {
        String fault = fault(value);
        if (fault != null) {
            throw new IllegalArgumentException("this is no path of a bag: " + fault);
        }
    }

    /** A path that came from outside. */
    public static BagPath of(String value) throws BagException {
        String fault = fault(value);
        if (fault != null) {
            throw new BagException(BagException.Reason.BAD_PATH,
                    "A path in the bag is refused: " + fault + ". Nothing was written for it.");
        }
        return new BagPath(value);
    }

    private static String fault(String value) {
        if (value.isEmpty() || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return "it is empty or longer than " + MAX_BYTES + " bytes";
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value) || !Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            return "it is not in Unicode normal form C";
        }
        for (String segment : value.split("/", -1)) {
            String fault = segmentFault(segment);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static String segmentFault(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return "it is absolute, has an empty part, or climbs with . or ..";
        }
        if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
            return "a part is longer than " + MAX_SEGMENT_BYTES + " bytes";
        }
        if (segment.chars().anyMatch(c -> c < 0x20 && c != '\r' && c != '\n' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0)) {
            return "a part holds a control character or one of " + FORBIDDEN;
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return "a part ends with a dot or a space";
        }
        String stem = segment.contains(".") ? segment.substring(0, segment.indexOf('.')) : segment;
        return DEVICES.contains(stem.strip().toUpperCase(Locale.ROOT)) ? "a part is the name of a device" : null;
    }

    /** The path with CR, LF and % percent-encoded, as a manifest holds it (RFC 8493 section 2.1.3). */
    public String encoded() {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Reverses {@link #encoded()}; any other percent sequence is left as it stands, as RFC 8493 demands no more. */
    public static BagPath decode(String encoded) throws BagException {
        String plain = encoded.replace("%0D", "\r").replace("%0d", "\r")
                .replace("%0A", "\n").replace("%0a", "\n").replace("%25", "%");
        return of(plain);
    }

    /** Whether this lies in the payload folder {@code data/}. */
    public boolean isPayload() {
        return value.startsWith("data/");
    }

    /** This path below another. */
    public BagPath below(String folder) {
        return new BagPath(folder + "/" + value);
    }

    /** The parts between the slashes. */
    public List<String> segments() {
        return List.of(value.split("/"));
    }

    /**
     * This path as a file below a folder of the disk.
     *
     * @throws BagException {@code BAD_PATH} when this system's file names cannot hold it, as on a POSIX system whose locale
     *         is not UTF-8
     */
    public Path in(Path folder) throws BagException {
        try {
            Path result = folder;
            for (String segment : segments()) {
                result = result.resolve(segment);
            }
            return result;
        } catch (InvalidPathException e) {
            throw new BagException(BagException.Reason.BAD_PATH, "A name in the bag cannot be a file name on this system as it is "
                    + "set up; nothing was written for it. Run with a UTF-8 locale, such as LC_ALL=C.UTF-8.");
        }
    }

    /** Equal for two paths that a case-insensitive disk takes for the same file. */
    String foldKey() {
        String folded = value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    @Override
    public int compareTo(BagPath other) {
        return Arrays.compareUnsigned(value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
