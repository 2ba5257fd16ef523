package sluice.app.qc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks into bytes that hold other bytes: deflate streams with a zlib or gzip header or inside a ZIP archive (so also the
 * streams of PDF documents, which have zlib headers), Base64, and in texts hexadecimal digits. What cannot be opened is not there for this search; it opens at most
 * {@value #MOST} bytes and goes {@value #DEEPEST} levels deep, so that no bomb holds it up.
 */
final class OpenedContent {
    private static final int MOST = 1 << 26;
    private static final int DEEPEST = 3;
    private static final int SHORTEST_BASE64 = 12;
    private static final int SHORTEST_HEX = 8;
    private static final int ZIP_HEADER = 30;
    private int left = MOST;

    /** Whether the bytes themselves or anything found inside them fulfils the question. */
    boolean any(byte[] bytes, Predicate<byte[]> question) {
        return any(bytes, question, 0);
    }

    private boolean any(byte[] bytes, Predicate<byte[]> question, int depth) {
        if (question.test(bytes)) {
            return true;
        }
        if (depth == DEEPEST) {
            return false;
        }
        for (int i = 0; i + 8 < bytes.length; i++) {
            byte[] inside = inflatedAt(bytes, i);
            if (inside != null && any(inside, question, depth + 1)) {
                return true;
            }
        }
        return base64(bytes, question, depth) || hex(bytes, question, depth);
    }

    /** What a stream that may begin here holds, or null. */
    private byte[] inflatedAt(byte[] b, int i) {
        int first = b[i] & 0xff;
        if (first == 0x78 && (first << 8 | b[i + 1] & 0xff) % 31 == 0) {
            return inflated(b, i, false);
        }
        if (first == 0x1f && (b[i + 1] & 0xff) == 0x8b && b[i + 2] == 8) {
            int start = gzipData(b, i);
            return start < 0 ? null : inflated(b, start, true);
        }
        if (first == 'P' && b[i + 1] == 'K' && b[i + 2] == 3 && b[i + 3] == 4 && i + ZIP_HEADER < b.length && b[i + 8] == 8) {
            int start = i + ZIP_HEADER + u16(b, i + 26) + u16(b, i + 28);
            return start < b.length ? inflated(b, start, true) : null;
        }
        return null;
    }

    /** RFC 1952: ten bytes, then what the flags announce. */
    private static int gzipData(byte[] b, int at) {
        int i = at + 10;
        int flags = b[at + 3];
        if ((flags & 4) != 0) {
            i = i + 2 <= b.length ? i + 2 + u16(b, i) : b.length;
        }
        for (int flag : new int[] {8, 16}) {
            if ((flags & flag) != 0) {
                while (i < b.length && b[i] != 0) {
                    i++;
                }
                i++;
            }
        }
        i += (flags & 2) != 0 ? 2 : 0;
        return i < b.length ? i : -1;
    }

    private static int u16(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8;
    }

    /** @return null where nothing comes out; of a stream that breaks off, what came before */
    private byte[] inflated(byte[] b, int from, boolean raw) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(b, from, b.length - from);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 13];
            while (left > 0 && !inflater.finished()) {
                int n = inflater.inflate(part);
                if (n == 0) {
                    break;
                }
                out.write(part, 0, n);
                left -= n;
            }
            return out.size() == 0 ? null : out.toByteArray();
        } catch (DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private boolean base64(byte[] bytes, Predicate<byte[]> question, int depth) {
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && isBase64(bytes[i])) {
                continue;
            }
            if (i - from >= SHORTEST_BASE64) {
                byte[] decoded = decoded(Arrays.copyOfRange(bytes, from, i));
                if (decoded != null && any(decoded, question, depth + 1)) {
                    return true;
                }
            }
            from = i + 1;
        }
        return false;
    }

    /** Runs of an even number of digits in a row. */
    private boolean hex(byte[] bytes, Predicate<byte[]> question, int depth) {
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && digit(bytes[i]) >= 0) {
                continue;
            }
            int length = i - from;
            if (length >= SHORTEST_HEX && length % 2 == 0) {
                byte[] decoded = new byte[length / 2];
                boolean text = true;
                for (int k = 0; k < decoded.length; k++) {
                    decoded[k] = (byte) (digit(bytes[from + 2 * k]) << 4 | digit(bytes[from + 2 * k + 1]));
                    text &= decoded[k] >= ' ' || decoded[k] < 0;
                }
                if (text && any(decoded, question, depth + 1)) {
                    return true;
                }
            }
            from = i + 1;
        }
        return false;
    }

    private static int digit(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    private static boolean isBase64(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '=' || b == '\r'
                || b == '\n';
    }

    private static byte[] decoded(byte[] text) {
        try {
            return Base64.getMimeDecoder().decode(new String(text, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
