package sluice.viewer.codec;

import java.util.Arrays;

/**
 * The probability estimation of the MQ coder (ISO/IEC 15444-1 table C.2). A state is twice the table's index plus the more
 * probable symbol.
 */
final class MqTables {
    private static final int[] INTERVAL = {0x5601, 0x3401, 0x1801, 0x0ac1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001,
        0x2401, 0x1c01, 0x1601, 0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1c01, 0x1801,
        0x1601, 0x1401, 0x1201, 0x1101, 0x0ac1, 0x09c1, 0x08a1, 0x0521, 0x0441, 0x02a1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049,
        0x0025, 0x0015, 0x0009, 0x0005, 0x0001, 0x5601};
    private static final int[] MORE = {1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46};
    private static final int[] LESS = {1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22,
        23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46};
    static final int STATES = 2 * INTERVAL.length;

    private MqTables() {}

    /** Interval of the less probable symbol of each state. */
    static int[] intervals() {
        int[] all = new int[STATES];
        for (int s = 0; s < STATES; s++) {
            all[s] = INTERVAL[s >> 1];
        }
        return all;
    }

    /** The state behind a more probable symbol. */
    static int[] more() {
        int[] all = new int[STATES];
        for (int s = 0; s < STATES; s++) {
            all[s] = MORE[s >> 1] << 1 | s & 1;
        }
        return all;
    }

    /** The state behind a less probable symbol; states 0, 6 and 14 exchange the symbols. */
    static int[] less() {
        int[] all = new int[STATES];
        for (int s = 0; s < STATES; s++) {
            int i = s >> 1;
            boolean exchange = i == 0 || i == 6 || i == 14;
            all[s] = LESS[i] << 1 | (exchange ? 1 - (s & 1) : s & 1);
        }
        return all;
    }

    /** The initial states of the 19 contexts of JPEG 2000 (table D.7). */
    static void reset(int[] states) {
        Arrays.fill(states, 0);
        states[0] = 4 << 1;
        states[17] = 3 << 1;
        states[18] = 46 << 1;
    }
}
