package sluice.app.deid.dates;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of VR DT (PS3.5 section 6.2).
 *
 * @param day of a value without day the middle of the month or year, so that a shift does not favour the one before
 * @param digits of the date: 4, 6 or 8
 * @param time empty where the value ends with the date
 * @param offset from UTC as written, with its sign, or ""
 */
record Moment(LocalDate day, int digits, Optional<TimeOfDay> time, String offset) {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(?:(\\d{2})(\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,6})?)?)?)?)?)?([+-](?:0\\d|1[0-4])[0-5]\\d)?");

    /** One value; empty if it is none. */
    static Optional<Moment> parse(String value) {
        Matcher m = FORM.matcher(value);
        if (!m.matches()) {
            return Optional.empty();
        }
        int digits = m.group(2) == null ? 4 : m.group(3) == null ? 6 : 8;
        Optional<TimeOfDay> time = m.group(4) == null ? Optional.empty() : TimeOfDay.parse(m.group(4));
        if (m.group(4) != null && time.isEmpty()) {
            return Optional.empty();
        }
        String offset = m.group(5) == null ? "" : m.group(5);
        return Day.of(m.group(1), digits == 4 ? "07" : m.group(2), digits == 8 ? m.group(3) : digits == 6 ? "16" : "02")
                .map(day -> new Moment(day, digits, time, offset));
    }

    /** Another day in the precision of this one, without time and offset. */
    String date(LocalDate other) {
        return digits == 4 ? Day.year(other) : digits == 6 ? Day.month(other) : Day.format(other);
    }
}
