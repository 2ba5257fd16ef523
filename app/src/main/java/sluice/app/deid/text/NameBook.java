package sluice.app.deid.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.app.deid.table.NameWords;

/** The names of one patient and the people around it, taken apart into what is looked for. */
final class NameBook {

    static final int LONG = 8;
    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_LOGIN = 4;

    /** What stands between the groups of a PN value and between their components (PS3.5 section 6.2.1). */
    private static final String GROUPS = "=";
    private static final String COMPONENTS = "\\^";

    private final NameWords words;
    /** each part of a name and the names that have it */
    final Map<String, Set<Integer>> parts = new HashMap<>();
    /** each part of a name and the first letters of the other parts */
    final Map<String, Set<Character>> initials = new HashMap<>();
    final Set<String> longParts = new LinkedHashSet<>();
    final Set<String> ideographs = new LinkedHashSet<>();
    final Set<String> singleIdeographs = new HashSet<>();
    final Set<String> joined = new LinkedHashSet<>();
    final Set<String> logins = new HashSet<>();
    final Set<String> particles = new HashSet<>();
    private int names;

    NameBook(NameWords words) {
        this.words = words;
    }

    /** Adds one PN value with all its groups. */
    void add(String name) {
        for (String group : name.split(GROUPS)) {
            names++;
            for (String spelling : TextForm.spellings(group)) {
                addSpelling(spelling);
            }
        }
    }

    private void addSpelling(String folded) {
        String[] components = folded.split(COMPONENTS);
        if (components.length == 1 && folded.indexOf(',') > 0) {
            components = folded.split(",", 2);
        }
        List<String> all = TextForm.words(folded);
        for (String word : all) {
            addPart(word, all);
        }
        for (String component : components) {
            addCompound(component);
        }
        addJoined(folded);
        if (components.length > 1) {
            addJoined(components[0] + components[1]);
            addJoined(components[1] + components[0]);
            addJoined(first(components[1]) + components[0]);
            addJoined(components[0] + first(components[1]));
            addLogins(TextForm.squeeze(components[0]), first(components[1]));
        } else if (all.size() == 2) {
            addJoined(all.get(1) + all.get(0));
            addLogins(all.get(1), all.get(0));
            addLogins(all.get(0), all.get(1));
        }
    }

    /** "O'Brien" and "van der Berg" are written in one word as well. */
    private void addCompound(String component) {
        List<String> words = TextForm.words(component);
        if (words.size() > 1 && words.stream().noneMatch(this::standsForNobody)) {
            addPart(TextForm.squeeze(component), List.of());
        }
    }

    private static String first(String component) {
        List<String> words = TextForm.words(component);
        return words.isEmpty() ? "" : words.get(0);
    }

    private boolean standsForNobody(String word) {
        return words.placeholders().contains(word) || words.titles().contains(word);
    }

    private void addPart(String word, List<String> all) {
        if (standsForNobody(word)) {
            return;
        }
        if (TextForm.isIdeographic(word)) {
            (word.length() >= 2 ? ideographs : singleIdeographs).add(word);
            return;
        }
        if (words.particles().contains(word)) {
            particles.add(word);
            return;
        }
        if (word.length() < 2) {
            return;
        }
        parts.computeIfAbsent(word, w -> new HashSet<>()).add(names);
        Set<Character> letters = initials.computeIfAbsent(word, w -> new HashSet<>());
        for (String other : all) {
            if (!other.equals(word) && !standsForNobody(other)) {
                letters.add(other.charAt(0));
            }
        }
        if (word.length() >= LONG) {
            longParts.add(word);
        }
    }

    private void addJoined(String folded) {
        String s = TextForm.squeeze(folded);
        boolean named = TextForm.words(folded).stream().anyMatch(w -> !standsForNobody(w) && !words.particles().contains(w));
        if (named && s.length() >= (TextForm.isIdeographic(s) ? 2 : SHORTEST_JOINED)) {
            joined.add(s);
        }
    }

    /** Login names as administrators make them: jsmith, smithj, johsmi, smijoh. */
    private void addLogins(String family, String given) {
        if (family.length() < 2 || given.isEmpty() || standsForNobody(family) || standsForNobody(given)
                || TextForm.isIdeographic(family)) {
            return;
        }
        addLogin(given.charAt(0) + family);
        addLogin(family + given.charAt(0));
        if (family.length() >= 3 && given.length() >= 3) {
            addLogin(given.substring(0, 3) + family.substring(0, 3));
            addLogin(family.substring(0, 3) + given.substring(0, 3));
        }
    }

    private void addLogin(String login) {
        if (login.length() >= SHORTEST_LOGIN && !words.descriptors().contains(login) && !words.technical().contains(login)) {
            logins.add(login);
        }
    }
}
