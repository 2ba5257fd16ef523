package sluice.app.deid.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days beside a word that says that somebody was born then, also without a year ("DOB 14/7"), as month and year, or as a year. Weeks of
 * pregnancy ("born 38/40") are none.
 */
final class BirthDays implements Form {

    private static final int SHORTEST = 5;
    private static final char FIRST_HAN = '\u4e00';
    private static final int LAST_DAY = 31;
    private static final int LAST_MONTH = 12;
    private static final int NEAR = 24;

    /** Folded; those that mean something else as well need a sign or a word behind them. */
    private static final String WORDS = "DOB|D\\.O\\.B\\.?|B\\.?DATE|BIRTH ?DATE|BIRTH ?DAY|DATE OF BIRTH|BIRTH|BORN|BDAY|GEBURTSTAG|GEBURTSDATUM|GEBOREN|GEBORENE|GEB\\. ?DATUM|GEB|JAHRGANG|"
            + "FODD|FODT|FODELSEDATUM|FODELSEDAG|FODSELSDATO|FODSELSDAG|FOEDT|FOEDD|BURSDAG|NEE? LE|NEE?|DATE DE NAISSANCE|NAISSANCE|NACID[OA]|NACIMIENTO|FECHA DE NAC|NAT[OA] IL|NASCITA|NASCID[OA]|NASCIMENTO|"
            + "GEBOORTEDATUM|GEBOORTE|SYNTYNYT|SYNTYMAAIKA|SYNT|SYNT\\.?AIKA|URODZON[YA]|URODZENIA|UR|NAROZENA?|NAROZENI|NAR|SZULETETT|SZULETESI|SZUL|NASCUTA?|ROD(?:EN|ENA|JEN|JENA)|"
            + "\u0420\u041e\u0416\u0414\u0415\u041d\u0418\u042f|\u0420\u041e\u0416\u0414\\.?|\u0420\u041e\u0414\u0418\u041b(?:\u0421\u042f|\u0410\u0421\u042c)|\u0414\\. ?\u0420|\u0414\u0420|\u0413\\.? ?\u0420|\u0413\u0415\u041d\u041d\u0418\u0421|\u0393\u0395\u039d\u039d\u0397\u03a3\u0397\u03a3|\u0393\u0395\u039d\u039d\u0397\u0398\u0395\u0399?\u03a3|"
            + "\u751f\u5e74\u6708\u65e5|\u51fa\u751f(?:\u65e5\u671f)?|\u751f\u307e\u308c|\u751f\u30de\u30ec|\uc0dd\ub144\uc6d4\uc77c";

    private static final String NUMBERS = "(?:[\u660e\u5927\u662d\u5e73\u4ee4]\\p{IsHan}?|[MTSHR])?(?<a>\\d{1,4}) ?[./\u5e74-] ?(?<b>\\d{1,4})(?<f> ?[./\u6708-] ?-?\\d{1,4}\u65e5?)?\\.?|\\d{8}|\\d{6}|\\d{4}";
    private static final String NAMED = "(?<c>\\d{1,2})(?:ST|ND|RD|TH|ER)?\\.? ?(?:OF |DE |DEN )?-?(?<d>\\p{L}{1,12})\\.?(?:[ ,.'/-]{1,3}\\d{2,4})?|(?<e>\\p{L}{3,12})\\.? ?\\d{1,4}(?:ST|ND|RD|TH)?(?:,? ?'?\\d{2,4})?";
    private static final String DAY = "(?:" + NUMBERS + "|" + NAMED + ")(?!\\d)";
    private static final Pattern WORD = Pattern.compile("(?:" + WORDS + ")(?![\\p{L}])|\\*(?= ?\\d)|F[.:](?= ?\\d{1,2}[./-])");
    /** What these begin with, so that the words need not be tried everywhere. */
    private static final Set<String> BEGINNINGS = Set.of("DO", "D.", "B.", "BD", "BI", "DA", "BO", "BU", "GE", "JA", "FO", "FE", "F.", "F:", "NE", "NA", "SY", "SZ", "UR", "RO", "\u0420\u041e", "\u0414.", "\u0414\u0420",
            "\u0413.", "\u0413 ", "\u0413\u0420", "\u0413\u0415", "\u0393\u0395");
    private static final Pattern BEHIND = Pattern.compile("[ .:=,()\\[-]{0,4}(?:(?:ON|THE|AM|DEN|D|LE|EL|IL|DIA|DATE|DATUM|DNE|DNIA|YEAR|IN|I|IM|WAS|IS)\\.?[ :]{1,2}){0,3}(" + DAY + ")");
    private static final Pattern BEFORE = Pattern.compile("(?<![\\d./-])(" + DAY + ")[ ,(\\[-]{1,3}$");

    private final Months months;

    BirthDays(Months months) {
        this.months = months;
    }

    @Override
    public void find(String text, Spans hits) {
        if (text.length() < SHORTEST) {
            return;
        }
        FoldedText folded = FoldedText.of(text);
        String s = folded.folded();
        if (!Tokens.hasDigit(s)) {
            return;
        }
        Spans found = new Spans();
        Matcher word = WORD.matcher(s);
        for (int i = 0; i + 2 <= s.length(); i++) {
            char c = s.charAt(i);
            boolean starts = i == 0 || !Character.isLetterOrDigit(s.charAt(i - 1));
            boolean worthALook = c == '*' || c >= FIRST_HAN || starts && Character.isLetter(c) && BEGINNINGS.contains(s.substring(i, i + 2));
            if (worthALook && word.region(i, s.length()).lookingAt()) {
                beside(s, word, found);
            }
        }
        hits.addOriginals(found, folded);
    }

    private void beside(String s, Matcher word, Spans found) {
        Matcher behind = BEHIND.matcher(s).region(word.end(), Math.min(s.length(), word.end() + 3 * NEAR));
        if (behind.lookingAt() && isDay(behind)) {
            found.add(word.start(), behind.end());
            return;
        }
        Matcher before = BEFORE.matcher(s).region(Math.max(0, word.start() - NEAR), word.start());
        while (before.find()) {
            if (isDay(before)) {
                boolean closed = s.indexOf('(', before.end(1)) == before.end() - 1 && s.startsWith(")", word.end());
                found.add(before.start(), closed ? word.end() + 1 : word.end());
                return;
            }
        }
    }

    private boolean isDay(Matcher m) {
        if (m.group("a") != null) {
            int a = Integer.parseInt(m.group("a"));
            int b = Integer.parseInt(m.group("b"));
            return m.group("f") != null || a > LAST_DAY && m.group("a").length() == 4 || b > LAST_DAY && m.group("b").length() == 4
                    || a <= LAST_DAY && b <= LAST_DAY && Math.min(a, b) <= LAST_MONTH;
        }
        String month = m.group("d") != null ? m.group("d") : m.group("e");
        return month == null || !months.named(month).isEmpty() || DateMention.ROMAN.contains(month);
    }
}
