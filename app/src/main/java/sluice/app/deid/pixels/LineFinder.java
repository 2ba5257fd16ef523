package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Puts shapes that stand beside each other like letters into lines. Holds nothing. */
final class LineFinder {
    private static final int BAND = 16;
    /** Relative to the height of letters; wider gaps end a line. */
    private static final double WORD_SPACE = 1.2;

    /** Rows of shapes on a common base line, from the left. */
    List<Line> lines(List<Shape> shapes) {
        List<Shape> sorted = new ArrayList<>(shapes);
        sorted.sort(Comparator.comparingInt(Shape::x).thenComparingInt(Shape::y));
        int n = sorted.size();
        int[] parent = new int[n];
        Arrays.setAll(parent, i -> i);
        link(sorted, parent);
        List<List<Shape>> groups = new ArrayList<>();
        int[] group = new int[n];
        Arrays.fill(group, -1);
        for (int i = 0; i < n; i++) {
            int r = root(parent, i);
            if (group[r] < 0) {
                group[r] = groups.size();
                groups.add(new ArrayList<>());
            }
            groups.get(group[r]).add(sorted.get(i));
        }
        List<Line> lines = new ArrayList<>();
        for (List<Shape> g : groups) {
            straighten(g, lines);
        }
        return lines;
    }

    private static int root(int[] parent, int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    /** Links each shape to the nearest fitting one on its right. */
    private static void link(List<Shape> sorted, int[] parent) {
        List<List<Integer>> bands = new ArrayList<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Shape a = sorted.get(i);
            int top = a.y() / BAND;
            int end = (a.bottom() - 1) / BAND;
            int best = -1;
            int bestGap = Integer.MAX_VALUE;
            for (int b = top; b <= end && b < bands.size(); b++) {
                List<Integer> band = bands.get(b);
                // the nearest on the right were added last
                for (int k = band.size() - 1; k >= 0; k--) {
                    Shape other = sorted.get(band.get(k));
                    if (other.x() - a.right() > 1 + WORD_SPACE * Glyphs.TALLEST) {
                        break;
                    }
                    int gap = other.x() - a.right();
                    if (gap < bestGap && fits(a, other, gap)) {
                        best = band.get(k);
                        bestGap = gap;
                    }
                }
            }
            if (best >= 0) {
                parent[root(parent, best)] = root(parent, i);
            }
            for (int b = top; b <= end; b++) {
                while (bands.size() <= b) {
                    bands.add(new ArrayList<>());
                }
                bands.get(b).add(i);
            }
        }
    }

    private static boolean fits(Shape a, Shape b, int gap) {
        int low = Math.min(a.height(), b.height());
        int high = Math.max(a.height(), b.height());
        int overlap = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        return high <= 2.2 * low && overlap >= 0.6 * low && gap <= 1 + WORD_SPACE * high && gap >= -0.25 * high - 1;
    }

    /** Keeps what stands on the commonest base line, in stretches without large gaps. */
    private static void straighten(List<Shape> group, List<Line> lines) {
        int[] heights = group.stream().mapToInt(Shape::height).sorted().toArray();
        int height = heights[(int) (0.7 * (heights.length - 1) + 0.5)];
        int tolerance = Math.max(1, (int) Math.round(0.1 * height));
        int base = commonest(group.stream().mapToInt(Shape::bottom).toArray(), tolerance);
        List<Shape> stretch = new ArrayList<>();
        int right = 0;
        int dropped = 0;
        for (Shape s : group) {
            int below = s.bottom() - base;
            boolean stands = Math.abs(below) <= tolerance
                    // letters such as g hang below, by less than a third
                    || below > 0 && below <= 0.35 * height + 1 && s.y() < base - 0.4 * height;
            if (!stands || s.height() > 1.6 * height + 1) {
                dropped++;
                continue;
            }
            if (!stretch.isEmpty() && s.x() - right > 1 + WORD_SPACE * height) {
                lines.add(new Line(List.copyOf(stretch), height, base, dropped));
                stretch.clear();
            }
            right = stretch.isEmpty() ? s.right() : Math.max(right, s.right());
            stretch.add(s);
        }
        if (!stretch.isEmpty()) {
            lines.add(new Line(List.copyOf(stretch), height, base, dropped));
        }
    }

    /** The middle of the fullest interval. */
    private static int commonest(int[] values, int tolerance) {
        Arrays.sort(values);
        int best = 0;
        int most = 0;
        for (int i = 0, j = 0; j < values.length; j++) {
            while (values[j] - values[i] > 2 * tolerance) {
                i++;
            }
            if (j - i + 1 > most) {
                most = j - i + 1;
                best = values[(i + j) / 2];
            }
        }
        return best;
    }
}
