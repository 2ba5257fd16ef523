package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers by which states know their people, recognised by form and, where there is one, by the published check rule: Sweden
 * (Luhn), Norway (two digits modulo 11), Denmark (date; modulo 11 where no hyphen is written), Finland (modulo 31), Spain
 * (modulo 23), United Kingdom (NHS, modulo 11), France (97 minus modulo 97), Belgium and Switzerland (form), United States
 * (form and the numbers that are not given out), Italy (form).
 */
final class NationalNumbers implements Form {

    private static final String NOT_INSIDE = "(?<![\\p{L}\\d.-])";
    private static final String ENDS = "(?![\\p{L}\\d]|[.-]\\d)";

    private static final Pattern US = Pattern.compile(NOT_INSIDE + "(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}" + ENDS);
    private static final Pattern TEN = Pattern.compile(NOT_INSIDE + "(?:19|20)?(\\d{6})([-+ ]?)(\\d{4})" + ENDS);
    private static final Pattern NORWEGIAN = Pattern.compile(NOT_INSIDE + "(\\d{6}) ?(\\d{5})" + ENDS);
    private static final Pattern FINNISH = Pattern.compile(NOT_INSIDE + "(\\d{6})[-+A-FU-Y](\\d{3})([0-9A-FHJ-NPR-Y])" + ENDS);
    private static final Pattern SPANISH = Pattern.compile(NOT_INSIDE + "([XYZ]?)-?(\\d{7,8})[- ]?([A-HJ-NP-TV-Z])" + ENDS);
    private static final Pattern NHS = Pattern.compile(NOT_INSIDE + "(\\d{3})([ -])(\\d{3})\\2(\\d{4})" + ENDS);
    private static final Pattern FRENCH = Pattern.compile(
            NOT_INSIDE + "([1-478] ?\\d{2} ?(?:0[1-9]|[1-9]\\d) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3}) ?(\\d{2})" + ENDS);
    private static final Pattern BELGIAN = Pattern.compile(NOT_INSIDE + "\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}" + ENDS);
    private static final Pattern SWISS = Pattern.compile(NOT_INSIDE + "756\\.\\d{4}\\.\\d{4}\\.\\d{2}" + ENDS);
    private static final Pattern ITALIAN = Pattern.compile(
            "(?i)(?<![\\p{L}\\d])[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z](?![\\p{L}\\d])");

    private static final String FINNISH_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String SPANISH_CHECK = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int[] DANISH_WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] NORWEGIAN_FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] NORWEGIAN_SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    @Override
    public void find(String text, Spans hits) {
        Matcher m = TEN.matcher(text);
        while (m.find()) {
            String digits = m.group(1) + m.group(3);
            boolean hyphen = !m.group(2).isBlank();
            boolean century = m.end(1) - m.start() == 8;
            if (swedish(digits) || !century && danish(digits, hyphen)) {
                hits.add(m.start(), m.end());
            }
        }
        find(NORWEGIAN, text, hits, x -> norwegian(x.group(1) + x.group(2)));
        find(FINNISH, text, hits, x -> isDate(x.group(1), true) && FINNISH_CHECK.charAt(
                (int) (Long.parseLong(x.group(1) + x.group(2)) % 31)) == x.group(3).charAt(0));
        find(SPANISH, text, hits, NationalNumbers::spanish);
        find(NHS, text, hits, x -> nhs(x.group(1) + x.group(3) + x.group(4)));
        find(FRENCH, text, hits, x -> french(x.group(1).replace(" ", ""), x.group(2)));
        find(US, text, hits, x -> true);
        find(BELGIAN, text, hits, x -> true);
        find(SWISS, text, hits, x -> true);
        find(ITALIAN, text, hits, x -> true);
    }

    private static void find(Pattern pattern, String text, Spans hits, java.util.function.Predicate<Matcher> check) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            if (check.test(m)) {
                hits.add(m.start(), m.end());
            }
        }
    }

    /** @param dayFirst ddmmyy, else yymmdd */
    private static boolean isDate(String six, boolean dayFirst) {
        int a = Integer.parseInt(six.substring(0, 2));
        int month = Integer.parseInt(six.substring(2, 4));
        int c = Integer.parseInt(six.substring(4));
        try {
            LocalDate.of(2000 + (dayFirst ? c : a), month, dayFirst ? a : c);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Coordination numbers have 60 added to the day. */
    private static boolean swedish(String ten) {
        int day = Integer.parseInt(ten.substring(4, 6));
        String date = ten.substring(0, 4) + (day > 60 ? twoDigits(day - 60) : ten.substring(4, 6));
        if (!isDate(date, false)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int d = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += d / 10 + d % 10;
        }
        return sum % 10 == 0;
    }

    private static String twoDigits(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }

    /** Numbers given out since 2007 need not fit the check digit, so a written hyphen is enough. */
    private static boolean danish(String ten, boolean hyphen) {
        return isDate(ten.substring(0, 6), true) && (hyphen || weighted(ten, DANISH_WEIGHTS) % 11 == 0);
    }

    private static boolean norwegian(String eleven) {
        return weighted(eleven, NORWEGIAN_FIRST) % 11 == 0 && weighted(eleven, NORWEGIAN_SECOND) % 11 == 0
                && !eleven.equals("00000000000");
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    private static boolean spanish(Matcher m) {
        String foreigner = m.group(1);
        if (foreigner.isEmpty() == (m.group(2).length() == 7)) {
            return false;
        }
        String number = foreigner.isEmpty() ? m.group(2) : "XYZ".indexOf(foreigner) + m.group(2);
        return SPANISH_CHECK.charAt(Integer.parseInt(number) % 23) == m.group(3).charAt(0);
    }

    private static boolean nhs(String ten) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (ten.charAt(i) - '0') * (10 - i);
        }
        return (11 - sum % 11) % 11 == ten.charAt(9) - '0';
    }

    private static boolean french(String thirteen, String key) {
        long number = Long.parseLong(thirteen.replace("2A", "19").replace("2B", "18"));
        return 97 - number % 97 == Integer.parseInt(key);
    }
}
