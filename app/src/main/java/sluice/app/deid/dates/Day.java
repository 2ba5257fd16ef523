package sluice.app.deid.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of VR DA (PS3.5 section 6.2) and days in their forms. */
public final class Day {

    /** today's form, that of ACR-NEMA, and what is written wrongly in its place most often; one separator, used twice */
    private static final Pattern FORM = Pattern.compile("(\\d{4})([-./]?)(\\d{2})\\2(\\d{2})");

    private Day() { }

    /** The day of one value; empty if it is none of the Gregorian calendar's in the years 1 to 9999. */
    public static Optional<LocalDate> parse(String value) {
        Matcher m = FORM.matcher(value);
        return m.matches() ? of(m.group(1), m.group(3), m.group(4)) : Optional.empty();
    }

    /** The same from digits. */
    static Optional<LocalDate> of(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return isWritable(date) ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True of days that programs write where they know none: year 1, 1601, 1753, 9999, 19000101. */
    public static boolean standsForNone(LocalDate day) {
        return day.getYear() < 1800 || day.getYear() > 2199
                || day.getYear() == 1900 && day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1;
    }

    static boolean isWritable(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= 9999;
    }

    /** {@code yyyymmdd}. */
    static String format(LocalDate date) {
        return month(date) + two(date.getDayOfMonth());
    }

    /** {@code yyyymm}. */
    static String month(LocalDate date) {
        return year(date) + two(date.getMonthValue());
    }

    /** {@code yyyy}. */
    static String year(LocalDate date) {
        String digits = Integer.toString(date.getYear());
        return "0".repeat(4 - digits.length()) + digits;
    }

    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
