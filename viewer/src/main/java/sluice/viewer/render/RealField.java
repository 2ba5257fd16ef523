package sluice.viewer.render;

import sluice.viewer.dicom.Rescale;
import sluice.viewer.geometry.VoxelGrid;

/** The real values of a whole volume as a continuous field, linear between voxel centres; what is missing lies low. */
final class RealField {
    private final Cells cells;
    private final double missing;
    final int nx;
    final int ny;
    final int nz;

    /** @param missing the value of padding and of what is no number */
    RealField(Voxels voxels, double missing) {
        VoxelGrid grid = voxels.grid();
        nx = grid.nx();
        ny = grid.ny();
        nz = grid.nz();
        Samples[] slices = new Samples[nz];
        Rescale[] rescales = new Rescale[nz];
        for (int k = 0; k < nz; k++) {
            slices[k] = voxels.slice(k);
            rescales[k] = voxels.rescale(k);
        }
        this.cells = Cells.stored(Samples.alike(slices), voxels.padding()).rescaled(rescales);
        this.missing = missing;
    }

    /** At a voxel. */
    double voxel(int i, int j, int k) {
        double v = cells.at(k, j * nx + i);
        return v == v ? v : missing;
    }

    /** Anywhere, by index; beyond the outermost centres their values hold. */
    double at(double i, double j, double k) {
        double ci = Math.max(0, Math.min(nx - 1, i));
        double cj = Math.max(0, Math.min(ny - 1, j));
        double ck = Math.max(0, Math.min(nz - 1, k));
        int ia = (int) ci;
        int ja = (int) cj;
        int ka = (int) ck;
        double near = plane(ia, ja, ka, ci - ia, cj - ja);
        double f = ck - ka;
        return f == 0 ? near : near + (plane(ia, ja, ka + 1, ci - ia, cj - ja) - near) * f;
    }

    private double plane(int i, int j, int k, double fi, double fj) {
        int right = Math.min(i + 1, nx - 1);
        int lower = Math.min(j + 1, ny - 1);
        double a = voxel(i, j, k);
        double b = voxel(i, lower, k);
        a += (voxel(right, j, k) - a) * fi;
        b += (voxel(right, lower, k) - b) * fi;
        return a + (b - a) * fj;
    }
}
