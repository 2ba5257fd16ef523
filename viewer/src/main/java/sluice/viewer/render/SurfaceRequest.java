package sluice.viewer.render;

import java.util.Objects;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/**
 * A view of the surface where real values rise above a threshold, from outside, in parallel projection.
 *
 * @param voxels the volume; padding counts as below the threshold
 * @param threshold in real values: HU of CT (skin: about -300), signal of MR
 * @param view its middle is the point that is looked at, its normal the direction of looking; its size that of the picture
 * @param background opaque colour, 0xFFRRGGBB
 */
public record SurfaceRequest(Voxels voxels, double threshold, PlaneView view, int background) {

    public SurfaceRequest {
        Objects.requireNonNull(voxels);
        Objects.requireNonNull(view);
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("a threshold is finite");
        }
    }

    /**
     * The whole volume on black.
     *
     * @param looking LPS direction of looking, such as (0, 1, 0) from the front
     * @param up LPS direction that shall be up on the screen, not parallel to {@code looking}
     */
    public static SurfaceRequest of(Voxels voxels, double threshold, Vec3 looking, Vec3 up, int width, int height) {
        Vec3 n = looking.unit();
        Vec3 down = n.times(up.dot(n)).minus(up).unit();
        VoxelGrid grid = voxels.grid();
        return new SurfaceRequest(voxels, threshold, PlaneView.fit(down.cross(n), down, grid, width, height), FrameRequest.BLACK);
    }
}
