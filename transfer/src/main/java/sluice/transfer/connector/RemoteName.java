package sluice.transfer.connector;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for names at destinations: a plain file name that means the same on every server and medium. Refused are
 * folders, control characters, what Windows refuses ({@code < > : " | ? *}, device names, a dot or space at the end),
 * names that start with a dot (hidden, and {@code ..}), names that end like incomplete uploads, text that is not in
 * Unicode normalisation form C, and more than 200 bytes of UTF-8 (255 are usual; the rest is room for suffixes).
 */
public final class RemoteName {
    private static final int MAX_BYTES = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cn}/\\\\<>:\"|?*]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private RemoteName() {
    }

    /** What is wrong with the name, without repeating it; empty when nothing is. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("a name has 1 to " + MAX_BYTES + " bytes of UTF-8");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("a name has no folders, control characters or any of < > : \" | ? *");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            return Optional.of("a name does not start with a dot or space, nor end with one");
        }
        if (DEVICE.matcher(name).matches() || name.endsWith(Place.PART_SUFFIX)) {
            return Optional.of("a name is not that of a device, nor of an incomplete upload");
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return Optional.of("a name is in Unicode normalisation form C");
        }
        return Optional.empty();
    }

    /**
     * The same name, when it is allowed.
     *
     * @throws IllegalArgumentException with the reason, when it is not
     */
    public static String require(String name) {
        problem(name).ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        return name;
    }
}
