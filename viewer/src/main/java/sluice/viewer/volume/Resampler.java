package sluice.viewer.volume;

import java.io.IOException;
import java.lang.ref.SoftReference;
import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;

/**
 * True values of a volume at any place: trilinear between voxel centres. Slices are kept for as long as memory allows. Places
 * up to half a voxel outside of the outermost centres have the value of the border; further out, and next to a slice that is
 * absent, there is NaN. For one thread at a time.
 */
public final class Resampler {
    private final Volume volume;
    private final int t;
    private final Affine3 toIndex;
    private final SoftReference<Slice>[] slices;

    /** @param t which of the volume's times */
    public Resampler(Volume volume, int t) {
        this.volume = volume;
        this.t = t;
        this.toIndex = volume.grid().indexToLps().inverse();
        @SuppressWarnings("unchecked")
        SoftReference<Slice>[] empty = new SoftReference[volume.grid().nz()];
        this.slices = empty;
    }

    /** The value at a place in LPS mm. */
    public double at(Vec3 lps) throws IOException {
        return atIndex(toIndex.apply(lps));
    }

    /** The value at a place given as fractional voxel index. */
    public double atIndex(Vec3 index) throws IOException {
        if (!volume.grid().contains(index)) {
            return Double.NaN;
        }
        double z = clamp(index.z(), volume.grid().nz());
        int k = (int) z;
        double part = z - k;
        double low = inSlice(k, index);
        return part == 0 ? low : low * (1 - part) + inSlice(k + 1, index) * part;
    }

    private double inSlice(int k, Vec3 index) throws IOException {
        Slice slice = slice(k);
        double x = clamp(index.x(), slice.nx());
        double y = clamp(index.y(), slice.ny());
        int i = (int) x;
        int j = (int) y;
        int right = Math.min(i + 1, slice.nx() - 1);
        int below = Math.min(j + 1, slice.ny() - 1);
        double fx = x - i;
        double fy = y - j;
        double upper = slice.stored(i, j) * (1 - fx) + slice.stored(right, j) * fx;
        double lower = slice.stored(i, below) * (1 - fx) + slice.stored(right, below) * fx;
        return volume.scaling(k, t).apply(upper * (1 - fy) + lower * fy);
    }

    private static double clamp(double v, int n) {
        return Math.max(0, Math.min(n - 1, v));
    }

    private Slice slice(int k) throws IOException {
        Slice slice = slices[k] == null ? null : slices[k].get();
        if (slice == null) {
            slice = volume.slice(k, t);
            slices[k] = new SoftReference<>(slice);
        }
        return slice;
    }
}
