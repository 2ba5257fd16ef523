package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Decodes lines of a JPEG-LS scan (ITU-T T.87 Annex A). A line has one more value on the left (Rc or Ra of the first sample)
 * and one on the right (Rd of the last one).
 */
final class JpegLsLineDecoder {
    private final JpegLsContexts contexts;
    private final JpegLsBits bits;
    private final int columns;

    JpegLsLineDecoder(JpegLsContexts contexts, JpegLsBits bits, int columns) {
        this.contexts = contexts;
        this.bits = bits;
        this.columns = columns;
    }

    /** Puts the values beside a line that the contexts of its edges use. */
    static void edges(int[] above, int[] line, int columns) {
        above[columns + 1] = above[columns];
        line[0] = above[1];
    }

    /**
     * A line of one component.
     *
     * @param runIndex of this component
     * @return the new run index
     */
    int line(int[] above, int[] line, int runIndex) throws CodecException {
        edges(above, line, columns);
        int run = runIndex;
        int a = line[0];
        int c = above[0];
        int b = above[1];
        int x = 1;
        while (x <= columns) {
            int d = above[x + 1];
            int q = contexts.context(d - b, b - c, c - a);
            if (q != 0) {
                a = regular(q, a, b, c);
                line[x++] = a;
                c = b;
                b = d;
                continue;
            }
            int length = run(run, columns - x + 1);
            run = length >>> 16 & 0xff;
            int end = x + (length & 0xffff);
            Arrays.fill(line, x, end, a);
            x = end;
            if (x <= columns) {
                a = interruption(a, above[x], Math.abs(a - above[x]) <= contexts.near ? 1 : 0, run);
                line[x++] = a;
                run = Math.max(0, run - 1);
            }
            c = above[x - 1];
            b = x <= columns ? above[x] : 0;
        }
        return run;
    }

    /** A line of several components whose values alternate; they share runs. */
    int line(int[][] above, int[][] line, int runIndex) throws CodecException {
        int n = line.length;
        for (int i = 0; i < n; i++) {
            edges(above[i], line[i], columns);
        }
        int run = runIndex;
        int[] q = new int[n];
        int x = 1;
        while (x <= columns) {
            int any = 0;
            for (int i = 0; i < n; i++) {
                int b = above[i][x];
                int c = above[i][x - 1];
                q[i] = contexts.context(above[i][x + 1] - b, b - c, c - line[i][x - 1]);
                any |= q[i];
            }
            if (any != 0) {
                for (int i = 0; i < n; i++) {
                    line[i][x] = regular(q[i], line[i][x - 1], above[i][x], above[i][x - 1]);
                }
                x++;
                continue;
            }
            int length = run(run, columns - x + 1);
            run = length >>> 16 & 0xff;
            int end = x + (length & 0xffff);
            for (int[] values : line) {
                Arrays.fill(values, x, end, values[x - 1]);
            }
            x = end;
            if (x <= columns) {
                for (int i = 0; i < n; i++) {
                    line[i][x] = interruption(line[i][x - 1], above[i][x], 0, run);
                }
                x++;
                run = Math.max(0, run - 1);
            }
        }
        return run;
    }

    private int regular(int context, int a, int b, int c) throws CodecException {
        int sign = context < 0 ? -1 : 1;
        int q = context * sign;
        int predicted = contexts.predict(a, b, c, q, sign);
        int k = contexts.golomb(q);
        int mapped = bits.golomb(k, contexts.limit, contexts.errorBits);
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped + 1 >> 1);
        if (contexts.inverted(q, k)) {
            error = -error - 1;
        }
        checkError(error);
        contexts.update(q, error);
        return contexts.reconstruct(predicted, sign * error);
    }

    private void checkError(int error) throws CodecException {
        if (error > contexts.range || error < -contexts.range) {
            throw SegmentReader.corrupt("A prediction error is out of range");
        }
    }

    /** @return index of the run's order &lt;&lt; 16 | length, at most {@code left} */
    private int run(int runIndex, int left) throws CodecException {
        int run = runIndex;
        int length = 0;
        while (bits.bit() == 1) {
            int part = 1 << JpegLsContexts.RUN_ORDER[run];
            if (part <= left - length) {
                run = Math.min(31, run + 1);
            }
            length = Math.min(left, length + part);
            if (length == left) {
                return run << 16 | length;
            }
        }
        length += bits.bits(JpegLsContexts.RUN_ORDER[run]);
        // a run that fills the line is not interrupted, and bits behind the end are zeros
        if (length >= left) {
            throw SegmentReader.corrupt("A run is longer than its line");
        }
        return run << 16 | length;
    }

    private int interruption(int a, int b, int type, int run) throws CodecException {
        int k = contexts.runGolomb(type);
        int mapped = bits.golomb(k, contexts.limit - JpegLsContexts.RUN_ORDER[run] - 1, contexts.errorBits);
        int error = contexts.runError(type, k, mapped);
        checkError(error);
        contexts.updateRun(type, error, mapped);
        if (type == 1) {
            return contexts.reconstruct(a, error);
        }
        return contexts.reconstruct(b, a > b ? -error : error);
    }
}
