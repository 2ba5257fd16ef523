package sluice.app.deid.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the part of a name of which a word is made: a bent form ("Anderssons", "Nowakowi", "Ivanovna") or several parts in one word
 * ("annaandersson"). Words that do not begin with the two letters of any part cost one look.
 */
final class BentNames {

    private static final int GATES = 1 << 12;
    private static final int LONGEST_WORD = 64;
    private static final int SHORTEST_JOINED = 5;

    private final NameEndings endings;
    private final BitSet gates = new BitSet(GATES);
    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private int shortest = Integer.MAX_VALUE;

    /** @param parts folded, of two letters or more */
    BentNames(Collection<String> parts, NameEndings endings) {
        this.endings = endings;
        for (String part : parts) {
            gates.set(gate(part));
            whole.put(part, part);
            shortest = Math.min(shortest, part.length());
            for (String stem : endings.stems(part)) {
                stems.putIfAbsent(stem, part);
                shortest = Math.min(shortest, stem.length());
            }
            for (String other : endings.others(part)) {
                others.putIfAbsent(other, part);
            }
        }
    }

    private static int gate(String word) {
        return (word.charAt(0) * 61 + word.charAt(1)) & GATES - 1;
    }

    /** The part of which a folded word is another form, or of which and others it is made; null if there is none. */
    String partOf(String word) {
        int length = word.length();
        if (length < 2 || length > LONGEST_WORD || !gates.get(gate(word))) {
            return null;
        }
        String part = others.get(word);
        for (int n = 0; part == null && n <= NameEndings.LONGEST && length - n >= Math.max(3, shortest); n++) {
            String start = word.substring(0, length - n);
            String ending = word.substring(length - n);
            String base = n == 0 ? null : whole.get(start);
            if (base != null && endings.fits(ending, NameEndings.Kind.WHOLE, start.length())) {
                part = base;
            }
            base = stems.get(start);
            if (part == null && base != null && (n == 0 || endings.fits(ending, NameEndings.Kind.STEM, start.length())) && start.length() >= 4 - Math.min(n, 1)) {
                part = base;
            }
        }
        return part != null || length < SHORTEST_JOINED ? part : joined(word);
    }

    /** The first of the parts, where the whole word is made of parts. */
    private String joined(String word) {
        int length = word.length();
        boolean[] reached = new boolean[length + 1];
        reached[0] = true;
        String first = null;
        for (int from = 0; from < length; from++) {
            for (int to = from + shortest; reached[from] && to <= length; to++) {
                String part = whole.get(word.substring(from, to));
                if (part != null) {
                    reached[to] = true;
                    first = from == 0 && first == null ? part : first;
                }
            }
        }
        return reached[length] ? first : null;
    }
}
