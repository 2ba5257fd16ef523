package sluice.viewer.volume;

import java.util.Optional;
import sluice.viewer.geometry.Vec3;

/**
 * Where a frame lies: Image Plane module (PS3.3 C.7.6.2) or Plane Position and Orientation macros (C.7.6.16.2.3, .4).
 *
 * @param origin centre of the first pixel, LPS mm
 * @param along direction of a row, that in which columns are counted: unit length, LPS
 * @param down direction of a column: unit length, LPS, perpendicular to {@code along}
 * @param dx mm between columns
 * @param dy mm between rows
 * @param thickness mm from slice to slice where a single one must tell: Spacing Between Slices, else Slice Thickness, else NaN
 */
record FramePlace(Vec3 origin, Vec3 along, Vec3 down, double dx, double dy, double thickness) {
    /** Direction cosines are written with few digits; more than this is no rounding. */
    private static final double SLOPPY = 0.01;

    /** mm from the origin; no scanner is larger, and what is far beyond cannot be computed with. */
    private static final double FARTHEST = 1e7;

    /** Why there is no place. */
    enum Flaw { NO_POSITION, NO_ORIENTATION, BAD_ORIENTATION, BAD_SPACING }

    /** A place, or the reason for its absence. */
    record Found(Optional<FramePlace> place, Flaw flaw) {}

    /**
     * @param position Image Position (Patient)
     * @param orientation Image Orientation (Patient): six direction cosines
     * @param spacing Pixel Spacing: between rows, then between columns
     */
    static Found of(double[] position, double[] orientation, double[] spacing, double thickness) {
        if (position.length != 3 || !vec(position, 0).isFinite() || !(vec(position, 0).length() < FARTHEST)) {
            return new Found(Optional.empty(), Flaw.NO_POSITION);
        }
        if (orientation.length != 6) {
            return new Found(Optional.empty(), Flaw.NO_ORIENTATION);
        }
        Vec3 a = vec(orientation, 0);
        Vec3 b = vec(orientation, 3);
        boolean straight = Math.abs(a.length() - 1) < SLOPPY && Math.abs(b.length() - 1) < SLOPPY
                && Math.abs(a.dot(b)) < SLOPPY;
        if (!straight) {
            return new Found(Optional.empty(), Flaw.BAD_ORIENTATION);
        }
        if (spacing.length != 2 || !isLength(spacing[0]) || !isLength(spacing[1])) {
            return new Found(Optional.empty(), Flaw.BAD_SPACING);
        }
        return new Found(Optional.of(new FramePlace(vec(position, 0), a.unit(), b.unit(), spacing[1], spacing[0],
                isLength(thickness) ? thickness : Double.NaN)), null);
    }

    /** Positive, and such as an image of something can have: a nanometre to a kilometre. */
    private static boolean isLength(double v) {
        return v > 1e-6 && v < 1e6;
    }

    private static Vec3 vec(double[] v, int at) {
        return new Vec3(v[at], v[at + 1], v[at + 2]);
    }

    /** Unit length; the way in which slices are counted. */
    Vec3 normal() {
        return along.cross(down).unit();
    }

    /** mm along the normal from the patient's origin. */
    double depth() {
        return origin.dot(normal());
    }

    /** The same plane elsewhere. */
    FramePlace at(Vec3 other) {
        return new FramePlace(other, along, down, dx, dy, thickness);
    }

    /** Whether pixels of both lie in planes and rows of the same direction, of the same size: frames of one volume. */
    boolean isParallel(FramePlace o) {
        return along.distance(o.along) < 2e-3 && down.distance(o.down) < 2e-3
                && Math.abs(dx - o.dx) < 1e-3 * dx && Math.abs(dy - o.dy) < 1e-3 * dy;
    }
}
