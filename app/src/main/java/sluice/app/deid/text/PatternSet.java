package sluice.app.deid.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Many strings looked for at once: at every position only those are compared that begin with the two characters there. */
final class PatternSet {

    private static final int BUCKETS = 1 << 10;

    /** What is done with an occurrence. */
    @FunctionalInterface
    interface Hit {
        void at(int from, int to, String pattern);
    }

    private final Set<String> patterns;
    private final String[][] buckets;

    /** @param patterns of two characters or more */
    PatternSet(Collection<String> patterns) {
        this.patterns = new LinkedHashSet<>(patterns);
        this.buckets = patterns.isEmpty() ? null : new String[BUCKETS][];
        for (String p : this.patterns) {
            int b = bucket(p.charAt(0), p.charAt(1));
            String[] old = buckets[b];
            String[] longer = old == null ? new String[1] : java.util.Arrays.copyOf(old, old.length + 1);
            longer[longer.length - 1] = p;
            buckets[b] = longer;
        }
    }

    private static int bucket(char first, char second) {
        return (first * 37 + second) & BUCKETS - 1;
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** True if one of the strings is exactly this. */
    boolean has(String text) {
        return patterns.contains(text);
    }

    /** Every occurrence of every string, overlapping ones too. */
    void find(String text, Hit hit) {
        if (buckets == null) {
            return;
        }
        for (int i = 0; i + 1 < text.length(); i++) {
            String[] candidates = buckets[bucket(text.charAt(i), text.charAt(i + 1))];
            if (candidates != null) {
                for (String p : candidates) {
                    if (text.startsWith(p, i)) {
                        hit.at(i, i + p.length(), p);
                    }
                }
            }
        }
    }
}
