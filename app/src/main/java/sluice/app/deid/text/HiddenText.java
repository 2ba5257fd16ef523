package sluice.app.deid.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Looks behind what hides a text inside a text: {@link Escapes}, Base64 (RFC 4648, both alphabets) from twelve characters on and hexadecimal
 * digits from eight on, some levels deep. What is found takes its whole encoded run with it. Linear in the length of the text.
 */
final class HiddenText {

    private static final int DEEPEST = 3;
    private static final int SHORTEST_BASE64 = 12;
    private static final int SHORTEST_HEX = 8;
    /** Of RFC 2047, which say that they are Base64: "=?UTF-8?B?" stands before them. */
    private static final int SHORTEST_ENCODED_WORD = 4;
    private static final int ENCODED_WORD = 3;
    private static final int ALIGNMENTS = 4;
    private static final int SHORTEST_INSIDE = 3;

    private final Function<String, List<Span>> look;
    private final ByteSearch bytes;

    /**
     * @param look what identifies in a text as it stands
     * @param bytes what identifies in bytes that are no text
     */
    HiddenText(Function<String, List<Span>> look, ByteSearch bytes) {
        this.look = look;
        this.bytes = bytes;
    }

    /** Adds the encoded parts of a text that identify. */
    void find(String text, Spans hits) {
        find(text, hits, 0);
    }

    private void find(String text, Spans hits, int depth) {
        Escapes read = Escapes.in(text);
        if (read != null) {
            Spans inside = new Spans();
            look.apply(read.text()).forEach(s -> inside.add(s.from(), s.to()));
            runs(read.text(), inside, depth);
            for (Span s : inside.merged()) {
                if (read.isEscaped(s.from(), s.to())) {
                    Span place = read.original(s.from(), s.to());
                    hits.add(place.from(), place.to());
                }
            }
        }
        runs(text, hits, depth);
    }

    private void runs(String text, Spans hits, int depth) {
        if (depth >= DEEPEST || text.length() < SHORTEST_HEX) {
            return;
        }
        int n = text.length();
        int from = 0;
        for (int i = 0; i <= n; i++) {
            char c = i < n ? text.charAt(i) : ' ';
            boolean inside = isBase64(c) || i > from && (c == '\r' || c == '\n') && i + 1 < n;
            if (!inside) {
                boolean encodedWord = text.startsWith("?B?", from - ENCODED_WORD) || text.startsWith("?b?", from - ENCODED_WORD);
                if (i - from >= (encodedWord ? SHORTEST_ENCODED_WORD : SHORTEST_BASE64)) {
                    base64(text, from, i, hits, depth);
                }
                from = i + 1;
            }
        }
        hex(text, hits, depth);
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '-' || c == '_';
    }

    /** What stands before it in one word with it may put it out of step. */
    private void base64(String text, int from, int to, Spans hits, int depth) {
        StringBuilder run = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\r' && c != '\n') {
                run.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        for (int skipped = 0; skipped < ALIGNMENTS && run.length() - skipped >= SHORTEST_ENCODED_WORD; skipped++) {
            int length = run.length() - skipped;
            String whole = run.substring(skipped, skipped + (length % 4 == 1 ? length - 1 : length));
            if (identifies(Base64.getMimeDecoder().decode(whole), skipped == 0, depth)) {
                int end = to;
                while (end < text.length() && text.charAt(end) == '=') {
                    end++;
                }
                hits.add(from, end);
                return;
            }
        }
    }

    /** Digits of bytes side by side, or with one space, colon or hyphen between them. */
    private void hex(String text, Spans hits, int depth) {
        int n = text.length();
        int i = 0;
        while (i < n) {
            int from = i;
            StringBuilder digits = new StringBuilder();
            while (i < n && (isHex(text.charAt(i)) || i > from && isBetween(text, i, from))) {
                if (isHex(text.charAt(i))) {
                    digits.append(text.charAt(i));
                }
                i++;
            }
            if (digits.length() >= SHORTEST_HEX && (identifies(bytes(digits, 0), true, depth) || identifies(bytes(digits, 1), false, depth))) {
                hits.add(text.startsWith("0x", from - 2) ? from - 2 : text.startsWith("x", from - 1) ? from - 1 : from, i);
            }
            i = Math.max(i, from + 1);
        }
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean isBetween(String text, int i, int from) {
        char c = text.charAt(i);
        return (c == ' ' || c == ':' || c == '-') && i - from >= 2 && isHex(text.charAt(i - 1)) && isHex(text.charAt(i - 2))
                && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
    }

    private static byte[] bytes(CharSequence digits, int from) {
        byte[] bytes = new byte[(digits.length() - from) / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Character.digit(digits.charAt(from + 2 * i), 16) << 4 | Character.digit(digits.charAt(from + 2 * i + 1), 16));
        }
        return bytes;
    }

    /** @param inStep whether the bytes begin where the run does: else they look packed by chance only */
    private boolean identifies(byte[] decoded, boolean inStep, int depth) {
        if (decoded.length < SHORTEST_INSIDE) {
            return false;
        }
        String text = text(decoded);
        if (text == null) {
            return inStep ? bytes.found(decoded) : bytes.foundPlain(decoded);
        }
        if (!look.apply(text).isEmpty()) {
            return true;
        }
        Spans deeper = new Spans();
        find(text, deeper, depth + 1);
        return !deeper.isEmpty();
    }

    /** Bytes as the text that they are, in UTF-8, UTF-16 or Latin-1; null if they are none. */
    private static String text(byte[] bytes) {
        int zeros = 0;
        int high = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
            high += b < 0 ? 1 : 0;
        }
        if (zeros > 0) {
            String text = new String(bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
            return zeros * 3 >= bytes.length && isWritten(text) ? text : null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = high * 3 > bytes.length ? "\0" : new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return isWritten(text) ? text : null;
    }

    private static boolean isWritten(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\r' && c != '\n' || c >= 0x7f && c < 0xa0 || c == '\ufffd') {
                return false;
            }
        }
        return true;
    }
}
