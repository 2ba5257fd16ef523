package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that are known, and those of birth among them. */
final class KnownDays {

    /** The dummy that Annex E tools write. */
    private static final LocalDate DUMMY = LocalDate.of(1900, 1, 1);

    private static final int MONTH = 100;
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})(?:ST|ND|RD|TH|ER)?\\.?[ -]?(?:(?:OF|DE|DEN) )?(\\p{L}{3,12})(?!\\p{L})");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(?<!\\p{L})(\\p{L}{3,12})\\.?[ -]?(?:THE )?(\\d{1,2})(?:ST|ND|RD|TH)?(?![\\d\\p{L}])");

    private final Set<LocalDate> days = new HashSet<>();
    private final Set<YearMonth> months = new HashSet<>();
    private final Set<Integer> withoutYear = new HashSet<>();
    private final Set<LocalDate> births = new HashSet<>();
    private final Set<String> compactBirths = new HashSet<>();
    private final Set<String> compact = new HashSet<>();

    /** @param value a DA, {@code yyyymmdd} or the old {@code yyyy.mm.dd}; anything else adds nothing */
    void add(String value, boolean birth) {
        String s = value.replace(".", "");
        if (s.length() < 8 || !s.chars().limit(8).allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(s.substring(0, 4)), Integer.parseInt(s.substring(4, 6)),
                    Integer.parseInt(s.substring(6, 8)));
            if (!day.equals(DUMMY)) {
                days.add(day);
                compact.add(s.substring(0, 8));
                months.add(YearMonth.from(day));
                withoutYear.add(day.getMonthValue() * MONTH + day.getDayOfMonth());
                if (birth) {
                    births.add(day);
                    compactBirths.add(s.substring(0, 8));
                }
            }
        } catch (DateTimeException e) {
            // what is no day is not looked for as one
        }
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    boolean isExactly(String squeezed) {
        return compact.contains(squeezed);
    }

    boolean known(LocalDate day) {
        return days.contains(day);
    }

    boolean ofBirth(LocalDate day) {
        return births.contains(day);
    }

    /** The same of a DA or DT, also of ACR-NEMA. */
    boolean ofBirth(String value) {
        String digits = value.length() < 8 ? "" : value.charAt(4) == '.' || value.charAt(4) == '-' || value.charAt(4) == '/' ? value.replaceAll("[./-]", "") : value;
        return digits.length() >= 8 && compactBirths.contains(digits.substring(0, 8));
    }

    boolean monthOfBirth(LocalDate day) {
        return births.stream().anyMatch(b -> b.getYear() == day.getYear() && b.getMonth() == day.getMonth());
    }

    boolean month(LocalDate day) {
        return months.contains(YearMonth.from(day));
    }

    /** Adds the mentions of known days and of months of birth. */
    void find(FoldedText text, DateScanner scanner, Months names, Spans hits) {
        if (days.isEmpty()) {
            return;
        }
        for (DateMention mention : scanner.scan(text.folded())) {
            boolean whole = mention.isWhole();
            if (mention.readings().stream().anyMatch(r -> whole ? days.contains(r.day()) : monthOfBirth(r.day()))) {
                hits.add(mention.from(), mention.to());
            }
        }
        findWithoutYear(text, names, hits);
    }

    /** Adds known days of which the year is not said, by the month's name: numbers alone are ratios. */
    void findWithoutYear(FoldedText text, Months names, Spans hits) {
        if (days.isEmpty() || !Tokens.hasDigit(text.folded())) {
            return;
        }
        for (Pattern pattern : new Pattern[] {DAY_AND_MONTH, MONTH_AND_DAY}) {
            boolean dayFirst = pattern == DAY_AND_MONTH;
            Matcher m = pattern.matcher(text.folded());
            for (int at = 0; m.find(at); at = m.start() + 1) {
                int day = Integer.parseInt(m.group(dayFirst ? 1 : 2));
                for (Months.Name name : names.named(m.group(dayFirst ? 2 : 1))) {
                    if (withoutYear.contains(name.month() * MONTH + day)) {
                        hits.add(m.start(), m.end());
                    }
                }
            }
        }
    }
}
