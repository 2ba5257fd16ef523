package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import sluice.viewer.codec.PixelBox;

/** How likely it is, 0 to 1, that writing lies in each cell of a picture. */
final class Cells {
    private final int rows;
    private final int columns;
    private final float[] likely;

    Cells(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        likely = new float[rows * columns];
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    void set(int y, int x, float value) {
        likely[y * columns + x] = value;
    }

    float get(int y, int x) {
        return likely[y * columns + x];
    }

    /**
     * Cells that hang together.
     *
     * @param box in cells
     * @param peak the likeliest of them
     * @param sum over all
     */
    record Patch(PixelBox box, float peak, float sum) {}

    /** Patches of neighbours, also across corners, that are each likelier than a bound. */
    List<Patch> patches(float bound) {
        List<Patch> patches = new ArrayList<>();
        boolean[] seen = new boolean[likely.length];
        int[] stack = new int[likely.length];
        for (int start = 0; start < likely.length; start++) {
            if (!seen[start] && likely[start] > bound) {
                patches.add(patch(start, bound, seen, stack));
            }
        }
        return patches;
    }

    private Patch patch(int start, float bound, boolean[] seen, int[] stack) {
        int depth = 0;
        stack[depth++] = start;
        seen[start] = true;
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        float peak = 0;
        float sum = 0;
        while (depth > 0) {
            int at = stack[--depth];
            int y = at / columns;
            int x = at % columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            peak = Math.max(peak, likely[at]);
            sum += likely[at];
            for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
                    int next = v * columns + u;
                    if (!seen[next] && likely[next] > bound) {
                        seen[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return new Patch(new PixelBox(left, top, right - left + 1, bottom - top + 1), peak, sum);
    }
}
