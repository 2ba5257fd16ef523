package sluice.app.deid.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A text with its escapes read: entities of HTML and XML, escapes with a backslash (u, x, octal), percent-encoding (RFC 3986), quoted-printable
 * (RFC 2045) and UTF-7 (RFC 2152), also one inside the other. Linear in the length of the text.
 */
public final class Escapes {

    private static final int DEEPEST = 4;
    private static final int LONGEST_ENTITY = 12;
    private static final int LONGEST_SHIFT = 120;

    /** Names of entities (HTML 4.01 chapter 24) for ASCII and the letters of European names that Latin-1 has in this order from 192 on. */
    private static final String[] LATIN_1 = ("Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml "
            + "times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute "
            + "ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml").split(" ");
    private static final Map<String, String> OTHERS = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""),
            Map.entry("apos", "'"), Map.entry("nbsp", " "), Map.entry("shy", ""), Map.entry("hyphen", "-"), Map.entry("dash", "-"), Map.entry("period", "."),
            Map.entry("comma", ","), Map.entry("commat", "@"), Map.entry("lowbar", "_"), Map.entry("sol", "/"), Map.entry("colon", ":"), Map.entry("plus", "+"),
            Map.entry("Scaron", "\u0160"), Map.entry("scaron", "\u0161"), Map.entry("OElig", "\u0152"), Map.entry("oelig", "\u0153"), Map.entry("Zcaron", "\u017d"),
            Map.entry("zcaron", "\u017e"), Map.entry("Lstrok", "\u0141"), Map.entry("lstrok", "\u0142"), Map.entry("Ccaron", "\u010c"), Map.entry("ccaron", "\u010d"),
            Map.entry("inodot", "\u0131"), Map.entry("zwnj", ""), Map.entry("zwj", ""));

    private final String text;
    private final int[] from;
    private final int[] to;
    private final boolean[] written;

    private Escapes(String text, int[] from, int[] to, boolean[] written) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.written = written;
    }

    /** The text read, or null if nothing in it is escaped. */
    public static Escapes in(String text) {
        Escapes read = mayHave(text) ? once(text) : null;
        for (int depth = 1; read != null && depth < DEEPEST && mayHave(read.text); depth++) {
            Escapes deeper = once(read.text);
            if (deeper == null) {
                break;
            }
            read = deeper.inside(read);
        }
        return read;
    }

    public String text() {
        return text;
    }

    /** Whether a part of the read text was escaped. */
    boolean isEscaped(int start, int end) {
        for (int i = start; i < end; i++) {
            if (written[i]) {
                return true;
            }
        }
        return false;
    }

    /** Where a part of the read text stands in the original, with the escapes that touch it. */
    Span original(int start, int end) {
        int first = start;
        int last = end;
        while (first > 0 && written[first] && written[first - 1]) {
            first--;
        }
        while (last < text.length() && written[last] && written[last - 1]) {
            last++;
        }
        return new Span(from[first], to[last - 1]);
    }

    private Escapes inside(Escapes outer) {
        int n = text.length();
        int[] a = new int[n];
        int[] b = new int[n];
        boolean[] w = new boolean[n];
        for (int i = 0; i < n; i++) {
            a[i] = outer.from[from[i]];
            b[i] = outer.to[to[i] - 1];
            w[i] = written[i] || outer.isEscaped(from[i], to[i]);
        }
        return new Escapes(text, a, b, w);
    }

    private static boolean mayHave(String text) {
        for (int i = 0; i + 2 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '%' || c == '\\' || c == '=' || c == '+') {
                return true;
            }
        }
        return false;
    }

    /** One pass over a text; collects what it reads. */
    private static Escapes once(String s) {
        Reader reader = new Reader(s);
        reader.read();
        return reader.any ? reader.result() : null;
    }

    private static final class Reader {
        private final String s;
        private final StringBuilder out;
        private int[] from;
        private int[] to;
        private boolean[] written;
        private boolean any;
        private int at;

        Reader(String s) {
            this.s = s;
            this.out = new StringBuilder(s.length());
            this.from = new int[s.length() + 16];
            this.to = new int[s.length() + 16];
            this.written = new boolean[s.length() + 16];
        }

        Escapes result() {
            int n = out.length();
            return new Escapes(out.toString(), Arrays.copyOf(from, n), Arrays.copyOf(to, n), Arrays.copyOf(written, n));
        }

        void read() {
            while (at < s.length()) {
                boolean escaped = switch (s.charAt(at)) {
                    case '&' -> entity();
                    case '\\' -> backslash();
                    case '%' -> bytes("%");
                    case '=' -> softBreak() || bytes("=");
                    case '+' -> utf7();
                    default -> false;
                };
                if (!escaped) {
                    put(s.substring(at, at + 1), at, at + 1, false);
                    at++;
                }
            }
        }

        private void put(String characters, int start, int end, boolean escaped) {
            int n = out.length();
            out.append(characters);
            if (out.length() > from.length) {
                int longer = Math.max(out.length(), from.length * 2);
                from = Arrays.copyOf(from, longer);
                to = Arrays.copyOf(to, longer);
                written = Arrays.copyOf(written, longer);
            }
            Arrays.fill(from, n, out.length(), start);
            Arrays.fill(to, n, out.length(), end);
            Arrays.fill(written, n, out.length(), escaped);
            any |= escaped;
        }

        private boolean found(String characters, int end) {
            put(characters, at, end, true);
            any = true;
            at = end;
            return true;
        }

        private boolean entity() {
            int i = at + 1;
            int limit = Math.min(s.length(), at + LONGEST_ENTITY);
            if (i < limit && s.charAt(i) == '#') {
                boolean hex = i + 1 < limit && (s.charAt(i + 1) == 'x' || s.charAt(i + 1) == 'X');
                int digits = hex ? i + 2 : i + 1;
                int end = digits;
                int code = 0;
                while (end < limit && Character.digit(s.charAt(end), hex ? 16 : 10) >= 0 && code <= Character.MAX_CODE_POINT) {
                    code = code * (hex ? 16 : 10) + Character.digit(s.charAt(end++), hex ? 16 : 10);
                }
                boolean closed = end < s.length() && s.charAt(end) == ';';
                return end > digits && code > 0 && Character.isValidCodePoint(code) && found(Character.toString(code), closed ? end + 1 : end);
            }
            while (i < limit && Character.isLetterOrDigit(s.charAt(i)) && s.charAt(i) < 0x80) {
                i++;
            }
            String named = i < s.length() && s.charAt(i) == ';' ? named(s.substring(at + 1, i)) : null;
            return named != null && found(named, i + 1);
        }

        private static String named(String name) {
            for (int k = 0; k < LATIN_1.length; k++) {
                if (LATIN_1[k].equals(name)) {
                    return String.valueOf((char) (0xC0 + k));
                }
            }
            return OTHERS.get(name);
        }

        private boolean backslash() {
            if (at + 1 >= s.length()) {
                return false;
            }
            char kind = s.charAt(at + 1);
            if (kind == 'x' && hex(at + 2, 2) >= 0) {
                return bytes("\\x");
            }
            if (kind == 'u' && at + 2 < s.length() && s.charAt(at + 2) == '{') {
                int end = at + 3;
                while (end < s.length() && end - at < LONGEST_ENTITY && s.charAt(end) != '}') {
                    end++;
                }
                int code = s.startsWith("}", end) ? hex(at + 3, end - at - 3) : -1;
                return code > 0 && Character.isValidCodePoint(code) && found(Character.toString(code), end + 1);
            }
            if (kind == 'u' && hex(at + 2, 4) > 0) {
                return found(String.valueOf((char) hex(at + 2, 4)), at + 6);
            }
            if (kind == 'U' && hex(at + 2, 8) > 0 && Character.isValidCodePoint(hex(at + 2, 8))) {
                return found(Character.toString(hex(at + 2, 8)), at + 10);
            }
            if (kind >= '0' && kind <= '3' && at + 3 < s.length() && octal(s.charAt(at + 2)) && octal(s.charAt(at + 3))) {
                int code = Integer.parseInt(s.substring(at + 1, at + 4), 8);
                return code >= ' ' && found(String.valueOf((char) code), at + 4);
            }
            return false;
        }

        private static boolean octal(char c) {
            return c >= '0' && c <= '7';
        }

        /** Negative if there are no such digits. */
        private int hex(int start, int digits) {
            if (digits < 1 || start + digits > s.length()) {
                return -1;
            }
            int value = 0;
            for (int i = start; i < start + digits; i++) {
                int d = s.charAt(i) < 0x80 ? Character.digit(s.charAt(i), 16) : -1;
                if (d < 0) {
                    return -1;
                }
                value = value << 4 | d;
            }
            return value;
        }

        /** The end of a line that quoted-printable broke. */
        private boolean softBreak() {
            int end = s.startsWith("=\r\n", at) ? at + 3 : s.startsWith("=\n", at) ? at + 2 : -1;
            return end > 0 && found("", end);
        }

        /** Bytes in a row behind their signs: UTF-8 if they are that, else Latin-1. */
        private boolean bytes(String sign) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int end = at;
            int width = sign.length() + 2;
            while (s.startsWith(sign, end) && hex(end + sign.length(), 2) >= 0) {
                bytes.write(hex(end + sign.length(), 2));
                end += width;
            }
            if (bytes.size() == 0) {
                return false;
            }
            if (sign.equals("=") && bytes.size() == 1 && bytes.toByteArray()[0] >= '0' && bytes.toByteArray()[0] <= '9') {
                // quoted-printable leaves digits as they are: this is an equation
                return false;
            }
            byte[] all = bytes.toByteArray();
            int i = 0;
            while (i < all.length) {
                int length = length(all, i);
                String character = length > 1 ? utf8(all, i, length) : null;
                int taken = character == null ? 1 : length;
                put(character == null ? String.valueOf((char) (all[i] & 0xff)) : character, at + i * width, at + (i + taken) * width, true);
                i += taken;
            }
            at = end;
            return true;
        }

        private static int length(byte[] b, int i) {
            int first = b[i] & 0xff;
            int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
            return i + length <= b.length ? length : 1;
        }

        private static String utf8(byte[] b, int i, int length) {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, i, length)).toString();
            } catch (CharacterCodingException e) {
                return null;
            }
        }

        private boolean utf7() {
            int end = at + 1;
            int limit = Math.min(s.length(), at + LONGEST_SHIFT);
            while (end < limit && isBase64(s.charAt(end))) {
                end++;
            }
            int length = end - at - 1;
            if (length < 3 || end >= s.length() || s.charAt(end) != '-') {
                return false;
            }
            byte[] utf16;
            try {
                utf16 = Base64.getDecoder().decode(s.substring(at + 1, end));
            } catch (IllegalArgumentException e) {
                return false;
            }
            String read = new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16BE);
            return !read.isEmpty() && read.chars().allMatch(c -> Character.isLetterOrDigit(c) || c >= ' ' && c < 0x7f) && found(read, end + 1);
        }

        private static boolean isBase64(char c) {
            return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
        }
    }
}
