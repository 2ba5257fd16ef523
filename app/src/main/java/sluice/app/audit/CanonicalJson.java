package sluice.app.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The corner of RFC 8785 (JSON Canonicalization Scheme) that audit entries need: objects of strings, whole numbers from 0 to
 * 2^53−1, and objects of the same. The parser takes canonical text only and rejects everything else, so that equal values and
 * equal bytes are the same thing.
 */
final class CanonicalJson {

    private static final long MAX_EXACT = (1L << 53) - 1;

    private final String text;
    private int at;

    private CanonicalJson(String text) {
        this.text = text;
    }

    static String write(SortedMap<String, ?> object) {
        StringBuilder out = new StringBuilder(128);
        append(out, object);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        if (value instanceof String string) {
            quote(out, string);
        } else if (value instanceof Long number && number >= 0 && number <= MAX_EXACT) {
            out.append(number);
        } else if (value instanceof SortedMap<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before);
                quote(out, (String) entry.getKey());
                out.append(':');
                append(out, entry.getValue());
                before = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            throw new IllegalArgumentException("no canonical form");
        }
    }

    // RFC 8785 section 3.2.2.2
    private static void quote(StringBuilder out, String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int known = "\b\t\n\f\r\"\\".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(known));
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** @throws IllegalArgumentException when the text is not the canonical form of an object */
    static SortedMap<String, Object> parse(String text) {
        CanonicalJson parser = new CanonicalJson(text);
        SortedMap<String, Object> object = parser.object(0);
        if (parser.at != text.length() || !write(object).equals(text)) {
            throw parser.notCanonical();
        }
        return object;
    }

    static String text(Object value) {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException("text expected");
    }

    private SortedMap<String, Object> object(int depth) {
        if (depth > 2) {
            throw notCanonical();
        }
        SortedMap<String, Object> object = new TreeMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return object;
        }
        while (true) {
            String key = string();
            expect(':');
            char c = peek();
            object.put(key, c == '"' ? string() : c == '{' ? object(depth + 1) : number());
            if (peek() == '}') {
                at++;
                return object;
            }
            expect(',');
        }
    }

    private Long number() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > 16) {
            throw notCanonical();
        }
        return Long.valueOf(text.substring(start, at));
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        char c = next();
        int known = "btnfr\"\\".indexOf(c);
        if (known >= 0) {
            return "\b\t\n\f\r\"\\".charAt(known);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw notCanonical();
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private char peek() {
        if (at >= text.length()) {
            throw notCanonical();
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw notCanonical();
        }
    }

    private IllegalArgumentException notCanonical() {
        return new IllegalArgumentException("not canonical JSON near character " + at);
    }
}
