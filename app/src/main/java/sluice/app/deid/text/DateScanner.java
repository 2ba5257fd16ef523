package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.text.DateMention.Field;
import sluice.app.deid.text.DateMention.Part;
import sluice.app.deid.text.DateMention.Reading;

/**
 * Finds days in folded text: numbers with separators in any order, month names of many languages, eight digits in a row,
 * the East Asian way of writing. Years of two digits and six digits in a row are read in every century that makes sense and
 * are never sure.
 */
final class DateScanner {

    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2100;
    private static final int BUDDHIST = 543;
    private static final int[] CENTURIES = {1900, 2000};

    private static final Pattern SEPARATED = Pattern.compile(
            "(?<!\\d)(\\d{1,4})( ?[-./] ?| |_)(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?!\\d)");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?<!\\d)(\\d{4}) ?[\u5e74\ub144] ?(\\d{1,2}) ?[\u6708\uc6d4] ?(\\d{1,2}) ?[\u65e5\uc77c]?");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{6,}(?!\\d)");
    private static final String JOINT = "[ ./,'-]{0,3}";
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:ST|ND|RD|TH|ER|E|O|\u00ba|\u00b0)?\\.?[ _-]?(?:(?:OF|DE|D|DEN|DI)[ '])?" + JOINT
                    + "(\\p{L}{3,12})" + JOINT + "(?:(?:DE|DEL|OF) )?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,12})\\.?[ -]?(\\d{1,2})(?:ST|ND|RD|TH)?(?:,? \\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4})?)?(?:,? ?|-)(\\d{4}|(?<=[ ,'-])\\d{2})(?!\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{4})[ ./-]{0,2}(\\p{L}{3,12})[ ./-]{0,2}(\\d{1,2})(?:ST|ND|RD|TH)?(?!\\d)");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile(
            "(?<!\\p{L})(\\p{L}{3,12})\\.?[ ,/-]{1,2}(?:(?:DE|DEL|OF) )?(\\d{4})(?![\\dX])");

    private static final Pattern NUMBERED_MONTH = Pattern.compile("(?<![\\d./-])(?:(0?[1-9]|1[0-2]) ?([./-]) ?(\\d{4})|(\\d{4}) ?([./-]) ?(0[1-9]|1[0-2]))(?![./-]?\\d)");

    private final Months months;
    private final Set<String> ordinary;
    private final OtherDays others = new OtherDays();

    /** @param ordinary words that are no months although some language calls one so, where the year has two digits only */
    DateScanner(Months months, Set<String> ordinary) {
        this.months = months;
        this.ordinary = ordinary;
    }

    /** All mentions; they may overlap. */
    List<DateMention> scan(String folded) {
        int digits = 0;
        for (int i = 0; i < folded.length() && digits < 3; i++) {
            char c = folded.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        if (digits < 3) {
            return List.of();
        }
        List<DateMention> found = new ArrayList<>();
        separated(folded, found);
        inARow(folded, found);
        Matcher m = EAST_ASIAN.matcher(folded);
        while (m.find()) {
            add(found, m.start(), m.end(), true, field(Part.YEAR, m, 1), field(Part.MONTH, m, 2), field(Part.DAY, m, 3), folded);
        }
        named(folded, DAY_FIRST, found, Part.DAY, Part.MONTH_NAME, Part.YEAR);
        named(folded, MONTH_FIRST, found, Part.MONTH_NAME, Part.DAY, Part.YEAR);
        named(folded, YEAR_FIRST, found, Part.YEAR, Part.MONTH_NAME, Part.DAY);
        monthAndYear(folded, found);
        numberedMonth(folded, found);
        others.find(folded, found);
        return found;
    }

    private static Field field(Part part, Matcher m, int group) {
        return new Field(part, m.start(group), m.end(group), null);
    }

    private static void separated(String s, List<DateMention> found) {
        Matcher m = SEPARATED.matcher(s);
        for (int at = 0; m.find(at); at = m.start() + 1) {
            int first = m.end(1) - m.start(1);
            int last = m.end(4) - m.start(4);
            boolean loose = m.group(2).isBlank() || m.group(2).equals("_");
            boolean longYear = first == 4 || last == 4;
            boolean sure = longYear && !inVersion(s, m.start(), m.end());
            if (first == 4 && last <= 2) {
                add(found, m, sure, Part.YEAR, Part.MONTH, Part.DAY, s);
            } else if (last == 4 && first <= 2) {
                add(found, m, sure, Part.DAY, Part.MONTH, Part.YEAR, s);
                if (!m.group(2).contains(".")) {
                    add(found, m, sure, Part.MONTH, Part.DAY, Part.YEAR, s);
                }
            } else if (!longYear && !loose && first <= 2) {
                boolean padded = first == 2 && last == 2 && m.end(3) - m.start(3) == 2 && m.group(2).equals(".") && !inVersion(s, m.start(), m.end())
                        || m.group(2).equals("/") && last == 2;
                add(found, m, padded, Part.DAY, Part.MONTH, Part.YEAR, s);
                add(found, m, padded, Part.MONTH, Part.DAY, Part.YEAR, s);
                add(found, m, padded, Part.YEAR, Part.MONTH, Part.DAY, s);
            }
        }
    }

    /** Part of a longer number with points, or behind the letter of a version. */
    private static boolean inVersion(String s, int from, int to) {
        if (from > 0 && (s.charAt(from - 1) == 'V'
                || from > 1 && ".,".indexOf(s.charAt(from - 1)) >= 0 && Character.isDigit(s.charAt(from - 2)))) {
            return true;
        }
        return to + 1 < s.length() && s.charAt(to) == '.' && Character.isDigit(s.charAt(to + 1));
    }

    private static void inARow(String s, List<DateMention> found) {
        Matcher m = DIGITS.matcher(s);
        while (m.find()) {
            int length = m.end() - m.start();
            boolean sure = length == 8 || length == 12 || length == 14;
            for (int at = m.start(); at + 8 <= m.end(); at++) {
                compact(s, at, 8, sure && at == m.start(), found, Part.YEAR, Part.MONTH, Part.DAY);
            }
            if (length == 8) {
                compact(s, m.start(), 8, false, found, Part.DAY, Part.MONTH, Part.YEAR);
                compact(s, m.start(), 8, false, found, Part.MONTH, Part.DAY, Part.YEAR);
            } else if (length == 6 || length == 10 || length == 11) {
                // the longer ones may be numbers for persons, which begin with a birthday
                compact(s, m.start(), 6, false, found, Part.DAY, Part.MONTH, Part.YEAR);
                compact(s, m.start(), 6, false, found, Part.MONTH, Part.DAY, Part.YEAR);
                compact(s, m.start(), 6, false, found, Part.YEAR, Part.MONTH, Part.DAY);
            }
        }
    }

    private static void compact(String s, int at, int total, boolean sure, List<DateMention> found, Part a, Part b, Part c) {
        int first = a == Part.YEAR && total == 8 ? 4 : 2;
        Field one = new Field(a, at, at + first, null);
        Field two = new Field(b, at + first, at + first + 2, null);
        Field three = new Field(c, at + first + 2, at + total, null);
        add(found, at, at + total, sure, one, two, three, s);
    }

    private void named(String s, Pattern pattern, List<DateMention> found, Part... parts) {
        Matcher m = pattern.matcher(s);
        for (int at = 0; m.find(at); at = m.start() + 1) {
            int nameGroup = 1 + java.util.Arrays.asList(parts).indexOf(Part.MONTH_NAME);
            List<Months.Name> names = months.named(m.group(nameGroup));
            if (!names.isEmpty()) {
                Field[] f = new Field[3];
                for (int i = 0; i < 3; i++) {
                    f[i] = new Field(parts[i], m.start(i + 1), m.end(i + 1), i + 1 == nameGroup ? names.get(0) : null);
                }
                boolean longYear = java.util.Arrays.stream(f).anyMatch(x -> x.part() == Part.YEAR && x.to() - x.from() == 4);
                add(found, m.start(), m.end(), longYear || !ordinary.contains(m.group(nameGroup)), f[0], f[1], f[2], s);
            }
        }
    }

    private void monthAndYear(String s, List<DateMention> found) {
        Matcher m = MONTH_AND_YEAR.matcher(s);
        for (int at = 0; m.find(at); at = m.start() + 1) {
            List<Months.Name> names = months.named(m.group(1));
            int year = Integer.parseInt(m.group(2));
            if (!names.isEmpty() && year >= FIRST_YEAR && year <= LAST_YEAR) {
                List<Field> fields = List.of(new Field(Part.MONTH_NAME, m.start(1), m.end(1), names.get(0)),
                        field(Part.YEAR, m, 2));
                found.add(new DateMention(m.start(), m.end(),
                        List.of(new Reading(LocalDate.of(year, names.get(0).month(), 1), fields)), true));
            }
        }
    }

    /** "07/1961" is a day only if it is the month of a known one. */
    private static void numberedMonth(String s, List<DateMention> found) {
        Matcher m = NUMBERED_MONTH.matcher(s);
        while (m.find()) {
            boolean monthFirst = m.group(1) != null;
            Field month = field(Part.MONTH, m, monthFirst ? 1 : 6);
            Field year = field(Part.YEAR, m, monthFirst ? 3 : 4);
            int y = Integer.parseInt(s.substring(year.from(), year.to()));
            if (y >= FIRST_YEAR && y <= LAST_YEAR) {
                LocalDate day = LocalDate.of(y, Integer.parseInt(s.substring(month.from(), month.to())), 1);
                found.add(new DateMention(m.start(), m.end(), List.of(new Reading(day, monthFirst ? List.of(month, year) : List.of(year, month))), false));
            }
        }
    }

    private static void add(List<DateMention> found, Matcher m, boolean sure, Part a, Part b, Part c, String s) {
        add(found, m.start(), m.end(), sure, field(a, m, 1), field(b, m, 3), field(c, m, 4), s);
    }

    private static void add(List<DateMention> found, int from, int to, boolean sure, Field a, Field b, Field c, String s) {
        List<Reading> readings = new ArrayList<>(2);
        List<Field> fields = List.of(a, b, c);
        int year = 0;
        int yearDigits = 0;
        int month = 0;
        int day = 0;
        for (Field f : fields) {
            switch (f.part()) {
                case YEAR -> {
                    year = Integer.parseInt(s.substring(f.from(), f.to()));
                    yearDigits = f.to() - f.from();
                }
                case MONTH -> month = Integer.parseInt(s.substring(f.from(), f.to()));
                case MONTH_NAME -> month = f.name().month();
                case MONTH_ROMAN, DAY_OF_YEAR -> throw new IllegalArgumentException("OtherDays reads these");
                case DAY -> day = Integer.parseInt(s.substring(f.from(), f.to()));
            }
        }
        for (int century : yearDigits <= 2 ? CENTURIES : new int[] {0}) {
            try {
                // the Buddhist era of Thailand is 543 years ahead
                int era = yearDigits == 4 && year >= FIRST_YEAR + BUDDHIST ? BUDDHIST : 0;
                LocalDate read = LocalDate.of(century + year - era, month, day);
                if (read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR) {
                    readings.add(new Reading(read, fields));
                }
            } catch (DateTimeException e) {
                // thirty days hath September: no day, no reading
            }
        }
        if (readings.isEmpty()) {
            return;
        }
        DateMention last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.from() == from && last.to() == to) {
            readings.addAll(0, last.readings());
            found.set(found.size() - 1, new DateMention(from, to, readings, sure || last.sure()));
        } else {
            found.add(new DateMention(from, to, readings, sure));
        }
    }
}
