package sluice.app.deid.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail and web addresses, IP and hardware addresses, telephone and fax numbers. Numbers of three parts may be sizes, so
 * telephone numbers need a plus, a leading zero, an area code in brackets, hyphens in the North American places or a label.
 */
final class Contacts implements Form {

    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;
    private static final int FEWEST_NATIONAL = 9;
    private static final int FEWEST_LABELLED = 5;

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}+@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}");
    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?|ftps?|sftp|file|ldaps?|dicom|mailto):/{0,3}[^\\s\"'<>]{3,}|\\bwww\\.[^\\s\"'<>]{3,}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b[a-z][a-z0-9+-]{1,15}://[^\\s\"'<>]{3,}|\\bwww\\.[^\\s\"'<>]{3,}|\\bmailto:[^\\s]{3,}");
    private static final Pattern HOST = Pattern.compile(
            "(?<![\\w@.-])(?:[A-Za-z][A-Za-z-]{1,40}\\.){1,4}(?:com|org|net|edu|gov|info|eu|de|se|no|dk|fi|fr|es|it|nl|ch|at|be|uk|ie|pt|pl|us|ca|au)(?:/[^\\s]*)?(?![\\w.-])");
    private static final Pattern IPV4 = Pattern.compile(
            "(?<![\\w.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?::\\d{1,5})?(?!\\.?\\w)");
    private static final Pattern VERSION = Pattern.compile("(?i)(?:\\bv|version|software|release|\\brel|\\bsw|build|syngo|firmware)\\.?:? ?$");
    private static final Pattern IPV6 = Pattern.compile(
            "(?i)(?<![\\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]{6,39}(?![\\w:]))(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![\\w:])");
    private static final Pattern HARDWARE = Pattern.compile("(?i)(?<![\\w:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}(?![\\w:-])");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:(?<![\\d.,+])\\+(?!\\d+[.,]\\d+(?!\\d|[ .,-]\\d))|(?<![\\w.])00(?=[\\d ()./-]{6,24}(?!\\w)))[1-9]\\d{0,2}(?:[ .\\-/]?\\(?\\d{1,5}\\)?){2,6}(?!\\d)");
    private static final Pattern WITH_PLUS = Pattern.compile("(?<![\\d.,+])\\+(?!\\d+[.,]\\d+(?!\\d|[ .,-]\\d))[1-9]\\d{0,2}(?:[ .\\-/]?\\(?\\d{1,5}\\)?){2,6}(?!\\d)");
    private static final Pattern AMERICAN = Pattern.compile(
            "(?<![\\w.-])(?:1[ -])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}-)[2-9]\\d{2}[- .]\\d{4}(?![\\w]|[.-]\\d)|(?<![\\w.-])[2-9]\\d{2}\\.[2-9]\\d{2}\\.\\d{4}(?![\\w]|[.-]\\d)");
    private static final Pattern NATIONAL = Pattern.compile(
            "(?<![\\w.,+-])\\(?0\\d{1,4}\\)?(?: ?[-/] ?| )\\d{2,8}(?:[ -]\\d{1,4}){0,4}(?![\\w]|[.,/-]\\d)");
    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:telephone|telefono|tel[eé]fono|t[eé]l[eé]phone|telefon|telefax|tel|t[eé]l|phone|fax|mobil[eo]?|m[oó]vil|mobilnr|handy|cell|tlf|puh|pager|beeper)"
                    + "(?:\\.|nr\\.?| no\\.?| number)? ?[:#=]? ?(?=[+(\\d])[+()\\d][\\d ()./-]{3,24}\\d");

    /** What asks to be called; eight digits or more. */
    private static final Pattern CALLED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:ring(?:a|e)?(?: p[\u00e5a]| til)?|call(?:back)?|dial|text|sms|whatsapp|anrufen|r[\u00fcu]ckruf|nummer|number|contact|kontakt|gsm|mob|mobil|mobile|tfn|tlfnr|telf|tfno|zadzwo[\u0144n]|kom[\u00f3o]rka|soita(?:a)?|appeler|appelez|llamar|llame|"
                    + "chiamare|bellen|bel|ligar|volat|\u0442\u0435\u043b(?:\u0435\u0444\u043e\u043d)?|\u043c\u043e\u0431|\u03c4\u03b7\u03bb(?:\u03ad\u03c6\u03c9\u03bd\u03bf)?|\u03ba\u03b9\u03bd(?:\u03b7\u03c4\u03cc)?|\u96fb\u8a71(?:\u756a\u53f7)?|\u7535\u8bdd|\u624b\u673a|\uc804\ud654|\ud734\ub300\ud3f0)"
                    + "[.:#\uff1a ]{0,3}(?=[+(\\d])[+()\\d][\\d ()./-]{6,24}\\d");

    @Override
    public void find(String text, Spans hits) {
        if (text.indexOf('@') >= 0) {
            all(EMAIL, text, hits);
        }
        if (text.indexOf('.') >= 0 || text.indexOf(':') >= 0) {
            all(URL, text, hits);
            all(HOST, text, hits);
            all(IPV6, text, hits);
            ipv4(text, hits);
        }
        all(HARDWARE, text, hits);
        numbers(text, hits);
    }

    /**
     * What cannot be anything else, for values that stay or go as a whole: no bare host names (they look like the parts of a
     * file's name) and no national telephone numbers without a label.
     */
    void findUnmistakable(String text, Spans hits) {
        all(EMAIL, text, hits);
        all(ADDRESS, text, hits);
        all(IPV6, text, hits);
        all(HARDWARE, text, hits);
        ipv4(text, hits);
        numbers(LABELLED, FEWEST_LABELLED, text, hits);
        numbers(WITH_PLUS, FEWEST_DIGITS, text, hits);
        numbers(AMERICAN, FEWEST_DIGITS, text, hits);
    }

    void findMail(String text, Spans hits) {
        all(EMAIL, text, hits);
    }

    private static void all(Pattern pattern, String text, Spans hits) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            int to = m.end();
            while (to > m.start() && ".,;)]".indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
            hits.add(m.start(), to);
        }
    }

    /** Versions of software have four numbers as well: small ones, or behind a word that says so. */
    private static void ipv4(String text, Spans hits) {
        Matcher m = IPV4.matcher(text);
        while (m.find()) {
            boolean version = m.group().length() < 9
                    || VERSION.matcher(text.substring(Math.max(0, m.start() - 12), m.start())).find();
            if (!version) {
                hits.add(m.start(), m.end());
            }
        }
    }

    private static void numbers(String text, Spans hits) {
        if (digits(text, 0, text.length()) < FEWEST_LABELLED) {
            return;
        }
        numbers(LABELLED, FEWEST_LABELLED, text, hits);
        numbers(CALLED, FEWEST_DIGITS, text, hits);
        numbers(INTERNATIONAL, FEWEST_DIGITS, text, hits);
        numbers(AMERICAN, FEWEST_DIGITS, text, hits);
        numbers(NATIONAL, FEWEST_NATIONAL, text, hits);
    }

    private static void numbers(Pattern pattern, int fewest, String text, Spans hits) {
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            int digits = digits(text, m.start(), m.end());
            if (digits >= fewest && digits <= MOST_DIGITS) {
                // the bracket around the number is not its own
                boolean foreign = text.charAt(m.end() - 1) == ')' && m.group().indexOf('(') < 0;
                hits.add(m.start(), foreign ? m.end() - 1 : m.end());
            }
        }
    }

    private static int digits(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            n += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return n;
    }
}
