package sluice.viewer.render;

import java.util.Arrays;
import sluice.viewer.geometry.Vec3;

/**
 * Values of a grid along device rows, in the grid's index space. A voxel reaches half a step beyond its centre; beyond the
 * outermost centres the outermost value holds. Padding does not mix with its neighbours: where the nearest voxel is padding
 * there is nothing, elsewhere padding counts as the nearest voxel's value.
 */
final class GridSampler implements RowSampler {
    /** Steps in k below this, over a whole picture, are rounding: the plane lies in one slice. */
    private static final double FLAT = 1e-6;
    private final Cells cells;
    private final int nx;
    private final int ny;
    private final int nz;
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
        int slice = (int) Math.floor(start.z() + 0.5);
        boolean flat = Math.abs(step.z()) * width < FLAT && Math.abs(start.z() - slice) < FLAT;
        if (interpolation == Interpolation.NEAREST) {
            nearest(start, step, from, to, values);
        } else if (interpolation == Interpolation.LINEAR && flat && from < to) {
            flat(start, step, from, to, values, slice);
        } else if (interpolation == Interpolation.LINEAR) {
            linear(start, step, from, to, values);
        } else {
            for (int x = from; x < to; x++) {
                values[x] = careful(start.x() + x * step.x(), start.y() + x * step.y(), flat ? slice : start.z() + x * step.z());
            }
        }
    }

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

    private void nearest(Vec3 start, Vec3 step, int from, int to, double[] values) {
        for (int x = from; x < to; x++) {
            // all are at least -0.5, so that the cast rounds down
            int i = (int) (start.x() + x * step.x() + 0.5);
            int j = (int) (start.y() + x * step.y() + 0.5);
            int k = (int) (start.z() + x * step.z() + 0.5);
            values[x] = cells.at(Math.min(k, nz - 1), Math.min(j, ny - 1) * nx + Math.min(i, nx - 1));
        }
    }

    private void flat(Vec3 start, Vec3 step, int from, int to, double[] values, int k) {
        double i0 = start.x();
        double j0 = start.y();
        double di = step.x();
        double dj = step.y();
        for (int x = from; x < to; x++) {
            double i = Math.max(0, i0 + x * di);
            double j = Math.max(0, j0 + x * dj);
            int ia = Math.min((int) i, nx - 1);
            int ja = Math.min((int) j, ny - 1);
            int ib = Math.min(ia + 1, nx - 1);
            int upper = ja * nx;
            int lower = Math.min(ja + 1, ny - 1) * nx;
            double fi = i - ia;
            double a = cells.at(k, upper + ia);
            double c = cells.at(k, lower + ia);
            a += (cells.at(k, upper + ib) - a) * fi;
            c += (cells.at(k, lower + ib) - c) * fi;
            double v = a + (c - a) * (j - ja);
            values[x] = v == v ? v : careful(i, j, k);
        }
    }

    private void linear(Vec3 start, Vec3 step, int from, int to, double[] values) {
        for (int x = from; x < to; x++) {
            double i = Math.max(0, start.x() + x * step.x());
            double j = Math.max(0, start.y() + x * step.y());
            double k = Math.max(0, start.z() + x * step.z());
            int ia = Math.min((int) i, nx - 1);
            int ja = Math.min((int) j, ny - 1);
            int ka = Math.min((int) k, nz - 1);
            int right = ia + 1 < nx ? 1 : 0;
            int upper = ja * nx + ia;
            int lower = ja + 1 < ny ? upper + nx : upper;
            int kb = Math.min(ka + 1, nz - 1);
            double fi = i - ia;
            double fj = j - ja;
            double a = cells.at(ka, upper);
            double b = cells.at(ka, lower);
            double c = cells.at(kb, upper);
            double d = cells.at(kb, lower);
            a += (cells.at(ka, upper + right) - a) * fi;
            b += (cells.at(ka, lower + right) - b) * fi;
            c += (cells.at(kb, upper + right) - c) * fi;
            d += (cells.at(kb, lower + right) - d) * fi;
            a += (b - a) * fj;
            c += (d - c) * fj;
            double v = a + (c - a) * (k - ka);
            values[x] = v == v ? v : careful(i, j, k);
        }
    }

    /** Any place inside, by weights along each axis; what is missing counts as the nearest voxel. */
    private double careful(double i, double j, double k) {
        int ni = clamp((int) Math.floor(i + 0.5), nx);
        int nj = clamp((int) Math.floor(j + 0.5), ny);
        int nk = clamp((int) Math.floor(k + 0.5), nz);
        double own = cells.at(nk, nj * nx + ni);
        if (!Double.isFinite(own)) {
            return own;
        }
        double sum = 0;
        int reach = interpolation == Interpolation.CUBIC ? 2 : 1;
        int ia = (int) Math.floor(i);
        int ja = (int) Math.floor(j);
        int ka = (int) Math.floor(k);
        for (int c = ka - reach + 1; c <= ka + reach; c++) {
            double wk = weight(k - c);
            for (int b = ja - reach + 1; wk != 0 && b <= ja + reach; b++) {
                double wj = wk * weight(j - b);
                for (int a = ia - reach + 1; wj != 0 && a <= ia + reach; a++) {
                    double w = wj * weight(i - a);
                    // a difference to the own value, so that weights of sum 1 give even regions back exactly
                    double v = w == 0 ? own : cells.at(clamp(c, nz), clamp(b, ny) * nx + clamp(a, nx));
                    sum += Double.isFinite(v) ? w * (v - own) : 0;
                }
            }
        }
        return own + sum;
    }

    private double weight(double t) {
        double d = Math.abs(t);
        if (interpolation == Interpolation.LINEAR) {
            return d < 1 ? 1 - d : 0;
        }
        return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    }

    private static int clamp(int v, int n) {
        return v < 0 ? 0 : Math.min(v, n - 1);
    }
}
