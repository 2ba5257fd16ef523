package sluice.app.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The limits on text in an entry, and its one way to write a time. */
final class AuditText {

    static final int MAX_NAME = 200;
    static final int MAX_VALUE = 8192;
    static final int MAX_DETAILS = 100;

    // ASCII keys sort alike by UTF-16 unit (RFC 8785), by code point and by byte
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AuditText() {}

    static void require(String what, String text, int limit) {
        if (text == null || text.isEmpty() || text.length() > limit) {
            throw new IllegalArgumentException("audit " + what + " must have 1 to " + limit + " characters");
        }
        requireEncodable(what, text);
    }

    private static void requireEncodable(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("audit " + what + " holds half a character at " + i);
            }
        }
    }

    static SortedMap<String, String> copy(Map<String, String> details) {
        if (details.size() > MAX_DETAILS) {
            throw new IllegalArgumentException("an audit entry holds at most " + MAX_DETAILS + " details");
        }
        SortedMap<String, String> copy = new TreeMap<>();
        details.forEach((key, value) -> {
            if (key == null || !KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("audit detail keys are letters, digits, dots and dashes");
            }
            if (value == null || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException("audit detail " + key + " is absent or over " + MAX_VALUE);
            }
            requireEncodable(key, value);
            copy.put(key, value);
        });
        return Collections.unmodifiableSortedMap(copy);
    }

    static String format(Instant time) {
        return TIME.format(time);
    }

    /** @throws IllegalArgumentException unless the text is exactly what {@link #format} writes */
    static Instant parseTime(String text) {
        try {
            Instant time = Instant.parse(text);
            if (format(time).equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below, without the text
        }
        throw new IllegalArgumentException("not a UTC time with milliseconds");
    }
}
