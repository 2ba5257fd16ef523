package sluice.viewer.codec;

/** The adaptive run-length code of events (MEL, T.814 clause 7). Behind the end there are ones. */
final class HtRuns {
    private byte[] data;
    private int at;
    private int end;
    private int current;
    private int left;
    private int state;
    private int run;
    private boolean closing;

    void start(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
        current = 0;
        left = 0;
        state = 0;
        run = 0;
        closing = false;
    }

    boolean event() {
        if (run == 0 && !closing) {
            int exponent = exponent(state);
            if (bit() == 1) {
                run = 1 << exponent;
                state = Math.min(12, state + 1);
            } else {
                for (int i = 0; i < exponent; i++) {
                    run = run << 1 | bit();
                }
                state = Math.max(0, state - 1);
                closing = true;
            }
        }
        if (run > 0) {
            run--;
            return false;
        }
        closing = false;
        return true;
    }

    /** Length of the longest run in a state, as power of two: 0 0 0 1 1 1 2 2 2 3 3 4 5. */
    static int exponent(int state) {
        return state < 9 ? state / 3 : state < 11 ? 3 : state - 7;
    }

    private int bit() {
        if (left == 0) {
            left = current == 0xff ? 7 : 8;
            current = at < end ? data[at++] & 0xff : 0xff;
        }
        left--;
        return current >> left & 1;
    }
}
