package sluice.viewer.codec;

/** The irreversible 9-7 transform (ISO/IEC 15444-1 F.3.8.2), backwards, of one level. Arrays hold areas row by row. */
final class J2kWavelet97 {
    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;

    private J2kWavelet97() {}

    /**
     * Joins four subbands.
     *
     * @param area of the resolution that they make
     */
    static float[] join(float[] ll, float[] hl, float[] lh, float[] hh, J2kArea area) {
        int width = area.width();
        int height = area.height();
        float[] out = new float[width * height];
        int lowWidth = (area.x1() + 1 >> 1) - (area.x0() + 1 >> 1);
        int highWidth = width - lowWidth;
        int odd = area.x0() & 1;
        for (int y = 0; y < height; y++) {
            boolean high = (area.y0() + y & 1) != 0;
            int row = (area.y0() + y >> 1) - (high ? area.y0() >> 1 : area.y0() + 1 >> 1);
            int at = y * width;
            float[] low = high ? lh : ll;
            float[] right = high ? hh : hl;
            for (int i = 0; i < lowWidth; i++) {
                out[at + odd + 2 * i] = low[row * lowWidth + i];
            }
            for (int i = 0; i < highWidth; i++) {
                out[at + 1 - odd + 2 * i] = right[row * highWidth + i];
            }
            joinRow(out, at, width, odd);
        }
        joinColumns(out, width, height, area.y0() & 1);
        return out;
    }

    private static void joinRow(float[] v, int from, int n, int odd) {
        if (n == 1) {
            v[from] *= odd == 0 ? 1 : 0.5f;
            return;
        }
        for (int i = 0; i < n; i++) {
            v[from + i] *= (i & 1) == odd ? K : 1 / K;
        }
        lift(v, from, n, odd, DELTA);
        lift(v, from, n, 1 - odd, GAMMA);
        lift(v, from, n, odd, BETA);
        lift(v, from, n, 1 - odd, ALPHA);
    }

    private static void lift(float[] v, int from, int n, int first, float factor) {
        int i = first;
        if (i == 0) {
            v[from] -= factor * 2 * v[from + 1];
            i = 2;
        }
        for (; i < n - 1; i += 2) {
            v[from + i] -= factor * (v[from + i - 1] + v[from + i + 1]);
        }
        if (i == n - 1) {
            v[from + i] -= factor * 2 * v[from + i - 1];
        }
    }

    private static void joinColumns(float[] v, int width, int height, int odd) {
        if (height == 1) {
            for (int x = 0; x < width; x++) {
                v[x] *= odd == 0 ? 1 : 0.5f;
            }
            return;
        }
        for (int y = 0; y < height; y++) {
            float scale = (y & 1) == odd ? K : 1 / K;
            for (int x = y * width; x < (y + 1) * width; x++) {
                v[x] *= scale;
            }
        }
        liftColumns(v, width, height, odd, DELTA);
        liftColumns(v, width, height, 1 - odd, GAMMA);
        liftColumns(v, width, height, odd, BETA);
        liftColumns(v, width, height, 1 - odd, ALPHA);
    }

    private static void liftColumns(float[] v, int width, int height, int first, float factor) {
        for (int y = first; y < height; y += 2) {
            int at = y * width;
            int above = (y == 0 ? 1 : y - 1) * width;
            int below = (y == height - 1 ? y - 1 : y + 1) * width;
            for (int x = 0; x < width; x++) {
                v[at + x] -= factor * (v[above + x] + v[below + x]);
            }
        }
    }
}
