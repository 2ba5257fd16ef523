package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the connected shapes of all pixels that reach a level (Rosenfeld and Pfaltz 1966, by runs). Not for two threads. */
final class Shapes {
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] row = new int[1024];
    private int[] parent = new int[1024];
    private int[] value = new int[1024];
    private int count;

    /**
     * Shapes of letters' size, of pixels that have exactly one grey level, neither black nor white: ink without shades.
     *
     * @param grey one byte a pixel, unsigned
     * @param width pixels in a row
     */
    List<Shape> ofOneGrey(byte[] grey, int width) {
        count = 0;
        int height = grey.length / width;
        int before = 0;
        for (int y = 0; y < height; y++) {
            int start = count;
            int at = y * width;
            for (int x = 0; x < width;) {
                int first = x;
                byte v = grey[at + x];
                while (x < width && grey[at + x] == v) {
                    x++;
                }
                if (v != 0 && (v & 0xff) < 253 && (x - first > 1 || hasLike(grey, width, first, y))) {
                    add(first, x, y, v & 0xff);
                }
            }
            join(before, start);
            before = start;
        }
        return collect();
    }

    private static boolean hasLike(byte[] grey, int width, int x, int y) {
        int at = y * width + x;
        byte v = grey[at];
        boolean left = x > 0;
        boolean right = x < width - 1;
        return at >= width && (grey[at - width] == v || left && grey[at - width - 1] == v || right && grey[at - width + 1] == v)
                || at < grey.length - width
                        && (grey[at + width] == v || left && grey[at + width - 1] == v || right && grey[at + width + 1] == v);
    }

    /**
     * Shapes of letters' size.
     *
     * @param values one byte a pixel, unsigned
     * @param width pixels in a row
     * @param level the smallest value that counts
     * @param most more runs than that are noise in which nothing can be read: then there is no shape
     */
    List<Shape> of(byte[] values, int width, int level, int most) {
        count = 0;
        int height = values.length / width;
        int before = 0;
        for (int y = 0; y < height && count < most; y++) {
            int start = count;
            scan(values, y * width, width, level, y);
            join(before, start);
            before = start;
        }
        return count >= most ? List.of() : collect();
    }

    private void scan(byte[] values, int at, int width, int level, int y) {
        int x = 0;
        while (x < width) {
            while (x < width && (values[at + x] & 0xff) < level) {
                x++;
            }
            if (x < width) {
                int first = x;
                while (x < width && (values[at + x] & 0xff) >= level) {
                    x++;
                }
                add(first, x, y, level);
            }
        }
    }

    private void add(int first, int end, int y, int v) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            row = Arrays.copyOf(row, 2 * count);
            parent = Arrays.copyOf(parent, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
        }
        from[count] = first;
        to[count] = end;
        row[count] = y;
        value[count] = v;
        parent[count] = count++;
    }

    private void join(int above, int here) {
        int a = above;
        for (int b = here; b < count; b++) {
            while (a < here && to[a] < from[b]) {
                a++;
            }
            for (int i = a; i < here && from[i] <= to[b]; i++) {
                if (value[i] != value[b]) {
                    continue;
                }
                int one = root(i);
                int other = root(b);
                parent[Math.max(one, other)] = Math.min(one, other);
            }
        }
    }

    private int root(int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    private List<Shape> collect() {
        int[] x = new int[count];
        int[] right = new int[count];
        int[] bottom = new int[count];
        int[] area = new int[count];
        int[] runs = new int[count];
        for (int i = 0; i < count; i++) {
            int r = root(i);
            if (r == i) {
                x[r] = from[i];
            }
            x[r] = Math.min(x[r], from[i]);
            right[r] = Math.max(right[r], to[i]);
            bottom[r] = row[i] + 1;
            area[r] += to[i] - from[i];
            runs[r]++;
        }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (parent[i] == i && Glyphs.mayBe(right[i] - x[i], bottom[i] - row[i], area[i], runs[i])) {
                shapes.add(new Shape(x[i], row[i], right[i], bottom[i], area[i], runs[i], value[i]));
            }
        }
        return shapes;
    }
}
