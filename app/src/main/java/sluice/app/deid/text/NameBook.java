package sluice.app.deid.text;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.app.deid.table.NameWords;

/** The names of one patient and the people around it, taken apart into what is looked for. */
final class NameBook {

    static final int LONG = 8;
    private static final int SHORTEST_JOINED = 5;
    /** Family, given and middle name of a PN value; prefix and suffix are nobody's (PS3.5 section 6.2.1). */
    private static final int NAMING_COMPONENTS = 3;
    private static final int SHORTEST_LOGIN = 4;

    /** What stands between the groups of a PN value and between their components (PS3.5 section 6.2.1). */
    private static final String GROUPS = "=";
    private static final String COMPONENTS = "\\^";

    private static final Pattern NUMERAL = Pattern.compile("[IVX]+");

    private final NameWords words;
    private final List<Romanisation> romanisations;
    /** each part of a name and the names that have it */
    final Map<String, Set<Integer>> parts = new HashMap<>();
    /** each part of a name and the first letters of the other parts */
    final Map<String, Set<Character>> initials = new HashMap<>();
    /** of two letters, but looked for alone all the same */
    final Set<String> shortNames = new HashSet<>();
    final Set<String> longParts = new LinkedHashSet<>();
    final Set<String> ideographs = new LinkedHashSet<>();
    final Set<String> singleIdeographs = new HashSet<>();
    final Set<String> joined = new LinkedHashSet<>();
    final Set<String> logins = new HashSet<>();
    final Set<String> particles = new HashSet<>();
    private int names;

    NameBook(NameWords words, List<Romanisation> romanisations) {
        this.words = words;
        this.romanisations = romanisations;
    }

    /**
     * Adds one PN value with all its groups.
     *
     * @param patient whether it is the patient's: then even a part of two letters that means something else is looked for alone
     */
    void add(String name, boolean patient) {
        for (String group : name.split(GROUPS)) {
            names++;
            for (String spelling : TextForm.spellings(group)) {
                addSpelling(spelling, patient);
            }
            if (Romanisation.concerns(group)) {
                for (String latin : new LinkedHashSet<>(romanisations.stream().map(r -> r.of(group)).toList())) {
                    addSpelling(TextForm.fold(latin), patient);
                }
            }
            addMisread(group);
        }
    }

    /** UTF-8 that was taken for Latin-1, and what a system makes of letters that it does not know: "M?ller". */
    private void addMisread(String group) {
        for (String component : group.split(COMPONENTS)) {
            if (component.chars().anyMatch(c -> c >= 0x80) && !TextForm.isIdeographic(component)) {
                addMisreadForm(new String(component.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
                addMisreadForm(TextForm.withoutOtherLatin(component));
            }
        }
    }

    private void addMisreadForm(String component) {
        String form = TextForm.squeeze(TextForm.fold(component));
        if (form.length() >= SHORTEST_JOINED) {
            joined.add(form);
        }
    }

    private void addSpelling(String folded, boolean patient) {
        String[] components = folded.split(COMPONENTS);
        if (components.length == 1 && folded.indexOf(',') > 0) {
            components = folded.split(",", 2);
        }
        List<String> all = TextForm.words(folded);
        for (String word : all) {
            addPart(word, all, false);
        }
        boolean full = all.stream().filter(w -> w.length() > 1).count() > 1;
        for (int i = 0; i < Math.min(NAMING_COMPONENTS, components.length); i++) {
            List<String> own = TextForm.words(components[i]);
            if (own.size() == 1) {
                addPart(own.get(0), all, true);
            }
            own.forEach(word -> addShortName(word, patient, full));
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
            addPart(TextForm.squeeze(component), List.of(), false);
        }
    }

    private static String first(String component) {
        List<String> words = TextForm.words(component);
        return words.isEmpty() ? "" : words.get(0);
    }

    private boolean standsForNobody(String word) {
        return words.placeholders().contains(word) || words.titles().contains(word);
    }

    private void addShortName(String word, boolean patient, boolean full) {
        boolean means = words.descriptors().contains(word) || words.technical().contains(word) || words.particles().contains(word);
        if (word.length() == 2 && parts.containsKey(word) && (!means || patient && full)) {
            shortNames.add(word);
        }
    }

    /** Words that are no names beside others: Ben and Van alone in their component are names, and so is Don. */
    private boolean isName(String word, boolean alone) {
        if (words.placeholders().contains(word)) {
            return false;
        }
        boolean title = words.titles().contains(word);
        return alone ? !title || word.length() > 2 && !words.descriptors().contains(word) : !title && !words.particles().contains(word);
    }

    /** @param alone whether it is all of its component */
    private void addPart(String word, List<String> all, boolean alone) {
        if (standsForNobody(word) && !isName(word, alone)) {
            return;
        }
        if (TextForm.isIdeographic(word)) {
            (word.length() >= 2 ? ideographs : singleIdeographs).add(word);
            return;
        }
        if (words.particles().contains(word) && (!alone || NUMERAL.matcher(word).matches())) {
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
