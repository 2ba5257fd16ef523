package sluice.app.deid.table;

import java.util.HashSet;
import java.util.Set;

/**
 * Words that need care when names are looked for, upper case.
 *
 * @param placeholders stand in name attributes for nobody ("ANONYMOUS", "TEST")
 * @param technical are defined terms as well as names ("HEAD")
 */
public record NameWords(Set<String> placeholders, Set<String> technical) {

    public NameWords {
        placeholders = Set.copyOf(placeholders);
        technical = Set.copyOf(technical);
    }

    /** The lists that the product ships. */
    public static NameWords load() {
        return new NameWords(words("placeholder-words.tsv"), words("technical-words.tsv"));
    }

    private static Set<String> words(String resource) {
        Set<String> words = new HashSet<>();
        for (String[] c : Tsv.resource(resource).rows()) {
            words.add(c[0]);
        }
        return words;
    }
}
