package sluice.transfer.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Text around Base64, as key files have it (RFC 7468, read leniently as to line lengths). */
final class Pem {

    private Pem() {
    }

    /** The content between BEGIN and END lines whose labels end so, or nothing when it is not that. */
    static Optional<byte[]> parse(byte[] text, String labelEnd) {
        List<String> lines = new String(text, StandardCharsets.US_ASCII).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        if (lines.size() < 3 || !isMark(lines.get(0), "BEGIN", labelEnd) || !isMark(lines.get(lines.size() - 1), "END", labelEnd)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isMark(String line, String word, String labelEnd) {
        return line.matches("-----" + word + " ([A-Z0-9]+ )*" + labelEnd + "-----");
    }

    static byte[] format(String label, byte[] content) {
        return ("-----BEGIN " + label + "-----\n" + Base64.getEncoder().encodeToString(content)
                + "\n-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }
}
