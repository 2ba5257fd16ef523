package sluice.viewer.volume;

import java.util.List;
import java.util.Optional;
import sluice.viewer.geometry.Vec3;

/**
 * How the planes of a stack follow each other: their depths along the normal, and whether they keep one distance.
 *
 * @param kind what was found
 * @param slots for each plane its number among all places; places without a plane are gaps. Of uneven planes 0, 1, 2 …
 * @param step from place to place, LPS mm; of uneven planes the mean of all steps
 * @param tilt degrees between the step and the normal
 */
record SliceLine(Kind kind, int[] slots, Vec3 step, double tilt) {
    /** Planes may lie this far from where a regular grid has them, as a part of the step. */
    private static final double TOLERANCE = 0.05;
    /** More tilt than this is no rounding of direction cosines. */
    private static final double LEAST_TILT = 0.1;
    private static final double MOST_TILT = 80;

    /** The possibilities. */
    enum Kind { SINGLE, SINGLE_ASSUMED, REGULAR, GAPS, UNEVEN }

    /**
     * @param planes parallel, at different depths, ascending
     * @return empty where the planes do not lie on one line
     */
    static Optional<SliceLine> of(List<FramePlace> planes) {
        FramePlace first = planes.get(0);
        Vec3 normal = first.normal();
        int n = planes.size();
        if (n == 1) {
            boolean told = !Double.isNaN(first.thickness());
            return Optional.of(new SliceLine(told ? Kind.SINGLE : Kind.SINGLE_ASSUMED, new int[1],
                    normal.times(told ? first.thickness() : 1), 0));
        }
        double[] depth = planes.stream().mapToDouble(p -> p.origin().minus(first.origin()).dot(normal)).toArray();
        Vec3 whole = planes.get(n - 1).origin().minus(first.origin());
        int[] slots = regular(depth);
        Kind kind = Kind.REGULAR;
        if (slots == null) {
            slots = gaps(depth);
            kind = Kind.GAPS;
        }
        if (slots == null) {
            slots = counted(n);
            kind = Kind.UNEVEN;
        }
        double lateral = 0.5 * Math.min(first.dx(), first.dy());
        for (int k = 0; k < n; k++) {
            Vec3 expected = first.origin().plus(whole.times(depth[k] / depth[n - 1]));
            if (planes.get(k).origin().distance(expected) > lateral) {
                return Optional.empty();
            }
        }
        Vec3 step = whole.times(1.0 / slots[n - 1]);
        double tilt = Math.toDegrees(Math.acos(Math.min(1, step.unit().dot(normal))));
        return tilt > MOST_TILT ? Optional.empty()
                : Optional.of(new SliceLine(kind, slots, step, tilt < LEAST_TILT ? 0 : tilt));
    }

    private static int[] counted(int n) {
        int[] slots = new int[n];
        for (int k = 0; k < n; k++) {
            slots[k] = k;
        }
        return slots;
    }

    private static int[] regular(double[] depth) {
        int[] slots = counted(depth.length);
        return fits(depth, slots) ? slots : null;
    }

    /** Distances that are one, two, three … times the smallest; no more places than twice the planes and some. */
    private static int[] gaps(double[] depth) {
        int n = depth.length;
        double least = Double.MAX_VALUE;
        for (int k = 1; k < n; k++) {
            least = Math.min(least, depth[k] - depth[k - 1]);
        }
        int[] slots = new int[n];
        for (int k = 1; k < n; k++) {
            double steps = Math.rint((depth[k] - depth[k - 1]) / least);
            if (slots[k - 1] + steps > 2.0 * n + 8) {
                return null;
            }
            slots[k] = slots[k - 1] + (int) steps;
        }
        return n > 2 && fits(depth, slots) ? slots : null;
    }

    private static boolean fits(double[] depth, int[] slots) {
        int n = depth.length;
        double step = depth[n - 1] / slots[n - 1];
        for (int k = 0; k < n; k++) {
            if (Math.abs(depth[k] - slots[k] * step) > TOLERANCE * step) {
                return false;
            }
        }
        return true;
    }
}
