package sluice.viewer.render;

import java.util.Arrays;
import java.util.concurrent.Executor;

/** The greatest value that a field takes in each block of 8 × 8 × 8 voxels, so that rays jump over what cannot hold a surface. */
final class BlockMaxima {
    static final int SIZE = 8;
    private final int bx;
    private final int by;
    private final int bz;
    private final double[] maxima;

    BlockMaxima(RealField field, Executor executor, int helpers) {
        bx = (field.nx + SIZE - 1) / SIZE;
        by = (field.ny + SIZE - 1) / SIZE;
        bz = (field.nz + SIZE - 1) / SIZE;
        maxima = new double[bx * by * bz];
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        Rows.share(bz * by, executor, helpers, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int b = 0; b < bx; b++) {
                    maxima[row * bx + b] = maximum(field, b * SIZE, row % by * SIZE, row / by * SIZE);
                }
            }
        });
    }

    /** With the neighbours all round that interpolation within the block reaches. */
    private static double maximum(RealField f, int i0, int j0, int k0) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = Math.max(0, k0 - 1); k <= Math.min(f.nz - 1, k0 + SIZE); k++) {
            for (int j = Math.max(0, j0 - 1); j <= Math.min(f.ny - 1, j0 + SIZE); j++) {
                for (int i = Math.max(0, i0 - 1); i <= Math.min(f.nx - 1, i0 + SIZE); i++) {
                    most = Math.max(most, f.voxel(i, j, k));
                }
            }
        }
        return most;
    }

    private static int block(double index, int count) {
        return Math.max(0, Math.min(count - 1, (int) Math.floor((index + 0.5) / SIZE)));
    }

    /** The greatest value near an index. */
    double at(double i, double j, double k) {
        return maxima[(block(k, bz) * by + block(j, by)) * bx + block(i, bx)];
    }

    /** How far, in steps of the ray, until an index that moves by {@code step} leaves its block. */
    static double toExit(double index, double step) {
        if (step == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double start = Math.floor((index + 0.5) / SIZE) * SIZE - 0.5;
        return Math.max(0, ((step > 0 ? start + SIZE : start) - index) / step);
    }
}
