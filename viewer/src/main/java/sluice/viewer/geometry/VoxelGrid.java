package sluice.viewer.geometry;

import java.util.Objects;

/**
 * A regular block of voxels in the patient: its size and where its voxel centres lie. i runs fastest in memory, then j, then k.
 *
 * @param nx voxels along i, at least 1
 * @param ny voxels along j, at least 1
 * @param nz voxels along k, at least 1
 * @param indexToLps voxel index (i, j, k) → centre in LPS millimetres; invertible, possibly left-handed or sheared
 */
public record VoxelGrid(int nx, int ny, int nz, Affine3 indexToLps) {

    public VoxelGrid {
        Objects.requireNonNull(indexToLps);
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("a voxel grid has at least one voxel along each axis");
        }
        if (!indexToLps.isInvertible()) {
            throw new IllegalArgumentException("a voxel grid needs three finite steps that span space");
        }
    }

    /**
     * A grid whose centre lies at {@code centre} (LPS mm) and whose axes are i to the left, j to the posterior, k to the head,
     * as an axial DICOM series has them.
     */
    public static VoxelGrid axial(int nx, int ny, int nz, Vec3 spacing, Vec3 centre) {
        return centred(nx, ny, nz, Affine3.scaling(spacing.x(), spacing.y(), spacing.z()), centre);
    }

    /** A grid with the steps of {@code axes} (its origin is ignored) and its middle at {@code centre} (LPS mm). */
    public static VoxelGrid centred(int nx, int ny, int nz, Affine3 axes, Vec3 centre) {
        Vec3 half = axes.applyDirection(new Vec3((nx - 1) / 2.0, (ny - 1) / 2.0, (nz - 1) / 2.0));
        return new VoxelGrid(nx, ny, nz, new Affine3(axes.x(), axes.y(), axes.z(), centre.minus(half)));
    }

    /** Number of voxels. */
    public long voxels() {
        return (long) nx * ny * nz;
    }

    /** Centre of voxel (i, j, k), or a place between voxels, in LPS mm. */
    public Vec3 toLps(double i, double j, double k) {
        return indexToLps.apply(i, j, k);
    }

    /** Index, in general fractional, of the place {@code lps} (mm). */
    public Vec3 toIndex(Vec3 lps) {
        return indexToLps.inverse().apply(lps);
    }

    /** Distance in mm between neighbouring voxel centres along i, j and k. */
    public Vec3 spacing() {
        return new Vec3(indexToLps.x().length(), indexToLps.y().length(), indexToLps.z().length());
    }

    /** Volume of one voxel in mm³, always positive. */
    public double voxelVolume() {
        return Math.abs(indexToLps.determinant());
    }

    /** Place in memory of voxel (i, j, k): {@code i + nx·(j + ny·k)}. */
    public long offset(int i, int j, int k) {
        Objects.checkIndex(i, nx);
        Objects.checkIndex(j, ny);
        Objects.checkIndex(k, nz);
        return i + (long) nx * (j + (long) ny * k);
    }

    /** Whether the index, rounded to the nearest voxel centre, lies inside. */
    public boolean contains(Vec3 index) {
        return inside(index.x(), nx) && inside(index.y(), ny) && inside(index.z(), nz);
    }

    private static boolean inside(double v, int n) {
        return v >= -0.5 && v < n - 0.5;
    }
}
