package sluice.viewer.phantom;

import java.util.Arrays;
import java.util.Objects;
import sluice.viewer.geometry.VoxelGrid;

/**
 * An image of the phantom with its truth. The arrays are not copied: treat them as read-only.
 *
 * @param grid where the voxels lie
 * @param values one per voxel, i fastest; HU or MR signal
 * @param labels {@link Tissue#ordinal()} at each voxel's centre
 */
public record PhantomVolume(VoxelGrid grid, short[] values, byte[] labels) {

    /** The values with the third index k, i fastest: nx·ny of them. */
    public short[] slice(int k) {
        Objects.checkIndex(k, grid.nz());
        int n = grid.nx() * grid.ny();
        return Arrays.copyOfRange(values, k * n, (k + 1) * n);
    }

    /**
     * The slice with the third index k as a picture: i to the right, j downwards.
     *
     * @param black value shown black
     * @param white value shown white
     */
    public GreyImage picture(int k, double black, double white) {
        return GreyImage.of(grid.nx(), grid.ny(), slice(k), black, white);
    }
}
