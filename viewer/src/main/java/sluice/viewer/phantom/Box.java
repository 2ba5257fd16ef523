package sluice.viewer.phantom;

import sluice.viewer.geometry.Vec3;

/** A box along the axes, LPS mm. */
record Box(Vec3 low, Vec3 high) {

    /** The smallest box around both. */
    Box with(Box o) {
        return new Box(
            new Vec3(Math.min(low.x(), o.low.x()), Math.min(low.y(), o.low.y()), Math.min(low.z(), o.low.z())),
            new Vec3(Math.max(high.x(), o.high.x()), Math.max(high.y(), o.high.y()), Math.max(high.z(), o.high.z())));
    }

    /** Writes its middle and half its size: six numbers. */
    void store(double[] into, int at) {
        Vec3 middle = low.plus(high).times(0.5);
        Vec3 half = high.minus(low).times(0.5);
        into[at] = middle.x();
        into[at + 1] = middle.y();
        into[at + 2] = middle.z();
        into[at + 3] = half.x();
        into[at + 4] = half.y();
        into[at + 5] = half.z();
    }
}
