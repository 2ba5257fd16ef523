package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.table.NameWords;

/** Numbers of states for their people by the table {@code national-numbers.tsv}: the form, the check rule and, where there is one, the date must agree. */
final class CheckedNumbers implements Form {

    private static final int FEWEST_DIGITS = 7;

    /** Beside what is counted or measured. */
    private static final Pattern MEASURED = Pattern.compile("(?iu)(?:counts?|[kmg]?bq|uid|series|image|instance|voxels?|pixels?|bytes?|events?|frames?|[mnu\u00b5]?s|mm|[kmg]?hz|mas?|kv|version|build|sw|ser\\.?|no\\. of)$");
    private static final Pattern MEASURED_BEHIND = Pattern.compile("(?iu) ?(?:counts?|[kmg]?bq|voxels?|pixels?|bytes?|events?|frames?|[mnu\u00b5]?s|mm|[kmg]?hz|mas?|kvp?)(?!\\p{L})");

    private record Kind(Pattern form, CheckRule rule, String arguments, String date, boolean plain) { }

    private final List<Kind> kinds = new ArrayList<>();
    private final boolean plainToo;

    /** @param plainToo whether numbers count that are met by chance */
    CheckedNumbers(boolean plainToo) {
        this.plainToo = plainToo;
        for (String[] row : NameWords.nationalNumbers()) {
            kinds.add(new Kind(Pattern.compile("(?<![\\p{L}\\d.,/+-])" + row[1] + "(?![\\p{L}\\d]|[.,/-]\\d)"), CheckRule.valueOf(row[2].toUpperCase(Locale.ROOT)), row[3], row[4],
                    row[5].equals("plain")));
        }
    }

    @Override
    public void find(String text, Spans hits) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        if (digits < FEWEST_DIGITS) {
            return;
        }
        for (Kind kind : kinds) {
            Matcher m = kind.form().matcher(text);
            while ((plainToo || !kind.plain()) && m.find()) {
                StringBuilder number = new StringBuilder();
                for (int g = 1; g <= m.groupCount(); g++) {
                    number.append(m.group(g));
                }
                if (kind.rule().holds(number.toString(), kind.arguments()) && dated(number.toString(), kind.date()) && !(kind.plain() && measured(text, m))) {
                    hits.add(m.start(), m.end());
                }
            }
        }
    }

    private static boolean measured(String text, Matcher m) {
        String before = text.substring(Math.max(0, m.start() - 12), m.start()).stripTrailing();
        return m.group().endsWith("000") || MEASURED.matcher(before.replaceAll("[ :=]+$", "")).find() || MEASURED_BEHIND.matcher(text).region(m.end(), text.length()).lookingAt();
    }

    /** States add to months for centuries and sex. */
    private static boolean dated(String number, String place) {
        if (place.equals("-")) {
            return true;
        }
        int at = place.charAt(3) - '0';
        int first = Integer.parseInt(number.substring(at, at + 2));
        int month = Integer.parseInt(number.substring(at + 2, at + 4));
        boolean dayFirst = place.startsWith("dmy");
        int last = Integer.parseInt(number.substring(at + 4, at + (place.endsWith(":3") ? 7 : 6)));
        int day = dayFirst ? first : last;
        int year = dayFirst ? last : first;
        int plus = place.indexOf('+');
        for (String added : (plus < 0 ? "0" : "0," + place.substring(plus + 1)).split(",")) {
            try {
                LocalDate.of(year % 4 == 0 ? 2000 : 2001, month - Integer.parseInt(added), day);
                return true;
            } catch (DateTimeException e) {
                // another sum may have been added
            }
        }
        return false;
    }
}
