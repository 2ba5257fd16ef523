package sluice.viewer.phantom;

import java.util.List;

/**
 * Shapes put together and carved out one after the other, with rounded seams. Distances are in mm and negative inside; far from
 * the surface they are bounds, which is enough to build layers of some millimetres on.
 */
final class Body {

    /**
     * One step.
     *
     * @param shape what is added or taken away
     * @param add whether it is added
     * @param blend width of the rounded seam in mm
     */
    record Step(Shape shape, boolean add, double blend) {
    }

    /** Further away than this the bound by the surrounding box is as good as the distance. */
    private static final double FAR = 12;

    private final Step[] steps;
    /** Per step the middle and half the size of its box: six numbers; a last box holds all that is added. */
    private final double[] boxes;

    Body(List<Step> steps) {
        this.steps = steps.toArray(new Step[0]);
        this.boxes = new double[6 * steps.size() + 6];
        Box all = null;
        for (int n = 0; n < this.steps.length; n++) {
            Box box = this.steps[n].shape.box();
            box.store(boxes, 6 * n);
            all = !this.steps[n].add ? all : all == null ? box : all.with(box);
        }
        all.store(boxes, 6 * this.steps.length);
    }

    double distance(double x, double y, double z) {
        double far = atLeast(6 * steps.length, x, y, z);
        if (far > FAR) {
            return far;
        }
        double d = 1e9;
        for (int n = 0; n < steps.length; n++) {
            double low = atLeast(6 * n, x, y, z);
            Step step = steps[n];
            double k = step.blend;
            if (step.add) {
                if (low < d + k) {
                    d = blendedMin(d, step.shape.distance(x, y, z), k);
                }
            } else if (low < k - d) {
                d = -blendedMin(-d, step.shape.distance(x, y, z), k);
            }
        }
        return d;
    }

    /** A lower bound of the distance from what is in a box. */
    private double atLeast(int at, double x, double y, double z) {
        double ax = Math.abs(x - boxes[at]) - boxes[at + 3];
        double ay = Math.abs(y - boxes[at + 1]) - boxes[at + 4];
        double az = Math.abs(z - boxes[at + 2]) - boxes[at + 5];
        return Math.max(ax, Math.max(ay, az));
    }

    boolean contains(double x, double y, double z) {
        return atLeast(6 * steps.length, x, y, z) < 0 && distance(x, y, z) < 0;
    }

    /** Minimum with a quadratic seam of width k. */
    static double blendedMin(double a, double b, double k) {
        double h = k - Math.abs(a - b);
        return h > 0 ? Math.min(a, b) - h * h / (4 * k) : Math.min(a, b);
    }
}
