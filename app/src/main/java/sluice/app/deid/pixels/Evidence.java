package sluice.app.deid.pixels;

import java.util.Arrays;
import java.util.List;
import sluice.viewer.codec.PixelBox;

/**
 * How much a line looks like writing.
 *
 * @param letters how many, with those that touch
 * @param members separate shapes
 * @param contrast median of the strokes above the median around them, grey levels; negative of darker strokes
 * @param separation contrast in standard deviations of both sides together, each taken towards the other
 * @param uneven such a deviation of the strokes, relative to the contrast
 * @param unquiet such a deviation of the paper, grey levels
 * @param steady whether the strokes are much more even than the paper: ink on a picture, and no part of it
 * @param alone part of the pixels on a frame around the line that look like its paper
 * @param form what the shapes are like
 */
record Evidence(int letters, int members, double contrast, double separation, double uneven, double unquiet, boolean steady,
        double alone, Form form) {

    private static final double QUIET = 2.5;
    private static final int SATURATED = 252;
    private static final int LEAST_PAPER = 6;

    /**
     * What the shapes of a line are like.
     *
     * @param aligned part of the row's shapes that stand on the base line
     * @param strokes strokes that a row crosses, for each letter height of width
     * @param fill mean part of a shape's box that is stroke, of shapes that are not narrow
     * @param broad part of the shapes that are not narrow, as I and l are
     * @param stem mean length of a horizontal run, relative to the line's height
     * @param ragged standard deviation of the heights, relative to their mean
     */
    record Form(double aligned, double strokes, double fill, double broad, double stem, double ragged) {

        static Form of(Line line) {
            int members = line.shapes().size();
            int broad = 0;
            int runs = 0;
                double fill = 0;
            double stem = 0;
            double tall = 0;
            double talls = 0;
            for (Shape s : line.shapes()) {
                runs += s.runs();
                if (s.width() > 0.35 * s.height() + 0.5) {
                    broad++;
                    fill += (double) s.area() / (s.width() * s.height());
                }
                stem += (double) s.area() / s.runs();
                tall += s.height();
                talls += s.height() * s.height();
            }
            tall /= members;
            return new Form((double) members / (members + line.dropped()), (double) runs / line.box().width(),
                    broad == 0 ? 1 : fill / broad, (double) broad / members, stem / members / line.height(),
                    Math.sqrt(Math.max(0, talls / members - tall * tall)) / tall);
        }
    }

    /** Measures a line of shapes that are all of one grey level. */
    static Evidence ofOneGrey(Line line, GreyPlane plane, int value) {
        PixelBox box = line.box().grown(2, plane.width(), plane.height());
        byte[] mark = new byte[box.width() * box.height()];
        for (int i = 0; i < mark.length; i++) {
            int at = (box.y() + i / box.width()) * plane.width() + box.x() + i % box.width();
            mark[i] = (byte) ((plane.grey()[at] & 0xff) == value ? 2 : 0);
        }
        return of(line, plane, box, mark);
    }

    /**
     * Measures a line in the plane in which it is bright.
     *
     * @param strokes of the plane
     * @param level at which the shapes were found
     */
    static Evidence of(Line line, GreyPlane plane, byte[] strokes, int level) {
        PixelBox box = line.box().grown(2, plane.width(), plane.height());
        byte[] mark = new byte[box.width() * box.height()];
        for (int i = 0; i < mark.length; i++) {
            int at = (box.y() + i / box.width()) * plane.width() + box.x() + i % box.width();
            mark[i] = (byte) ((strokes[at] & 0xff) >= level ? 2 : 0);
        }
        return of(line, plane, box, mark);
    }

    /** @param mark 2 where something stands out of the paper; becomes 1 where that belongs to the line */
    private static Evidence of(Line line, GreyPlane plane, PixelBox box, byte[] mark) {
        int w = box.width();
        int h = box.height();
        for (Shape s : line.shapes()) {
            for (int y = s.y() - box.y(); y < s.bottom() - box.y(); y++) {
                for (int x = s.x() - box.x(); x < s.right() - box.x(); x++) {
                    if (mark[y * w + x] == 2) {
                        mark[y * w + x] = 1;
                    }
                }
            }
        }
        int[] in = new int[256];
        int[] out = new int[256];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int value = plane.grey()[(box.y() + y) * plane.width() + box.x() + x] & 0xff;
                if (mark[y * w + x] == 1) {
                    in[value]++;
                } else if (!near(mark, w, h, x, y)) {
                    out[value]++;
                }
            }
        }
        Side ink = Side.of(in, true);
        Side paper = Side.of(out, false);
        double contrast = ink.median - paper.median;
        double both = Math.sqrt(ink.spread * ink.spread + paper.spread * paper.spread + 1);
        boolean steady = paper.spread >= QUIET && ink.spread <= 0.35 * paper.spread && ink.median < SATURATED;
        return new Evidence(line.letters(), line.shapes().size(), contrast, paper.count < LEAST_PAPER ? 0 : contrast / both,
                ink.spread / Math.max(1, contrast), paper.spread, steady, alone(line, plane, paper, contrast), Form.of(line));
    }

    /**
     * The same line, each shape measured against the paper around it alone: what most of them say. Paper that is dark at one end
     * and bright at the other counts as even then.
     */
    Evidence piecewise(Line line, GreyPlane plane, byte[] strokes, int level) {
        int n = line.shapes().size();
        double[] contrasts = new double[n];
        double[] separations = new double[n];
        double[] spreads = new double[n];
        double[] aloneness = new double[n];
        int steadily = 0;
        for (int i = 0; i < n; i++) {
            Evidence one = of(new Line(List.of(line.shapes().get(i)), line.height(), line.base(), 0), plane, strokes, level);
            contrasts[i] = one.contrast;
            separations[i] = one.separation;
            spreads[i] = one.unquiet;
            aloneness[i] = one.alone;
            steadily += one.steady ? 1 : 0;
        }
        double typical = median(contrasts);
        return new Evidence(letters, members, typical, median(separations), uneven * Math.max(1, contrast) / Math.max(1, typical),
                median(spreads), 2 * steadily > n, median(aloneness), form);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /**
     * Part of the pixels on the frame around the line that look like its paper; of a single shape only above and below, where no
     * neighbours are.
     */
    private static double alone(Line line, GreyPlane plane, Side paper, double contrast) {
        PixelBox box = line.box();
        int like = 0;
        int all = 0;
        int reach = 2 + line.height() / 4;
        int aside = line.shapes().size() == 1 ? 0 : reach;
        double near = Math.max(Math.max(3, contrast / 4), Math.min(2.2 * paper.spread, Math.min(24, contrast / 2)));
        for (int y = box.y() - reach; y < box.bottom() + reach; y++) {
            for (int x = box.x() - aside; x < box.right() + aside; x++) {
                boolean around = x < box.x() - 1 || x > box.right() || y < box.y() - 1 || y > box.bottom();
                if (around && x >= 0 && y >= 0 && x < plane.width() && y < plane.height()) {
                    all++;
                    like += Math.abs((plane.grey()[y * plane.width() + x] & 0xff) - paper.median) <= near ? 1 : 0;
                }
            }
        }
        return all == 0 ? 1 : (double) like / all;
    }

    private static boolean near(byte[] mark, int w, int h, int x, int y) {
        for (int v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
                if (mark[v * w + u] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Median, and how far the values spread from it towards the other side. */
    private record Side(int count, double median, double spread) {

        static Side of(int[] histogram, boolean down) {
            int count = 0;
            for (int n : histogram) {
                count += n;
            }
            int median = 0;
            for (int sum = histogram[0]; 2 * sum < count; sum += histogram[median]) {
                median++;
            }
            double squares = 0;
            int half = 0;
            for (int v = 0; v < 256; v++) {
                if (down ? v <= median : v >= median) {
                    squares += (double) histogram[v] * (v - median) * (v - median);
                    half += histogram[v];
                }
            }
            return new Side(count, median, half == 0 ? 0 : Math.sqrt(squares / half));
        }
    }
}
