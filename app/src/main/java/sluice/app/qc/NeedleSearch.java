package sluice.app.qc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for many needles at once, by blocks of two bytes (S. Wu and U. Manber, A fast algorithm for multi-pattern searching,
 * University of Arizona TR-94-17, 1994): where the two bytes at a window's end stand in no needle, the whole window is left
 * behind. Case of ASCII letters does not matter. Immutable.
 */
final class NeedleSearch {
    private final int shortest;
    private final int longest;
    private final byte[] shift = new byte[1 << 16];
    private final Needle[][] ending = new Needle[1 << 16][];

    /** @param atLeast shorter needles are left out, in bytes, 2 or more */
    NeedleSearch(List<Needle> all, int atLeast) {
        List<Needle> needles = all.stream().filter(n -> n.bytes().length >= atLeast).toList();
        shortest = Math.min(100, needles.stream().mapToInt(n -> n.bytes().length).min().orElse(2));
        longest = needles.stream().mapToInt(n -> n.bytes().length).max().orElse(0);
        Arrays.fill(shift, (byte) (shortest - 1));
        List<List<Needle>> lists = new ArrayList<>();
        int[] listOf = new int[1 << 16];
        for (Needle needle : needles) {
            for (int i = 1; i < shortest; i++) {
                int block = block(needle.bytes()[i - 1], needle.bytes()[i]);
                shift[block] = (byte) Math.min(shift[block], shortest - 1 - i);
            }
            int last = block(needle.bytes()[shortest - 2], needle.bytes()[shortest - 1]);
            if (listOf[last] == 0) {
                lists.add(new ArrayList<>());
                listOf[last] = lists.size();
            }
            lists.get(listOf[last] - 1).add(needle);
        }
        for (int b = 0; b < listOf.length; b++) {
            if (listOf[b] > 0) {
                ending[b] = lists.get(listOf[b] - 1).toArray(Needle[]::new);
            }
        }
    }

    private static int block(byte a, byte b) {
        return (Needle.fold(a) & 0xff) << 8 | Needle.fold(b) & 0xff;
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** Bytes that two consecutive parts of a stream have to share, one character before a needle and one behind it included. */
    int overlap() {
        return longest + 4;
    }

    /** Whether any needle is in the first bytes of this array. */
    boolean isIn(byte[] text, int end) {
        if (isEmpty()) {
            return false;
        }
        int i = shortest - 1;
        while (i < end) {
            int block = block(text[i - 1], text[i]);
            int skip = shift[block];
            if (skip > 0) {
                i += skip;
                continue;
            }
            for (Needle needle : ending[block]) {
                if (needle.isAt(text, i - shortest + 1, end)) {
                    return true;
                }
            }
            i++;
        }
        return false;
    }
}
