package sluice.app.deid.pixels;

/**
 * The paper that bright writing stands on: for each pixel the value below which 40 per cent of its neighbourhood lie. Letters
 * cover less than half of their surroundings, and so do dark outlines and shadows that are drawn to set them off.
 */
final class Ground {
    /** Pixels between the places where the neighbourhood is looked at. */
    private static final int STEP = 4;
    /** Half of the neighbourhood's side, in samples of every second pixel. */
    private static final int REACH = 12;
    private static final double PART = 0.4;
    private static final int BINS = 64;

    private Ground() {}

    /** The plane with everything darker than the ground lifted to it. */
    static byte[] fill(GreyPlane plane) {
        int w = plane.width();
        int h = plane.height();
        int gw = (w + STEP - 1) / STEP + 1;
        int gh = (h + STEP - 1) / STEP + 1;
        int[] ground = new int[gw * gh];
        for (int gy = 0; gy < gh; gy++) {
            row(plane, ground, gw, gy);
        }
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int top = y / STEP * gw;
            int v = y % STEP;
            for (int x = 0; x < w; x++) {
                int at = top + x / STEP;
                int u = x % STEP;
                int upper = ground[at] * (STEP - u) + ground[at + 1] * u;
                int lower = ground[at + gw] * (STEP - u) + ground[at + gw + 1] * u;
                int level = (upper * (STEP - v) + lower * v) / (STEP * STEP);
                out[y * w + x] = (byte) Math.max(plane.grey()[y * w + x] & 0xff, level);
            }
        }
        return out;
    }

    private static void row(GreyPlane plane, int[] ground, int gw, int gy) {
        int[] bins = new int[BINS];
        int columns = (plane.width() + 1) / 2;
        int rows = (plane.height() + 1) / 2;
        int from = Math.max(0, Math.min(rows - 1, gy * STEP / 2) - REACH);
        int to = Math.min(rows - 1, gy * STEP / 2 + REACH);
        int left = 0;
        int right = -1;
        for (int gx = 0; gx < gw; gx++) {
            int middle = Math.min(columns - 1, gx * STEP / 2);
            for (; right < Math.min(columns - 1, middle + REACH); right++) {
                column(plane, bins, right + 1, from, to, 1);
            }
            for (; left < middle - REACH; left++) {
                column(plane, bins, left, from, to, -1);
            }
            int n = (right - left + 1) * (to - from + 1);
            int sum = 0;
            int bin = -1;
            while (sum <= PART * n && bin < BINS - 1) {
                sum += bins[++bin];
            }
            ground[gy * gw + gx] = bin * 256 / BINS;
        }
    }

    private static void column(GreyPlane plane, int[] bins, int column, int from, int to, int count) {
        for (int y = from; y <= to; y++) {
            bins[(plane.grey()[2 * y * plane.width() + 2 * column] & 0xff) * BINS / 256] += count;
        }
    }
}
