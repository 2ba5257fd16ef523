package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.app.deid.table.NameWords;

/**
 * How names are bent and what names are made of them ({@code name-endings.tsv}): genitives and cases of the European
 * languages, feminine forms, names after the father. Words are folded.
 */
final class NameEndings {

    /** The most letters behind a stem. */
    static final int LONGEST = 7;

    private static final int SHORTEST = 3;
    private static final int USUAL = 4;
    private static final int LONG = 5;
    private static final String VOWELS = "AEIOUYАЕЁИЙОУЫЭЮЯЬІЇЄΑΕΗΙΟΥΩ";

    /** What may stand behind a stem. */
    enum Kind { WHOLE, STEM }

    private final Set<String> after = new HashSet<>();
    private final Set<String> behindLong = new HashSet<>();
    private final Set<String> behindShort = new HashSet<>();
    private final Set<String> behindStem = new HashSet<>();
    private final Map<String, String[]> ends = new HashMap<>();

    private NameEndings() { }

    /** The table that the product ships. */
    static NameEndings load() {
        NameEndings endings = new NameEndings();
        for (String[] row : NameWords.nameEndings()) {
            switch (row[0]) {
                case "after" -> endings.after.addAll(List.of(row[1].split(" ")));
                case "long" -> endings.behindLong.addAll(List.of(row[1].split(" ")));
                case "short" -> endings.behindShort.addAll(List.of(row[1].split(" ")));
                case "stem" -> endings.behindStem.addAll(List.of(row[1].split(" ")));
                case "end" -> endings.ends.put(row[1], row[2].split(" "));
                default -> throw new IllegalStateException("name-endings.tsv has no kind of ending " + row[0]);
            }
        }
        return endings;
    }

    /** What is left of a word without its last vowels: none, one or two forms of three letters or more. */
    List<String> stems(String word) {
        List<String> stems = new ArrayList<>(2);
        for (int n = 1; n <= 2; n++) {
            int end = word.length() - n;
            if (end < (n == 1 ? SHORTEST : USUAL) || VOWELS.indexOf(word.charAt(end)) < 0) {
                break;
            }
            stems.add(word.substring(0, end));
        }
        return stems;
    }

    /** The forms of a word whose end does not only grow. */
    List<String> others(String word) {
        List<String> others = new ArrayList<>();
        for (int n = 2; n <= 6 && word.length() - n >= SHORTEST; n++) {
            String[] instead = ends.get(word.substring(word.length() - n));
            for (int i = 0; instead != null && i < instead.length; i++) {
                others.add(word.substring(0, word.length() - n) + (instead[i].equals("-") ? "" : instead[i]));
            }
        }
        return others;
    }

    /** True if a name may go on like this. */
    boolean fits(String ending, Kind kind, int stemLength) {
        if (kind == Kind.STEM) {
            return behindStem.contains(ending);
        }
        return stemLength >= USUAL && after.contains(ending) || stemLength >= LONG && behindLong.contains(ending)
                || stemLength == SHORTEST && behindShort.contains(ending);
    }
}
