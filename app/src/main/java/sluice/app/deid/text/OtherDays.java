package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.text.DateMention.Field;
import sluice.app.deid.text.DateMention.Part;
import sluice.app.deid.text.DateMention.Reading;

/**
 * Days in less common ways of writing, in folded text: months as Roman numbers, East Asian eras, the day's number in its year and the week
 * (ISO 8601), seconds and their fractions since 1970. Those that mean something else as well are not sure.
 */
final class OtherDays {

    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;
    private static final int FEWEST_SECONDS = 8;
    private static final char FIRST_HAN = '\u4e00';
    private static final String ERA_LETTERS = "MTSHR";
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLISECONDS_DIGITS = 13;

    /** The year before the first one of each era. */
    private static final Map<String, Integer> ERAS = Map.ofEntries(Map.entry("\u660e\u6cbb", 1867), Map.entry("\u5927\u6b63", 1911), Map.entry("\u662d\u548c", 1925),
            Map.entry("\u5e73\u6210", 1988), Map.entry("\u4ee4\u548c", 2018), Map.entry("\u6c11\u570b", 1911), Map.entry("\u6c11\u56fd", 1911),
            Map.entry("\u660e", 1867), Map.entry("\u5927", 1911), Map.entry("\u662d", 1925), Map.entry("\u5e73", 1988), Map.entry("\u4ee4", 2018),
            Map.entry("M", 1867), Map.entry("T", 1911), Map.entry("S", 1925), Map.entry("H", 1988), Map.entry("R", 2018));

    private static final Pattern ROMAN = Pattern.compile("(?<!\\d)(\\d{1,2})([ ./-]{1,2})(XII|XI|IX|IV|VI{0,3}|X|I{1,3})[ ./-]{1,2}(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern ERA = Pattern.compile("(?<![\\p{IsLatin}\\d])(\u660e\u6cbb|\u5927\u6b63|\u662d\u548c|\u5e73\u6210|\u4ee4\u548c|\u6c11[\u570b\u56fd]|[\u660e\u5927\u662d\u5e73\u4ee4MTSHR])"
            + "[. ]?(\\d{1,3}|\u5143) ?([\u5e74./-]) ?(\\d{1,2}) ?[\u6708./-] ?(\\d{1,2})(?!\\d) ?\u65e5?");
    private static final Pattern ERA_DIGITS = Pattern.compile("(?<![\\p{L}\\d])([MTSHR])(\\d{2})(\\d{2})(\\d{2})(?!\\d)");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(?<![\\d./-])((?:18|19|20)\\d{2})(-?)([0-3]\\d{2})(?!\\d|[./-]\\d)");
    private static final Pattern WEEK = Pattern.compile("(?<!\\d)((?:18|19|20)\\d{2})[- ]?W([0-5]\\d)(?:-?([1-7]))?(?!\\d)");
    private static final Pattern SECONDS = Pattern.compile("(?<![\\d.,])-?\\d{8,16}(?!\\d)");

