package sluice.viewer.codec;

import java.util.Arrays;

/**
 * The adaptive state of a JPEG-LS scan (ITU-T T.87 Annex A): 365 contexts of regular mode, two of run mode, with the
 * prediction, mapping and adaptation that coder and decoder share.
 */
final class JpegLsContexts {
    /** A.2.1, the order of run segments' lengths. */
    static final int[] RUN_ORDER = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int RUN = 365;
    final int maxval;
    final int near;
    final int range;
    final int errorBits;
    final int limit;
    final int step;
    private final int reset;
    private final byte[] quantised;
    private final int[] a = new int[RUN + 2];
    private final int[] b = new int[RUN];
    private final int[] c = new int[RUN];
    private final int[] n = new int[RUN + 2];
    private final int[] negative = new int[2];

    JpegLsContexts(JpegLsParameters p) {
        maxval = p.maxval();
        near = p.near();
        range = p.range();
        errorBits = p.errorBits();
        limit = p.limit();
        step = 2 * near + 1;
        reset = p.reset();
        quantised = new byte[2 * maxval + 1];
        for (int d = -maxval; d <= maxval; d++) {
            int size = Math.abs(d);
            int q = size <= near ? 0 : size < p.t1() ? 1 : size < p.t2() ? 2 : size < p.t3() ? 3 : 4;
            quantised[d + maxval] = (byte) (d < 0 ? -q : q);
        }
        clear();
    }

    /** As at the start of a scan or restart interval. */
    void clear() {
        Arrays.fill(a, Math.max(2, range + 32 >> 6));
        Arrays.fill(b, 0);
        Arrays.fill(c, 0);
        Arrays.fill(n, 1);
        Arrays.fill(negative, 0);
    }

    /** The context of three gradients, negative where all signs are turned; 0 for run mode. */
    int context(int d1, int d2, int d3) {
        return 81 * quantised[d1 + maxval] + 9 * quantised[d2 + maxval] + quantised[d3 + maxval];
    }

    /** The predicted value from left, above and above left, with the context's correction. */
    int predict(int left, int above, int corner, int q, int sign) {
        int p;
        if (corner >= Math.max(left, above)) {
            p = Math.min(left, above);
        } else if (corner <= Math.min(left, above)) {
            p = Math.max(left, above);
        } else {
            p = left + above - corner;
        }
        p += sign * c[q];
        return p < 0 ? 0 : Math.min(p, maxval);
    }

    /** The Golomb parameter of a regular context. */
    int golomb(int q) {
        int k = 0;
        for (int count = n[q]; count << k < a[q] && k < 24; k++) {
            // counted in the loop's head
        }
        return k;
    }

    /** Whether the mapping of errors to codes is turned round (A.5.2). */
    boolean inverted(int q, int k) {
        return near == 0 && k == 0 && 2 * b[q] <= -n[q];
    }

    /** Adapts a regular context to an error (A.6). */
    void update(int q, int error) {
        int bias = b[q] + error * step;
        int count = n[q];
        a[q] += Math.abs(error);
        if (count == reset) {
            a[q] >>= 1;
            bias >>= 1;
            count >>= 1;
        }
        count++;
        n[q] = count;
        if (bias <= -count) {
            bias = Math.max(bias + count, 1 - count);
            if (c[q] > -128) {
                c[q]--;
            }
        } else if (bias > 0) {
            bias = Math.min(bias - count, 0);
            if (c[q] < 127) {
                c[q]++;
            }
        }
        b[q] = bias;
    }

    /** The Golomb parameter of a run's interruption. */
    int runGolomb(int type) {
        int level = type == 0 ? a[RUN] : a[RUN + 1] + (n[RUN + 1] >> 1);
        int k = 0;
        for (int count = n[RUN + type]; count << k < level && k < 24; k++) {
            // counted in the loop's head
        }
        return k;
    }

    /** Error of a run's interruption from its mapped value (A.7.2). */
    int runError(int type, int k, int mapped) {
        int folded = mapped + type;
        int odd = folded & 1;
        int size = folded + odd >> 1;
        boolean few = k == 0 && 2 * negative[type] < n[RUN + type];
        return few == (odd == 1) ? size : -size;
    }

    /** The mapped value of a run's interruption. */
    int runMapped(int type, int k, int error) {
        boolean few = k == 0 && 2 * negative[type] < n[RUN + type];
        int odd = error != 0 && few == error > 0 ? 1 : 0;
        return 2 * Math.abs(error) - type - odd;
    }

    /** Adapts the context of a run's interruption. */
    void updateRun(int type, int error, int mapped) {
        int q = RUN + type;
        if (error < 0) {
            negative[type]++;
        }
        a[q] += mapped + 1 - type >> 1;
        if (n[q] == reset) {
            a[q] >>= 1;
            n[q] >>= 1;
            negative[type] >>= 1;
        }
        n[q]++;
    }

    /** The value of a prediction and an error, brought back into the range of values. */
    int reconstruct(int predicted, int error) {
        int v = predicted + error * step;
        if (v < -near) {
            v += range * step;
        } else if (v > maxval + near) {
            v -= range * step;
        }
        return v < 0 ? 0 : Math.min(v, maxval);
    }
}
