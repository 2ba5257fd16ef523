package sluice.app.deid.text;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import sluice.app.deid.table.NameWords;

/**
 * Looks for known institutions, departments and addresses: as a whole however separated, their lines and parts between commas
 * by themselves, and their distinctive words, which are those that many institutions do not have in common.
 */
final class KnownPlaces {

    private static final int SHORTEST_PHRASE = 6;
    private static final int SHORTEST_INSIDE = 8;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_NUMBER = 5;

    private final NameWords words;
    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<String> distinctive = new HashSet<>();
    private PatternSet patterns = new PatternSet(Set.of());

    KnownPlaces(NameWords words) {
        this.words = words;
    }

    void add(String value) {
        addPhrase(value);
        for (String part : value.split("[,;\\r\\n^|]")) {
            addPhrase(part);
        }
    }

    private void addPhrase(String value) {
        for (String folded : TextForm.spellings(value)) {
            Tokens tokens = Tokens.of(folded);
            boolean named = false;
            for (int i = 0; i < tokens.size(); i++) {
                String word = tokens.get(i).word();
                boolean ordinary = isOrdinary(word);
                named |= !ordinary && (word.length() >= 3 || TextForm.isIdeographic(word));
                if (!ordinary && word.length() >= (tokens.get(i).number() ? SHORTEST_NUMBER : SHORTEST_WORD)) {
                    distinctive.add(word);
                }
            }
            String squeezed = TextForm.squeeze(folded);
            if (named && squeezed.length() >= (TextForm.isIdeographic(squeezed) ? 3 : SHORTEST_PHRASE)) {
                phrases.add(squeezed);
            }
        }
    }

    /** Words that say nothing about which place it is. */
    private boolean isOrdinary(String word) {
        return words.institutions().contains(word) || words.descriptors().contains(word) || words.technical().contains(word)
                || words.placeholders().contains(word) || words.particles().contains(word);
    }

    /** To be called when all are added. */
    void freeze() {
        patterns = new PatternSet(phrases);
    }

    boolean isEmpty() {
        return phrases.isEmpty() && distinctive.isEmpty();
    }

    boolean isExactly(String squeezed) {
        return phrases.contains(squeezed);
    }

    void find(FoldedText text, Spans hits) {
        patterns.find(text.squeezed(), (from, to, phrase) -> {
            int start = text.ofSqueezed(from);
            int end = text.ofSqueezed(to - 1) + 1;
            if (phrase.length() >= SHORTEST_INSIDE || TextForm.isIdeographic(phrase)
                    || text.isBoundary(start) && text.isBoundary(end)) {
                hits.add(start, end);
            }
        });
        if (!distinctive.isEmpty()) {
            Tokens tokens = text.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (distinctive.contains(tokens.get(i).word())) {
                    withGenericWords(tokens, i, hits);
                }
            }
        }
    }

    /** "Sahlgrenska hospital": what kind of place it is goes with its name. */
    private void withGenericWords(Tokens tokens, int i, Spans hits) {
        int first = i;
        int last = i;
        while (tokens.gap(first - 1).equals(" ") && words.institutions().contains(tokens.word(first - 1))) {
            first--;
        }
        while (tokens.gap(last).equals(" ") && words.institutions().contains(tokens.word(last + 1))) {
            last++;
        }
        hits.add(tokens.get(first).from(), tokens.get(last).to());
    }
}
