package sluice.viewer.phantom;

import java.util.ArrayList;
import java.util.List;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/**
 * Images the phantom on any grid. A voxel whose neighbours are the same tissue has that tissue's value; at borders it is the mean
 * over points about 0.6 mm apart inside it (partial volume). Computation is on the calling thread; an interruption ends it with an
 * {@link InterruptedException}.
 */
public final class PhantomScanner {

    private static final double POINT_DISTANCE = 0.6;
    /** Large voxels, as in small tests, need no more; half of them are used. */
    private static final int MOST_POINTS = 64;

    private final HeadPhantom head;

    public PhantomScanner(HeadPhantom head) {
        this.head = head;
    }

    /** {@link Tissue#ordinal()} at each voxel centre, i fastest. */
    public byte[] labels(VoxelGrid grid) throws InterruptedException {
        byte[] labels = new byte[Math.toIntExact(grid.voxels())];
        Vec3 step = grid.indexToLps().x();
        int at = 0;
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                Vec3 row = grid.toLps(0, j, k);
                for (int i = 0; i < grid.nx(); i++) {
                    labels[at++] = (byte) head.labelAt(row.x() + i * step.x(), row.y() + i * step.y(), row.z() + i * step.z())
                        .ordinal();
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the phantom was not finished");
            }
        }
        return labels;
    }

    /**
     * An image.
     *
     * @return values as {@link Contrast} says: CT clamped to -1024…3071, MR to 0…4095
     */
    public PhantomVolume scan(VoxelGrid grid, Contrast contrast, ScanOptions options) throws InterruptedException {
        byte[] labels = labels(grid);
        short[] values = new short[labels.length];
        Signal signal = new Signal(contrast, options);
        Points points = new Points(grid);
        int at = 0;
        for (int k = 0; k < grid.nz(); k++) {
            for (int j = 0; j < grid.ny(); j++) {
                for (int i = 0; i < grid.nx(); i++, at++) {
                    Vec3 p = grid.toLps(i, j, k);
                    double mean = isUniform(labels, at, grid, i, j, k) ? signal.of(labels[at]) : points.mean(p, signal);
                    values[at] = signal.voxel(mean, labels[at], p, at);
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("the phantom was not finished");
            }
        }
        return new PhantomVolume(grid, values, labels);
    }

    private static boolean isUniform(byte[] l, int at, VoxelGrid g, int i, int j, int k) {
        byte own = l[at];
        int row = g.nx();
        int slice = g.nx() * g.ny();
        return (i == 0 || l[at - 1] == own) && (i == g.nx() - 1 || l[at + 1] == own)
            && (j == 0 || l[at - row] == own) && (j == g.ny() - 1 || l[at + row] == own)
            && (k == 0 || l[at - slice] == own) && (k == g.nz() - 1 || l[at + slice] == own);
    }

    /** The points within a voxel, as shifts from its centre. */
    private final class Points {

        private final Vec3[] shifts;

        Points(VoxelGrid grid) {
            Vec3 s = grid.spacing();
            int nx = count(s.x());
            int ny = count(s.y());
            int nz = count(s.z());
            while (nx * ny * nz > MOST_POINTS) {
                nx = nx > 1 ? nx - 1 : 1;
                ny = ny > 1 ? ny - 1 : 1;
                nz = nz > 1 ? nz - 1 : 1;
            }
            List<Vec3> all = new ArrayList<>();
            for (int n = 0; n < nx * ny * nz; n++) {
                int i = n % nx;
                int j = n / nx % ny;
                int k = n / nx / ny;
                // every other point, as on a chess board, represents the voxel nearly as well at half the cost
                if ((i + j + k) % 2 == 0 || nx + ny + nz == 3) {
                    Vec3 index = new Vec3((i + 0.5) / nx - 0.5, (j + 0.5) / ny - 0.5, (k + 0.5) / nz - 0.5);
                    all.add(grid.indexToLps().applyDirection(index));
                }
            }
            shifts = all.toArray(new Vec3[0]);
        }

        private static int count(double spacing) {
            return (int) Math.max(1, Math.min(8, Math.round(spacing / POINT_DISTANCE)));
        }

        double mean(Vec3 p, Signal signal) {
            double sum = 0;
            for (Vec3 s : shifts) {
                sum += signal.of(head.labelAt(p.x() + s.x(), p.y() + s.y(), p.z() + s.z()).ordinal());
            }
            return sum / shifts.length;
        }
    }
}
