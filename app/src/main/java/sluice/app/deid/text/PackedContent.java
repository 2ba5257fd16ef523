package sluice.app.deid.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Opens what bytes hold in packed form, some levels deep: gzip (RFC 1952), zlib (RFC 1950), deflate (RFC 1951) and Base64
 * (RFC 4648). What is recognised as packed but cannot be opened, or becomes too large, counts as found: nobody can say what
 * is inside.
 */
final class PackedContent {

    private static final int MOST_BYTES = 64 << 20;
    private static final int DEEPEST = 3;
    private static final int SHORTEST = 12;
    private static final int SHORTEST_BASE64 = 24;

    /** First bytes of containers that are not opened: zip, 7z, xz, bzip2, Zstandard, LZ4, RAR, PDF, OLE documents, RTF. */
    private static final byte[][] CLOSED = {{'P', 'K', 3, 4}, {'7', 'z', (byte) 0xBC, (byte) 0xAF}, {(byte) 0xFD, '7', 'z', 'X', 'Z'},
        {'B', 'Z', 'h'}, {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD}, {4, 0x22, 0x4D, 0x18}, {'R', 'a', 'r', '!'}, {'%', 'P', 'D', 'F'},
        {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, {'{', '\\', 'r', 't', 'f'}};

    private final Predicate<byte[]> judge;

    /** @param judge what is done with opened content */
    PackedContent(Predicate<byte[]> judge) {
        this.judge = judge;
    }

    /** True if something inside is found or cannot be opened; false also where nothing is packed. */
    boolean found(byte[] bytes) {
        return found(bytes, 0);
    }

    private boolean found(byte[] bytes, int depth) {
        if (bytes.length < SHORTEST) {
            return false;
        }
        if (isClosed(bytes)) {
            return true;
        }
        byte[] inner = null;
        try {
            if (bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
                inner = read(new GZIPInputStream(new ByteArrayInputStream(bytes)));
            } else if ((bytes[0] & 0x0f) == 8 && (bytes[0] & 0xf0) <= 0x70 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0) {
                inner = zlib(bytes);
            }
        } catch (IOException e) {
            return true;
        }
        if (inner == null) {
            inner = deflated(bytes);
        }
        if (inner != null) {
            return depth >= DEEPEST || judge.test(inner) || found(inner, depth + 1);
        }
        return base64(bytes, depth);
    }

    private static boolean isClosed(byte[] bytes) {
        for (byte[] magic : CLOSED) {
            if (Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
                return true;
            }
        }
        return false;
    }

    /** Two bytes make a header of zlib by chance as well: then nothing can be inflated. */
    private static byte[] zlib(byte[] bytes) throws IOException {
        byte[] first = new byte[1];
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            if (in.read(first) < 1) {
                return null;
            }
        } catch (IOException e) {
            return null;
        }
        return read(new InflaterInputStream(new ByteArrayInputStream(bytes)));
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            byte[] all = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw new IOException("more than is looked into");
            }
            return all;
        }
    }

    /** Deflate has no header: it is taken for that only if it ends where the value ends and gives more than it takes. */
    private static byte[] deflated(byte[] bytes) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            byte[] out = new byte[Math.min(MOST_BYTES, 1 << 16)];
            int n = 0;
            while (!inflater.finished()) {
                if (n == out.length) {
                    if (n == MOST_BYTES) {
                        return null;
                    }
                    out = Arrays.copyOf(out, Math.min(MOST_BYTES, n * 2));
                }
                int more = inflater.inflate(out, n, out.length - n);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                n += more;
            }
            boolean whole = inflater.getRemaining() <= 1;
            return whole && n >= SHORTEST ? Arrays.copyOf(out, n) : null;
        } catch (java.util.zip.DataFormatException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Every long run of its alphabet is decoded, line ends inside allowed. */
    private boolean base64(byte[] bytes, int depth) {
        if (depth >= DEEPEST) {
            return false;
        }
        int from = -1;
        for (int i = 0; i <= bytes.length; i++) {
            boolean inside = i < bytes.length && isBase64(bytes[i], from >= 0);
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                if (i - from >= SHORTEST_BASE64 && decoded(bytes, from, i, depth)) {
                    return true;
                }
                from = -1;
            }
        }
        return false;
    }

    private boolean decoded(byte[] bytes, int from, int to, int depth) {
        byte[] run = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < run.length; i++) {
            run[i] = run[i] == '-' ? (byte) '+' : run[i] == '_' ? (byte) '/' : run[i];
        }
        try {
            byte[] inner = Base64.getMimeDecoder().decode(run);
            return judge.test(inner) || found(inner, depth + 1);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBase64(byte b, boolean inRun) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/' || b == '-' || b == '_'
                || inRun && (b == '=' || b == '\r' || b == '\n');
    }
}
