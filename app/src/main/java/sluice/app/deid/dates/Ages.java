package sluice.app.deid.dates;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.pseudonym.Pseudonyms;

/** Ages as VR AS writes them (PS3.5 section 6.2): three digits and D, W, M or Y. */
public final class Ages {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})([DWMYdwmy])");

    private Ages() { }

    /**
     * Ages above the cap become one year more than it; others get three digits and a capital letter.
     *
     * @param value as in the file without padding, several separated by backslashes
     * @param cap years, below 999; 89 by 45 CFR 164.514(b)(2)(i)(C), the Safe Harbor rule of the United States
     * @return the same number of values, empty ones where an old one is no age
     */
    public static String capped(String value, int cap) {
        String[] values = value.split("\\\\", -1);
        for (int i = 0; i < values.length; i++) {
            Matcher m = FORM.matcher(Pseudonyms.trim(values[i]));
            values[i] = m.matches() ? capped(Integer.parseInt(m.group(1)), Character.toUpperCase(m.group(2).charAt(0)), cap) : "";
        }
        return String.join("\\", values);
    }

    /**
     * An age in completed days below 4 weeks, weeks below 3 months, months below 2 years, else years, not capped. To be
     * taken from the days of the source: shifted days may lie a leap day further apart in the calendar.
     *
     * @return empty if the birth is later than the day, or a thousand years before it
     */
    public static Optional<String> between(LocalDate birth, LocalDate day) {
        long days = ChronoUnit.DAYS.between(birth, day);
        long months = ChronoUnit.MONTHS.between(birth, day);
        if (days < 0 || months >= 12_000) {
            return Optional.empty();
        }
        if (days < 28) {
            return Optional.of(written(days, 'D'));
        }
        if (months < 3) {
            return Optional.of(written(days / 7, 'W'));
        }
        return Optional.of(months < 24 ? written(months, 'M') : written(months / 12, 'Y'));
    }

    private static String capped(int number, char unit, int cap) {
        int years = switch (unit) {
            case 'Y' -> number;
            case 'M' -> number / 12;
            case 'W' -> number * 7 / 365;
            default -> number / 365;
        };
        return years > cap ? written(cap + 1, 'Y') : written(number, unit);
    }

    private static String written(long number, char unit) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits + unit;
    }
}
