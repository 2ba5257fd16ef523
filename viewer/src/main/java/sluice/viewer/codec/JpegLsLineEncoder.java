package sluice.viewer.codec;

/** Encodes lines of a lossless JPEG-LS scan (ITU-T T.87 Annex A); the counterpart of {@link JpegLsLineDecoder}. */
final class JpegLsLineEncoder {
    private final JpegLsContexts contexts;
    private final CodestreamWriter out;
    private final int columns;
    private long bits;
    private int count;
    private boolean stuffed;

    JpegLsLineEncoder(JpegLsContexts contexts, CodestreamWriter out, int columns) {
        this.contexts = contexts;
        this.out = out;
        this.columns = columns;
    }

    /**
     * A line of one component; values from index 1 on.
     *
     * @param runIndex of this component
     * @return the new run index
     */
    int line(int[] above, int[] line, int runIndex) {
        JpegLsLineDecoder.edges(above, line, columns);
        int run = runIndex;
        int x = 1;
        while (x <= columns) {
            int a = line[x - 1];
            int b = above[x];
            int c = above[x - 1];
            int q = contexts.context(above[x + 1] - b, b - c, c - a);
            if (q != 0) {
                regular(q, a, b, c, line[x++]);
                continue;
            }
            int start = x;
            while (x <= columns && line[x] == a) {
                x++;
            }
            run = run(x - start, x > columns, run);
            if (x <= columns) {
                interruption(a, above[x], line[x], run);
                x++;
                run = Math.max(0, run - 1);
            }
        }
        return run;
    }

    private void regular(int context, int a, int b, int c, int value) {
        int sign = context < 0 ? -1 : 1;
        int q = context * sign;
        int predicted = contexts.predict(a, b, c, q, sign);
        int error = reduced(sign * (value - predicted));
        int k = contexts.golomb(q);
        int coded = contexts.inverted(q, k) ? -error - 1 : error;
        golomb(k, contexts.limit, coded >= 0 ? 2 * coded : -2 * coded - 1);
        contexts.update(q, error);
    }

    /** Modulo the number of values (A.4.5). */
    private int reduced(int error) {
        int e = error < 0 ? error + contexts.range : error;
        return e >= contexts.range + 1 >> 1 ? e - contexts.range : e;
    }

    private int run(int length, boolean endOfLine, int runIndex) {
        int run = runIndex;
        int left = length;
        while (left >= 1 << JpegLsContexts.RUN_ORDER[run]) {
            put(1, 1);
            left -= 1 << JpegLsContexts.RUN_ORDER[run];
            run = Math.min(31, run + 1);
        }
        if (!endOfLine) {
            put(0, 1);
            put(left, JpegLsContexts.RUN_ORDER[run]);
        } else if (left > 0) {
            put(1, 1);
        }
        return run;
    }

    private void interruption(int a, int b, int value, int run) {
        int type = a == b ? 1 : 0;
        int error = reduced(a > b ? b - value : value - b);
        int k = contexts.runGolomb(type);
        int mapped = contexts.runMapped(type, k, error);
        golomb(k, contexts.limit - JpegLsContexts.RUN_ORDER[run] - 1, mapped);
        contexts.updateRun(type, error, mapped);
    }

    private void golomb(int k, int limit, int mapped) {
        int high = mapped >> k;
        int longest = limit - contexts.errorBits - 1;
        if (high < longest) {
            zeros(high);
            put(1, 1);
            put(mapped, k);
        } else {
            zeros(longest);
            put(1, 1);
            put(mapped - 1, contexts.errorBits);
        }
    }

    private void zeros(int length) {
        int left = length;
        for (; left > 24; left -= 24) {
            put(0, 24);
        }
        put(0, left);
    }

    private void put(int value, int length) {
        bits = bits << length | value & (1L << length) - 1;
        count += length;
        while (count >= (stuffed ? 7 : 8)) {
            count -= stuffed ? 7 : 8;
            int next = (int) (bits >>> count) & (stuffed ? 0x7f : 0xff);
            out.u8(next);
            stuffed = next == 0xff;
        }
    }

    /** Fills the last byte with zeros; behind 0xFF another one follows, so that no marker appears. */
    void finish() {
        if (count > 0) {
            put(0, (stuffed ? 7 : 8) - count);
        }
        if (stuffed) {
            put(0, 7);
        }
    }
}
