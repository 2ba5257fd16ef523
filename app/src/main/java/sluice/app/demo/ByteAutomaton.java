package sluice.app.demo;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** Finds many byte strings in one pass (Aho and Corasick 1975); ASCII capitals count as small letters. */
final class ByteAutomaton {

    private static final int BYTES = 256;

    /** Per state and byte the next state; while the table is built 0 means that there is none yet. */
    private int[] next = new int[BYTES * 1024];
    /** Per state the pattern that ends there, or -1. */
    private int[] ends = new int[1024];
    /** Per state the nearest shorter state in which another pattern ends, or 0. */
    private int[] shorter;
    private int states = 1;
    private final int[] lengths;

    /** @param patterns the byte strings; of equal ones the first counts */
    ByteAutomaton(List<ByteBuffer> patterns) {
        ends[0] = -1;
        lengths = new int[patterns.size()];
        for (int p = 0; p < lengths.length; p++) {
            ByteBuffer pattern = patterns.get(p);
            lengths[p] = pattern.remaining();
            int state = 0;
            for (int i = 0; i < lengths[p]; i++) {
                state = grown(state, fold(pattern.get(i) & 0xff));
            }
            if (ends[state] < 0) {
                ends[state] = p;
            }
        }
        next = Arrays.copyOf(next, states * BYTES);
        link();
    }

    private int grown(int state, int b) {
        if (next[state * BYTES + b] == 0) {
            if (states == ends.length) {
                ends = Arrays.copyOf(ends, states * 2);
                next = Arrays.copyOf(next, states * 2 * BYTES);
            }
            ends[states] = -1;
            next[state * BYTES + b] = states++;
        }
        return next[state * BYTES + b];
    }

    /** Breadth first, so that the row of the state to fall back to is complete when it is needed. */
    private void link() {
        int[] fail = new int[states];
        shorter = new int[states];
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int b = 0; b < BYTES; b++) {
                int detour = state == 0 ? 0 : next[fail[state] * BYTES + b];
                int to = next[state * BYTES + b];
                if (to == 0) {
                    next[state * BYTES + b] = detour;
                } else {
                    fail[to] = detour;
                    shorter[to] = ends[detour] >= 0 ? detour : shorter[detour];
                    queue.add(to);
                }
            }
        }
    }

    /** State after one more byte; start with 0. */
    int step(int state, int b) {
        return next[state * BYTES + fold(b)];
    }

    /** The first state, from this one towards shorter ones, in which a pattern ends; 0 where none does. */
    int ending(int state) {
        return ends[state] >= 0 ? state : shorter[state];
    }

    /** The next shorter state after {@link #ending}; 0 at the end. */
    int shorter(int state) {
        return shorter[state];
    }

    /** The pattern that ends in a state that {@link #ending} or {@link #shorter} gave. */
    int pattern(int state) {
        return ends[state];
    }

    int length(int pattern) {
        return lengths[pattern];
    }

    private static int fold(int b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }
}
