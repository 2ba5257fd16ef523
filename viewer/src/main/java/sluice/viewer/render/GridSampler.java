package sluice.viewer.render;

import java.util.Arrays;
import sluice.viewer.geometry.Vec3;

/**
 * Values of a grid along device rows, in the grid's index space. A voxel reaches half a step beyond its centre; beyond the
 * outermost centres the outermost value holds. Padding does not mix with its neighbours: where the nearest voxel is padding
 * there is nothing, elsewhere padding counts as the nearest voxel's value.
 */
abstract class GridSampler implements RowSampler {
    /** Steps in k below this, over a whole picture, are rounding: the plane lies in one slice. */
    private static final double FLAT = 1e-6;
    final Cells cells;
    final int nx;
    final int ny;
    final int nz;
    private final PixelMap map;
    private final Interpolation interpolation;

    /** @param size nx, ny and nz */
    GridSampler(Cells cells, int[] size, PixelMap map, Interpolation interpolation) {
        this.cells = cells;
        this.nx = size[0];
        this.ny = size[1];
        this.nz = size[2];
        this.map = map;
        this.interpolation = interpolation;
    }

    @Override
    public void row(int y, int width, double[] values) {
        Vec3 start = map.at(0, y);
        Vec3 step = map.perX();
        int from = first(start, step, width);
        int to = end(start, step, from, width);
        Arrays.fill(values, 0, from, Double.NaN);
        Arrays.fill(values, to, width, Double.NaN);
        double slice = Math.floor(start.z() + 0.5);
        boolean flat = Math.abs(step.z()) * width < FLAT && Math.abs(start.z() - slice) < FLAT;
        if (from == to) {
            return;
        }
        Line line = flat ? new Line(start.x(), start.y(), slice, step.x(), step.y(), 0)
                : new Line(start.x(), start.y(), start.z(), step.x(), step.y(), step.z());
        switch (interpolation) {
            case NEAREST -> nearest(line, from, to, values);
            case LINEAR -> {
                if (flat) {
                    flat(line, from, to, values);
                } else {
                    linear(line, from, to, values);
                }
            }
            default -> new CubicKernel(this).row(line, from, to, values);
        }
    }

    /**
     * Indices along a device row: {@code i + x·di} and so on.
     *
     * @param k a whole number where dk is 0 because the row lies in one slice
     */
    record Line(double i, double j, double k, double di, double dj, double dk) {}

    /** Values of the nearest voxels, for device pixels that are all inside. */
    abstract void nearest(Line line, int from, int to, double[] values);

    /** Linear within slice k. */
    abstract void flat(Line line, int from, int to, double[] values);

    /** Linear along all three axes. */
    abstract void linear(Line line, int from, int to, double[] values);

    private boolean inside(Vec3 start, Vec3 step, int x) {
        return inside(start.x() + x * step.x(), nx) && inside(start.y() + x * step.y(), ny)
                && inside(start.z() + x * step.z(), nz);
    }

    private static boolean inside(double v, int n) {
        return v >= -0.5 && v < n - 0.5;
    }

    /** The first pixel inside: solved for each axis, and then, because of rounding, looked at from one pixel before. */
    private int first(Vec3 start, Vec3 step, int width) {
        double x = Math.max(0, Math.max(enter(start.x(), step.x(), nx), Math.max(enter(start.y(), step.y(), ny),
                enter(start.z(), step.z(), nz))));
        int from = x >= width ? width : Math.max(0, (int) x - 1);
        int look = Math.min(width, from + 4);
        while (from < look && !inside(start, step, from)) {
            from++;
        }
        return from == look && look < width && !inside(start, step, from) ? width : from;
    }

    private int end(Vec3 start, Vec3 step, int from, int width) {
        double x = Math.min(width, Math.min(leave(start.x(), step.x(), nx), Math.min(leave(start.y(), step.y(), ny),
                leave(start.z(), step.z(), nz))));
        int to = x <= from ? from : Math.min(width, (int) x + 2);
        while (to > from && !inside(start, step, to - 1)) {
            to--;
        }
        return to;
    }

    private static double enter(double start, double step, int n) {
        if (step == 0) {
            return inside(start, n) ? 0 : Double.POSITIVE_INFINITY;
        }
        return ((step > 0 ? -0.5 : n - 0.5) - start) / step;
    }

    private static double leave(double start, double step, int n) {
        return step == 0 ? Double.POSITIVE_INFINITY : ((step > 0 ? n - 0.5 : -0.5) - start) / step;
    }

    /** Linear at a place inside where something is missing: that counts as the nearest voxel. */
    final double careful(double i, double j, double k) {
        double own = cells.at(clamp((int) Math.floor(k + 0.5), nz),
                clamp((int) Math.floor(j + 0.5), ny) * nx + clamp((int) Math.floor(i + 0.5), nx));
        if (!Double.isFinite(own)) {
            return own;
        }
        int ia = (int) Math.floor(i);
        int ja = (int) Math.floor(j);
        int ka = (int) Math.floor(k);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int a = ia + (corner & 1);
            int b = ja + (corner >> 1 & 1);
            int c = ka + (corner >> 2);
            double w = (1 - Math.abs(i - a)) * (1 - Math.abs(j - b)) * (1 - Math.abs(k - c));
            double v = cells.at(clamp(c, nz), clamp(b, ny) * nx + clamp(a, nx));
            // a difference to the own value, so that weights of sum 1 give even regions back exactly
            sum += Double.isFinite(v) ? w * (v - own) : 0;
        }
        return own + sum;
    }

    /** {@code Math.max} of doubles minds -0 and NaN, which takes longer than all the rest of a coordinate. */
    static double notBelow0(double v) {
        return v < 0 ? 0 : v;
    }

    static int clamp(int v, int n) {
        return v < 0 ? 0 : Math.min(v, n - 1);
    }
}
