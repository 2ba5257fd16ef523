package sluice.viewer.geometry;

/**
 * A point or a direction. As a point of the patient: LPS millimetres (x to the left, y to the posterior, z to the head);
 * as a position in a grid: voxel indices (i, j, k). The docstring of each method that takes one says which.
 */
public record Vec3(double x, double y, double z) {

    public static final Vec3 ZERO = new Vec3(0, 0, 0);

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double s) {
        return new Vec3(x * s, y * s, z * s);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    /** Right-handed cross product: {@code (1,0,0) × (0,1,0) = (0,0,1)}. */
    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double distance(Vec3 o) {
        return minus(o).length();
    }

    /**
     * The same direction with length one.
     *
     * @throws ArithmeticException when the length is zero or not finite: such a vector has no direction
     */
    public Vec3 unit() {
        double length = length();
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new ArithmeticException("a vector without finite, positive length has no direction");
        }
        return times(1 / length);
    }

    /** Both horizontal axes reversed: LPS to RAS and RAS to LPS alike. */
    public Vec3 flipXY() {
        return new Vec3(-x, -y, z);
    }

    /** Whether all three numbers are finite. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
