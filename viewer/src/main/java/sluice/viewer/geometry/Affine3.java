package sluice.viewer.geometry;

/**
 * An affine map of space, {@code p ↦ x·p.x + y·p.y + z·p.z + origin}: the columns of the usual 3×4 matrix. For a voxel grid the
 * columns are the steps in millimetres of one index along i, j and k, and {@code origin} is the centre of voxel (0, 0, 0).
 * Which patient axes the result is in (LPS inside, RAS at the NIfTI edge) is the holder's matter.
 *
 * @param x image of the first unit vector
 * @param y image of the second unit vector
 * @param z image of the third unit vector
 * @param origin image of (0, 0, 0)
 */
public record Affine3(Vec3 x, Vec3 y, Vec3 z, Vec3 origin) {

    public static final Affine3 IDENTITY = scaling(1, 1, 1);

    public static Affine3 scaling(double sx, double sy, double sz) {
        return new Affine3(new Vec3(sx, 0, 0), new Vec3(0, sy, 0), new Vec3(0, 0, sz), Vec3.ZERO);
    }

    public static Affine3 translation(Vec3 by) {
        return new Affine3(IDENTITY.x, IDENTITY.y, IDENTITY.z, by);
    }

    /**
     * From three rows of a 3×4 or 4×4 matrix, as NIfTI's srow_x, srow_y, srow_z have them.
     *
     * @param rows at least three rows of at least four numbers; a fourth row is taken to be (0, 0, 0, 1)
     */
    public static Affine3 ofRows(double[]... rows) {
        return new Affine3(column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3));
    }

    private static Vec3 column(double[][] rows, int c) {
        return new Vec3(rows[0][c], rows[1][c], rows[2][c]);
    }

    /** The 4×4 matrix, rows first. */
    public double[][] toRows() {
        return new double[][] {
            {x.x(), y.x(), z.x(), origin.x()},
            {x.y(), y.y(), z.y(), origin.y()},
            {x.z(), y.z(), z.z(), origin.z()},
            {0, 0, 0, 1}};
    }

    /** Where the point goes. */
    public Vec3 apply(Vec3 p) {
        return apply(p.x(), p.y(), p.z());
    }

    /** Where the point (px, py, pz) goes. */
    public Vec3 apply(double px, double py, double pz) {
        return new Vec3(
            x.x() * px + y.x() * py + z.x() * pz + origin.x(),
            x.y() * px + y.y() * py + z.y() * pz + origin.y(),
            x.z() * px + y.z() * py + z.z() * pz + origin.z());
    }

    /** Where the direction goes: as {@link #apply(Vec3)} without the origin. */
    public Vec3 applyDirection(Vec3 d) {
        return x.times(d.x()).plus(y.times(d.y())).plus(z.times(d.z()));
    }

    /** The map that does {@code first} and then this one (matrix product this · first). */
    public Affine3 after(Affine3 first) {
        return new Affine3(applyDirection(first.x), applyDirection(first.y), applyDirection(first.z), apply(first.origin));
    }

    /** Signed volume in mm³ of the voxel when this maps indices to millimetres; negative for a left-handed grid. */
    public double determinant() {
        return x.cross(y).dot(z);
    }

    /**
     * The map back.
     *
     * @throws ArithmeticException when the map is singular or not finite, judged relative to the lengths of its columns
     */
    public Affine3 inverse() {
        if (!isInvertible()) {
            throw new ArithmeticException("the map folds space flat and has no inverse");
        }
        double d = 1 / determinant();
        Vec3 a = y.cross(z).times(d);
        Vec3 b = z.cross(x).times(d);
        Vec3 c = x.cross(y).times(d);
        return new Affine3(
            new Vec3(a.x(), b.x(), c.x()),
            new Vec3(a.y(), b.y(), c.y()),
            new Vec3(a.z(), b.z(), c.z()),
            new Vec3(-a.dot(origin), -b.dot(origin), -c.dot(origin)));
    }

    /** Whether all numbers are finite and the three columns span space: |det| above 1e-9 of the product of their lengths. */
    public boolean isInvertible() {
        double size = x.length() * y.length() * z.length();
        double det = Math.abs(determinant());
        return origin.isFinite() && Double.isFinite(size) && size > 0 && det > 1e-9 * size;
    }

    /** The result's two horizontal axes reversed: a map into RAS becomes the map into LPS, and back. */
    public Affine3 flipXY() {
        return new Affine3(x.flipXY(), y.flipXY(), z.flipXY(), origin.flipXY());
    }
}
