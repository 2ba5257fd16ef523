package sluice.viewer.render;

import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;
import sluice.viewer.geometry.Vec3;

/** Interpolation written down as its definition says, one voxel at a time, slowly: what the renderer is compared with. */
final class PlainSampling {
    private PlainSampling() {}

    /** Real value at a place in LPS mm; NaN outside or in padding. */
    static double at(Voxels voxels, Vec3 lps, Interpolation interpolation) {
        return atIndex(voxels, voxels.grid().toIndex(lps), interpolation);
    }

    /** Real value at an index. */
    static double atIndex(Voxels voxels, Vec3 p, Interpolation interpolation) {
        var grid = voxels.grid();
        if (!grid.contains(p)) {
            return Double.NaN;
        }
        double own = voxel(voxels, (int) Math.floor(p.x() + 0.5), (int) Math.floor(p.y() + 0.5), (int) Math.floor(p.z() + 0.5));
        if (interpolation == Interpolation.NEAREST || Double.isNaN(own)) {
            return own;
        }
        double sum = 0;
        for (int k = (int) Math.floor(p.z()) - 2; k <= p.z() + 2; k++) {
            for (int j = (int) Math.floor(p.y()) - 2; j <= p.y() + 2; j++) {
                for (int i = (int) Math.floor(p.x()) - 2; i <= p.x() + 2; i++) {
                    double v = voxel(voxels, i, j, k);
                    sum += kernel(p.x() - i, interpolation) * kernel(p.y() - j, interpolation) * kernel(p.z() - k, interpolation)
                            * (Double.isNaN(v) ? own : v);
                }
            }
        }
        return sum;
    }

    private static double voxel(Voxels voxels, int i, int j, int k) {
        int ci = Math.max(0, Math.min(voxels.grid().nx() - 1, i));
        int cj = Math.max(0, Math.min(voxels.grid().ny() - 1, j));
        int ck = Math.max(0, Math.min(voxels.grid().nz() - 1, k));
        double stored = voxels.slice(ck).at(cj * voxels.grid().nx() + ci);
        Optional<PixelPadding> padding = voxels.padding();
        return padding.isPresent() && padding.get().contains(stored) ? Double.NaN : voxels.rescale(ck).apply(stored);
    }

    private static double kernel(double t, Interpolation interpolation) {
        double d = Math.abs(t);
        if (interpolation == Interpolation.LINEAR) {
            return Math.max(0, 1 - d);
        }
        double a = -0.5;
        if (d < 1) {
            return (a + 2) * Math.pow(d, 3) - (a + 3) * d * d + 1;
        }
        return d < 2 ? a * Math.pow(d, 3) - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }
}
