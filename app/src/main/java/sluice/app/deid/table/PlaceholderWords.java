package sluice.app.deid.table;

import java.util.HashSet;
import java.util.Set;

/** Words that stand in name attributes for nobody ("ANONYMOUS", "TEST"). */
public final class PlaceholderWords {

    private PlaceholderWords() { }

    /** The list that the product ships, upper case. */
    public static Set<String> load() {
        Set<String> words = new HashSet<>();
        for (String[] c : Tsv.resource("placeholder-words.tsv").rows()) {
            words.add(c[0]);
        }
        return Set.copyOf(words);
    }
}