    /** Adds all mentions; they may overlap. */
    void find(String s, List<DateMention> found) {
        int longest = 0;
        int run = 0;
        boolean romanLetters = false;
        boolean eras = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            run = digit ? run + 1 : 0;
            longest = Math.max(longest, run);
            romanLetters |= c == 'I' || c == 'V' || c == 'X';
            eras |= c >= FIRST_HAN || digit && i > 0 && ERA_LETTERS.indexOf(s.charAt(i - 1)) >= 0 || c == '.' && i > 0 && ERA_LETTERS.indexOf(s.charAt(i - 1)) >= 0;
        }
        if (romanLetters) {
            roman(s, found);
        }
        if (eras) {
            era(ERA, s, found);
            era(ERA_DIGITS, s, found);
        }
        if (longest >= YEAR_DIGITS) {
            dayOfYear(s, found);
            week(s, found);
        }
        if (longest >= FEWEST_SECONDS) {
            seconds(s, found);
        }
    }

    private static void roman(String s, List<DateMention> found) {
        Matcher m = ROMAN.matcher(s);
        for (int at = 0; m.find(at); at = m.start() + 1) {
            int month = DateMention.ROMAN.indexOf(m.group(3)) + 1;
            int year = Integer.parseInt(m.group(4));
            boolean longYear = m.end(4) - m.start(4) == 4;
            List<Field> fields = List.of(new Field(Part.DAY, m.start(1), m.end(1), null), new Field(Part.MONTH_ROMAN, m.start(3), m.end(3), null),
                    new Field(Part.YEAR, m.start(4), m.end(4), null));
            List<Reading> readings = new ArrayList<>();
            for (int century : longYear ? new int[] {0} : new int[] {1900, 2000}) {
                add(readings, century + year, month, Integer.parseInt(m.group(1)), fields);
            }
            mention(found, m, readings, longYear || m.group(2).startsWith("."));
        }
    }

    private static void era(Pattern pattern, String s, List<DateMention> found) {
        Matcher m = pattern.matcher(s);
        boolean digits = pattern == ERA_DIGITS;
        while (m.find()) {
            int year = m.group(2).equals("\u5143") ? 1 : Integer.parseInt(m.group(2));
            List<Reading> readings = new ArrayList<>();
            add(readings, ERAS.get(m.group(1)) + year, Integer.parseInt(m.group(digits ? 3 : 4)), Integer.parseInt(m.group(digits ? 4 : 5)), List.of());
            mention(found, m, readings, !digits && (m.group(1).length() == 2 || m.group(3).equals("\u5e74")));
        }
    }

    private static void dayOfYear(String s, List<DateMention> found) {
        Matcher m = DAY_OF_YEAR.matcher(s);
        while (m.find()) {
            try {
                LocalDate day = LocalDate.ofYearDay(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)));
                List<Field> fields = List.of(new Field(Part.YEAR, m.start(1), m.end(1), null), new Field(Part.DAY_OF_YEAR, m.start(3), m.end(3), null));
                mention(found, m, List.of(new Reading(day, fields)), !m.group(2).isEmpty());
            } catch (DateTimeException e) {
                // no year has 399 days
            }
        }
    }

    private static void week(String s, List<DateMention> found) {
        Matcher m = WEEK.matcher(s);
        while (m.find()) {
            try {
                int weekday = m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
                LocalDate monday = LocalDate.of(Integer.parseInt(m.group(1)), 7, 1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(m.group(2)))
                        .with(java.time.DayOfWeek.MONDAY);
                List<Reading> readings = new ArrayList<>();
                for (int d = 0; d < 7; d++) {
                    if (m.group(3) == null || d == weekday - 1) {
                        readings.add(new Reading(monday.plusDays(d), List.of()));
                    }
                }
                mention(found, m, readings, true);
            } catch (DateTimeException e) {
                // most years have 52 weeks
            }
        }
    }

    /** Where the clock stood that counted is not said: the days before and behind count as well. */
    private static void seconds(String s, List<DateMention> found) {
        Matcher m = SECONDS.matcher(s);
        while (m.find()) {
            int digits = m.end() - m.start() - (m.group().startsWith("-") ? 1 : 0);
            long number = Long.parseLong(m.group());
            List<Reading> readings = new ArrayList<>();
            if (digits <= SECONDS_DIGITS) {
                addMoment(readings, number * 1000);
            }
            addMoment(readings, digits <= MILLISECONDS_DIGITS ? number : number / 1000);
            mention(found, m, readings, false);
        }
    }

    private static void addMoment(List<Reading> readings, long milliseconds) {
        LocalDate day = Instant.ofEpochMilli(milliseconds).atZone(ZoneOffset.UTC).toLocalDate();
        if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
            for (int around = -1; around <= 1; around++) {
                readings.add(new Reading(day.plusDays(around), List.of()));
            }
        }
    }

    private static void add(List<Reading> readings, int year, int month, int day, List<Field> fields) {
        try {
            LocalDate read = LocalDate.of(year, month, day);
            if (read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR) {
                readings.add(new Reading(read, fields));
            }
        } catch (DateTimeException e) {
            // no such day
        }
    }

    private static void mention(List<DateMention> found, Matcher m, List<Reading> readings, boolean sure) {
        if (!readings.isEmpty()) {
            found.add(new DateMention(m.start(), m.end(), List.copyOf(readings), sure));
        }
    }
}
