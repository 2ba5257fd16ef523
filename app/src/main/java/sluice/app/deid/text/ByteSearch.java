package sluice.app.deid.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Looks through bytes of unknown content, of any length, for what is known: read as UTF-8, Latin-1 and UTF-16 in both byte
 * orders, piece by piece, and what they hold packed ({@link PackedContent}).
 */
public final class ByteSearch {

    private static final int PIECE = 1 << 16;

    /** More than the longest thing that is looked for. */
    private static final int OVERLAP = 1 << 10;

    private static final int SHORTEST_TEXT = 4;

    private final KnownIdentity known;

    public ByteSearch(KnownIdentity known) {
        this.known = known;
    }

    /** True if the bytes hold an identifying value, or something packed that cannot be opened. */
    public boolean found(byte[] bytes) {
        if (!hasText(bytes)) {
            return false;
        }
        PackedContent packed = new PackedContent(this::foundPlain);
        return foundPlain(bytes) || packed.found(bytes);
    }

    /** As {@link #found} without what is packed. */
    boolean foundPlain(byte[] bytes) {
        for (int from = 0; ; from += PIECE - OVERLAP) {
            int to = Math.min(bytes.length, from + PIECE);
            if (foundIn(bytes, from, to)) {
                return true;
            }
            if (to == bytes.length) {
                return false;
            }
        }
    }

    private boolean foundIn(byte[] bytes, int from, int to) {
        if (known.rawNameIn(bytes, from, to)) {
            return true;
        }
        boolean high = false;
        for (int i = from; i < to && !high; i++) {
            high = bytes[i] < 0;
        }
        if (found(bytes, from, to, StandardCharsets.ISO_8859_1) || high && found(bytes, from, to, StandardCharsets.UTF_8)) {
            return true;
        }
        // text in UTF-16 may begin at any byte, and has zeros in it as long as it is Latin
        return (known.hasOtherScripts() || hasAlternatingZeros(bytes, from, to)) && (found(bytes, from, to, StandardCharsets.UTF_16LE)
                || found(bytes, from + 1, to, StandardCharsets.UTF_16LE)
                || found(bytes, from, to, StandardCharsets.UTF_16BE) || found(bytes, from + 1, to, StandardCharsets.UTF_16BE));
    }

    private boolean found(byte[] bytes, int from, int to, Charset charset) {
        if (from >= to) {
            return false;
        }
        String text = new String(bytes, from, to - from, charset);
        return known.foundIn(text, isText(text) ? Looking.EVERYWHERE : Looking.IN_BYTES);
    }

    /** True if there is nothing in it that people do not write: then short words are no chance. */
    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean written = c >= ' ' && c < 0x7f || c > 0xa0 && c != '\ufffd' || c >= '\t' && c <= '\r';
            // a value is padded at its end
            if (!written && !(c == 0 && i + 1 == text.length())) {
                return false;
            }
        }
        return true;
    }

    /** True if four bytes in a row could be text; the usual one or two numbers are not worth a search. */
    private boolean hasText(byte[] bytes) {
        int run = 0;
        for (byte b : bytes) {
            run = b < 0 || b > ' ' ? run + 1 : 0;
            if (run == SHORTEST_TEXT) {
                return true;
            }
        }
        return bytes.length >= 2 * SHORTEST_TEXT && (known.hasOtherScripts() || hasAlternatingZeros(bytes, 0, bytes.length));
    }

    private static boolean hasAlternatingZeros(byte[] bytes, int from, int to) {
        int run = 0;
        for (int i = from + 1; i < to; i++) {
            run = bytes[i] == 0 != (bytes[i - 1] == 0) ? run + 1 : 0;
            if (run >= 2 * SHORTEST_TEXT - 1) {
                return true;
            }
        }
        return false;
    }
}
