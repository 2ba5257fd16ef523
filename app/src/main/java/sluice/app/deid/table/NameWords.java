package sluice.app.deid.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that need care when names, institutions and days are looked for, upper case without diacritics.
 *
 * @param placeholders stand in name attributes for nobody ("ANONYMOUS", "TEST")
 * @param technical are defined terms as well as names ("HEAD")
 * @param descriptors are used in descriptions of studies, series and protocols: body parts, directions, techniques
 * @param particles belong to names but identify nobody ("VAN", "DE")
 * @param titles stand before names ("DR", "FRAU")
 * @param honorifics stand behind names without a space ("\u5148\u751f")
 * @param institutions are common to the names and addresses of many institutions ("HOSPITAL", "STREET")
 * @param units stand behind numbers and are names as well ("MA", "MIN")
 */
public record NameWords(Set<String> placeholders, Set<String> technical, Set<String> descriptors, Set<String> particles,
        Set<String> titles, Set<String> honorifics, Set<String> institutions, Set<String> units) {

    public NameWords {
        placeholders = Set.copyOf(placeholders);
        technical = Set.copyOf(technical);
        descriptors = Set.copyOf(descriptors);
        particles = Set.copyOf(particles);
        titles = Set.copyOf(titles);
        honorifics = Set.copyOf(honorifics);
        institutions = Set.copyOf(institutions);
        units = Set.copyOf(units);
    }

    /** The lists that the product ships. */
    public static NameWords load() {
        return new NameWords(words("placeholder-words.tsv"), words("technical-words.tsv"), words("descriptor-words.tsv"),
                words("name-particles.tsv"), words("titles.tsv"), words("honorifics.tsv"), words("institution-words.tsv"),
                words("unit-words.tsv"));
    }

    /** Month names: a language, then twelve cells with the forms of one month separated by spaces. */
    public static List<String[]> months() {
        return Tsv.resource("months.tsv").rows();
    }

    /** Letters of other scripts in Latin ones: the letters, then a cell for each system. */
    public static List<String[]> romanisations() {
        return Tsv.resource("romanisations.tsv").rows();
    }

    /** Endings of bent names: their kind, then cells with endings separated by spaces. */
    public static List<String[]> nameEndings() {
        return Tsv.resource("name-endings.tsv").rows();
    }

    /** Numbers of states for people: name, form, check rule, its arguments, place of a date, remark. */
    public static List<String[]> nationalNumbers() {
        return Tsv.resource("national-numbers.tsv").rows();
    }

    /** Words that hang in the air when what stands behind them is taken out, lower case. */
    public static Set<String> connectives() {
        return Set.copyOf(words("connective-words.tsv"));
    }

    private static Set<String> words(String resource) {
        Set<String> words = new HashSet<>();
        for (String[] c : Tsv.resource(resource).rows()) {
            for (String word : c[0].split(" ")) {
                words.add(word);
            }
        }
        return words;
    }
}
