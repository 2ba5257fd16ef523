package sluice.viewer.codec;

/** The reversible 5-3 transform (ISO/IEC 15444-1 F.3 and F.4) of one level. Arrays hold areas row by row. */
final class J2kWavelet53 {
    private J2kWavelet53() {}

    /**
     * Joins four subbands.
     *
     * @param area of the resolution that they make
     */
    static int[] join(int[] ll, int[] hl, int[] lh, int[] hh, J2kArea area) {
        int width = area.width();
        int height = area.height();
        int[] out = new int[width * height];
        int lowWidth = (area.x1() + 1 >> 1) - (area.x0() + 1 >> 1);
        int highWidth = width - lowWidth;
        for (int y = 0; y < height; y++) {
            boolean high = (area.y0() + y & 1) != 0;
            int row = (area.y0() + y >> 1) - (high ? area.y0() >> 1 : area.y0() + 1 >> 1);
            int at = y * width;
            interleave(high ? lh : ll, row * lowWidth, lowWidth, out, at + (area.x0() & 1));
            interleave(high ? hh : hl, row * highWidth, highWidth, out, at + 1 - (area.x0() & 1));
            joinRow(out, at, width, area.x0() & 1);
        }
        joinColumns(out, width, height, area.y0() & 1);
        return out;
    }

    private static void interleave(int[] from, int at, int count, int[] out, int to) {
        for (int i = 0; i < count; i++) {
            out[to + 2 * i] = from[at + i];
        }
    }

    /** @param odd 1 where the first value is a high-pass one */
    private static void joinRow(int[] v, int from, int n, int odd) {
        if (n == 1) {
            v[from] >>= odd;
            return;
        }
        int last = n - 1;
        for (int i = odd; i < n; i += 2) {
            int left = v[from + (i == 0 ? 1 : i - 1)];
            int right = v[from + (i == last ? i - 1 : i + 1)];
            v[from + i] -= left + right + 2 >> 2;
        }
        for (int i = 1 - odd; i < n; i += 2) {
            int left = v[from + (i == 0 ? 1 : i - 1)];
            int right = v[from + (i == last ? i - 1 : i + 1)];
            v[from + i] += left + right >> 1;
        }
    }

    private static void joinColumns(int[] v, int width, int height, int odd) {
        if (height == 1) {
            for (int x = 0; x < width; x++) {
                v[x] >>= odd;
            }
            return;
        }
        for (int y = odd; y < height; y += 2) {
            int at = y * width;
            int above = (y == 0 ? 1 : y - 1) * width;
            int below = (y == height - 1 ? y - 1 : y + 1) * width;
            for (int x = 0; x < width; x++) {
                v[at + x] -= v[above + x] + v[below + x] + 2 >> 2;
            }
        }
        for (int y = 1 - odd; y < height; y += 2) {
            int at = y * width;
            int above = (y == 0 ? 1 : y - 1) * width;
            int below = (y == height - 1 ? y - 1 : y + 1) * width;
            for (int x = 0; x < width; x++) {
                v[at + x] += v[above + x] + v[below + x] >> 1;
            }
        }
    }

    /**
     * Splits an area whose origin is (0, 0).
     *
     * @return LL, HL, LH, HH
     */
    static int[][] split(int[] values, int width, int height) {
        int[] v = values.clone();
        splitColumns(v, width, height);
        int lowWidth = width + 1 >> 1;
        int lowHeight = height + 1 >> 1;
        int highWidth = width - lowWidth;
        int[] ll = new int[lowWidth * lowHeight];
        int[] hl = new int[highWidth * lowHeight];
        int[] lh = new int[lowWidth * (height - lowHeight)];
        int[] hh = new int[highWidth * (height - lowHeight)];
        for (int y = 0; y < height; y++) {
            int at = y * width;
            splitRow(v, at, width);
            int[] low = (y & 1) == 0 ? ll : lh;
            int[] high = (y & 1) == 0 ? hl : hh;
            int toLow = (y >> 1) * lowWidth;
            int toHigh = (y >> 1) * highWidth;
            for (int i = 0; i < lowWidth; i++) {
                low[toLow + i] = v[at + 2 * i];
            }
            for (int i = 0; i < highWidth; i++) {
                high[toHigh + i] = v[at + 2 * i + 1];
            }
        }
        return new int[][] {ll, hl, lh, hh};
    }

    private static void splitRow(int[] v, int from, int n) {
        if (n == 1) {
            return;
        }
        for (int i = 1; i < n; i += 2) {
            v[from + i] -= v[from + i - 1] + v[from + (i == n - 1 ? i - 1 : i + 1)] >> 1;
        }
        for (int i = 0; i < n; i += 2) {
            v[from + i] += v[from + (i == 0 ? 1 : i - 1)] + v[from + (i == n - 1 ? i - 1 : i + 1)] + 2 >> 2;
        }
    }

    private static void splitColumns(int[] v, int width, int height) {
        if (height == 1) {
            return;
        }
        for (int y = 1; y < height; y += 2) {
            int at = y * width;
            int below = (y == height - 1 ? y - 1 : y + 1) * width;
            for (int x = 0; x < width; x++) {
                v[at + x] -= v[at - width + x] + v[below + x] >> 1;
            }
        }
        for (int y = 0; y < height; y += 2) {
            int at = y * width;
            int above = (y == 0 ? 1 : y - 1) * width;
            int below = (y == height - 1 ? y - 1 : y + 1) * width;
            for (int x = 0; x < width; x++) {
                v[at + x] += v[above + x] + v[below + x] + 2 >> 2;
            }
        }
    }
}
