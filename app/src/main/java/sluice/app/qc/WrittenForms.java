package sluice.app.qc;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sluice.app.deid.text.Romanisation;

/** The ways in which the same name or day may be written that a search for exact letters would miss. Small letters, Unicode NFC. */
final class WrittenForms {
    private static final String[][] LETTERS = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"å", "aa"}, {"ø", "oe"}, {"æ", "ae"}, {"ß", "ss"}, {"þ", "th"}, {"đ", "dj"}};
    private static final String[][] PLAIN = {{"ø", "o"}, {"æ", "ae"}, {"ß", "ss"}, {"þ", "th"}, {"đ", "d"}, {"ð", "d"}, {"ł", "l"}, {"ı", "i"}, {"œ", "oe"}};
    private static final int SHORTEST = 4;
    private final List<Romanisation> systems = Romanisation.load();

    /** Other ways to write a part of a name, of four letters or more. */
    Set<String> ofName(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain(word));
        forms.add(plain(replaced(word, LETTERS)));
        forms.add(plain(word.replace("ae", "a").replace("oe", "o").replace("aa", "a").replaceAll("(?<!q)ue", "u")));
        if (Romanisation.concerns(word)) {
            systems.forEach(system -> forms.add(system.of(word).toLowerCase(java.util.Locale.ROOT)));
        }
        forms.remove(word);
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    /** @param day {@code yyyymmdd} */
    static List<String> ofDay(String day) {
        String y = day.substring(0, 4);
        String m = day.substring(4, 6);
        String d = day.substring(6);
        return List.of(y + "-" + m + "-" + d, d + "." + m + "." + y, d + "/" + m + "/" + y, m + "/" + d + "/" + y, d + "-" + m + "-" + y, y + "/" + m + "/" + d);
    }

    private static String replaced(String word, String[][] table) {
        String result = word;
        for (String[] row : table) {
            result = result.replace(row[0], row[1]);
        }
        return result;
    }

    /** A text in small letters without diacritics. */
    static String plain(String word) {
        return Normalizer.normalize(replaced(Normalizer.normalize(replaced(word, PLAIN), Normalizer.Form.NFD).replaceAll("\\p{Mn}", ""), PLAIN), Normalizer.Form.NFC);
    }
}
