package sluice.app.deid.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.app.deid.table.NameWords;

/** One system in which Cyrillic and Greek letters are written in Latin ones; {@code romanisations.tsv} names the systems. */
public final class Romanisation {

    private static final int FIRST = 0x370;
    private static final int LAST = 0x52f;

    private final Map<String, String> letters = new HashMap<>();

    private Romanisation() { }

    /** The systems that the product ships; by some of them letters have the same form. */
    public static List<Romanisation> load() {
        List<Romanisation> systems = new ArrayList<>();
        for (String[] row : NameWords.romanisations()) {
            for (int i = 1; i < row.length; i++) {
                if (systems.size() < i) {
                    systems.add(new Romanisation());
                }
                systems.get(i - 1).letters.put(row[0], row[i].equals("-") ? "" : row[i]);
            }
        }
        return List.copyOf(systems);
    }

    /** True if a text has letters that such systems are for. */
    public static boolean concerns(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (concerns(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(char c) {
        return c >= FIRST && c <= LAST && Character.isLetter(c);
    }

    /** A text in Latin letters; others stay. */
    public String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder s = new StringBuilder();
        int at = 0;
        while (at < composed.length()) {
            int taken = letters(composed, at);
            if (taken == 0) {
                s.append(composed.charAt(at++));
            } else {
                s.append(latin(composed, at, taken));
                at += taken;
            }
        }
        return s.toString();
    }

    /** How many characters from here on are written together: 2, 1, or 0 where there is nothing to write otherwise. */
    int letters(String text, int at) {
        if (!concerns(text.charAt(at))) {
            return 0;
        }
        if (at + 1 < text.length() && concerns(text.charAt(at + 1)) && letters.containsKey(plain(text, at, 2))) {
            return 2;
        }
        return letters.containsKey(plain(text, at, 1)) ? 1 : 0;
    }

    /** The Latin letters for as many characters as {@link #letters} told, in capitals. */
    String latin(String text, int at, int taken) {
        return letters.get(plain(text, at, taken));
    }

    /** Capitals; Greek ones without accents, Cyrillic ones with what makes them letters of their own. */
    private static String plain(String text, int at, int length) {
        StringBuilder s = new StringBuilder(length);
        for (int i = at; i < at + length; i++) {
            char c = Character.toUpperCase(text.charAt(i));
            s.append(c < 0x400 ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0) : c);
        }
        return s.toString();
    }
}
