package sluice.app.deid.pixels;

/**
 * How much brighter each pixel is than what remains when everything narrower than a square is planed off: the white top-hat
 * (Meyer 1979; Serra 1982), the difference between an image and its opening. The strokes of letters stand out of it with their
 * contrast, while smooth anatomy and the edges of large structures vanish.
 */
final class Strokes {
    /** Side of the square: strokes of at most 8 pixels remain. */
    private static final int SIDE = 9;
    private static final int HALF = SIDE / 2;

    private Strokes() {}

    /** Height of the strokes in grey levels, one byte a pixel, unsigned. */
    static byte[] of(GreyPlane plane) {
        int w = plane.width();
        int h = plane.height();
        int[] open = new int[w * h];
        byte[] grey = Ground.fill(plane);
        for (int i = 0; i < open.length; i++) {
            open[i] = -(grey[i] & 0xff);
        }
        // the largest of the negative values is the smallest value
        largest(open, w, h);
        for (int i = 0; i < open.length; i++) {
            open[i] = -open[i];
        }
        largest(open, w, h);
        byte[] out = new byte[open.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ((grey[i] & 0xff) - open[i]);
        }
        return out;
    }

    /** Replaces each value by the largest in the square around it, as far as that lies inside the image. */
    private static void largest(int[] a, int w, int h) {
        int[] line = new int[w + 2 * HALF];
        int[] wide = new int[w + 2 * HALF];
        for (int y = 0; y < h; y++) {
            java.util.Arrays.fill(line, Integer.MIN_VALUE);
            System.arraycopy(a, y * w, line, HALF, w);
            runningMaximum(line, wide);
            System.arraycopy(line, 0, a, y * w, w);
        }
        // the same downwards, by whole rows
        int[][] rows = new int[h + 2 * HALF][];
        int[] none = new int[w];
        java.util.Arrays.fill(none, Integer.MIN_VALUE);
        for (int y = 0; y < rows.length; y++) {
            boolean inside = y >= HALF && y < h + HALF;
            rows[y] = inside ? java.util.Arrays.copyOfRange(a, (y - HALF) * w, (y - HALF + 1) * w) : none;
        }
        int[] scratch = new int[w];
        for (int y = 0; y < h; y++) {
            System.arraycopy(rows[y], 0, scratch, 0, w);
            for (int i = 1; i < SIDE; i++) {
                int[] other = rows[y + i];
                for (int x = 0; x < w; x++) {
                    scratch[x] = Math.max(scratch[x], other[x]);
                }
            }
            System.arraycopy(scratch, 0, a, y * w, w);
        }
    }

    /** In place: value i becomes the largest of i to i+8. */
    private static void runningMaximum(int[] a, int[] b) {
        int n = a.length;
        for (int i = 0; i < n - 1; i++) {
            b[i] = Math.max(a[i], a[i + 1]);
        }
        for (int i = 0; i < n - 3; i++) {
            b[i] = Math.max(b[i], b[i + 2]);
        }
        for (int i = 0; i < n - 7; i++) {
            b[i] = Math.max(b[i], b[i + 4]);
        }
        for (int i = 0; i < n - 8; i++) {
            a[i] = Math.max(b[i], a[i + 8]);
        }
    }
}
