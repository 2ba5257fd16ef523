package sluice.app.deid.dates;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of VR TM (PS3.5 section 6.2).
 *
 * @param seconds since midnight, 0 to 86400 (the last is the leap second at the end of a day)
 * @param unit seconds in the last part that the value has: 3600 for HH, 60 for HHMM, 1 for HHMMSS
 * @param fraction of a second as written, with its point, or ""
 */
record TimeOfDay(int seconds, int unit, String fraction) {

    static final int DAY = 86_400;

    private static final Pattern FORM =
            Pattern.compile("([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\2([0-5]\\d|60)(\\.\\d{1,6})?)?)?");

    /** One value, with colons in the form of ACR-NEMA; empty if it is no time. */
    static Optional<TimeOfDay> parse(String value) {
        Matcher m = FORM.matcher(value);
        if (!m.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(m.group(1)) * 3600;
        if (m.group(3) == null) {
            return Optional.of(new TimeOfDay(hours, 3600, ""));
        }
        int minutes = hours + Integer.parseInt(m.group(3)) * 60;
        if (m.group(4) == null) {
            return Optional.of(new TimeOfDay(minutes, 60, ""));
        }
        return Optional.of(new TimeOfDay(minutes + Integer.parseInt(m.group(4)), 1, m.group(5) == null ? "" : m.group(5)));
    }

    /** Seconds since midnight, moved and cut to the same precision: negative, or a day and more, if midnight was passed. */
    long moved(long by) {
        return Math.floorDiv(seconds + by, (long) unit) * unit;
    }

    /** In today's form with the precision of this one. */
    String format(long movedSeconds) {
        int now = (int) Math.floorMod(movedSeconds, (long) DAY);
        String hours = Day.two(now / 3600);
        if (unit == 3600) {
            return hours;
        }
        String minutes = hours + Day.two(now / 60 % 60);
        return unit == 60 ? minutes : minutes + Day.two(now % 60) + fraction;
    }
}
