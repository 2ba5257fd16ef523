package sluice.viewer.render;

import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/**
 * A plane in the patient and how a picture shows it. Immutable; each change is a new view.
 *
 * @param centre LPS mm that the picture's middle shows
 * @param right LPS direction to the right of the screen, length 1
 * @param down LPS direction down the screen, length 1, at right angles to {@code right}
 * @param mmPerPixel mm in the patient of one device pixel
 * @param width of the picture in device pixels
 * @param height of the picture in device pixels
 */
public record PlaneView(Vec3 centre, Vec3 right, Vec3 down, double mmPerPixel, int width, int height) {

    /** The customary planes, as radiologists look at them (PS3.3 C.7.6.2.1.1 for the axes). */
    public enum Standard {
        /** From the feet: patient's left on the right of the screen, posterior down. */
        AXIAL(new Vec3(1, 0, 0), new Vec3(0, 1, 0)),
        /** From the front: patient's left on the right of the screen, feet down. */
        CORONAL(new Vec3(1, 0, 0), new Vec3(0, 0, -1)),
        /** From the patient's left: posterior on the right of the screen, feet down. */
        SAGITTAL(new Vec3(0, 1, 0), new Vec3(0, 0, -1));

        private final Vec3 right;
        private final Vec3 down;

        Standard(Vec3 right, Vec3 down) {
            this.right = right;
            this.down = down;
        }
    }

    public PlaneView {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
        if (!(mmPerPixel > 0 && Double.isFinite(mmPerPixel)) || !centre.isFinite()) {
            throw new IllegalArgumentException("a plane has a finite place and a positive scale");
        }
        if (!(Math.abs(right.length() - 1) < 1e-6 && Math.abs(down.length() - 1) < 1e-6 && Math.abs(right.dot(down)) < 1e-6)) {
            throw new IllegalArgumentException("right and down have length one and stand at right angles");
        }
    }

    /** A customary plane through the middle of a grid, so that the whole grid fits. */
    public static PlaneView fit(Standard plane, VoxelGrid grid, int width, int height) {
        return fit(plane.right, plane.down, grid, width, height);
    }

    /**
     * The grid's own slice k, whole: i to the right and j down; of a grid whose i and j are not at right angles, down is as
     * near to j as it may be.
     */
    public static PlaneView ofSlice(VoxelGrid grid, double k, int width, int height) {
        Vec3 right = grid.indexToLps().x().unit();
        Vec3 j = grid.indexToLps().y();
        Vec3 down = j.minus(right.times(j.dot(right))).unit();
        double mm = Math.max(grid.nx() * grid.spacing().x() / width, grid.ny() * j.dot(down) / height);
        return new PlaneView(grid.toLps((grid.nx() - 1) / 2.0, (grid.ny() - 1) / 2.0, k), right, down, mm, width, height);
    }

    /** Any plane through the middle of a grid, so that the whole grid fits. */
    public static PlaneView fit(Vec3 right, Vec3 down, VoxelGrid grid, int width, int height) {
        Vec3 centre = grid.toLps((grid.nx() - 1) / 2.0, (grid.ny() - 1) / 2.0, (grid.nz() - 1) / 2.0);
        double mm = Math.max(extent(grid, right) / width, extent(grid, down) / height);
        return new PlaneView(centre, right, down, mm, width, height);
    }

    /** Length in mm of the grid, voxels' edges included, along a direction. */
    public static double extent(VoxelGrid grid, Vec3 direction) {
        return grid.nx() * Math.abs(grid.indexToLps().x().dot(direction))
                + grid.ny() * Math.abs(grid.indexToLps().y().dot(direction))
                + grid.nz() * Math.abs(grid.indexToLps().z().dot(direction));
    }

    /** The direction of looking, into the screen: right × down. */
    public Vec3 normal() {
        return right.cross(down);
    }

    /** The place in LPS mm that a device pixel shows. */
    public Vec3 toLps(double x, double y) {
        return centre.plus(right.times((x - (width - 1) / 2.0) * mmPerPixel))
                .plus(down.times((y - (height - 1) / 2.0) * mmPerPixel));
    }

    /** The device pixel, in general between centres, onto which a place in LPS mm falls at right angles; z is mm in front (-) or behind. */
    public Vec3 toDevice(Vec3 lps) {
        Vec3 d = lps.minus(centre);
        return new Vec3((width - 1) / 2.0 + d.dot(right) / mmPerPixel, (height - 1) / 2.0 + d.dot(down) / mmPerPixel,
                d.dot(normal()));
    }

    /** The parallel plane further in by mm, along {@link #normal}. */
    public PlaneView moved(double mm) {
        return centred(centre.plus(normal().times(mm)));
    }

    /** The same plane with this place in the middle; a place outside moves the plane. */
    public PlaneView centred(Vec3 lps) {
        return new PlaneView(lps, right, down, mmPerPixel, width, height);
    }

    /** What the picture shows moves by device pixels, to the right and down. */
    public PlaneView panned(double dx, double dy) {
        return centred(toLps((width - 1) / 2.0 - dx, (height - 1) / 2.0 - dy));
    }

    /** Larger by a factor about a device pixel, which keeps showing what it shows. */
    public PlaneView zoomed(double factor, double x, double y) {
        Vec3 kept = toLps(x, y);
        PlaneView next = new PlaneView(centre, right, down, mmPerPixel / factor, width, height);
        return next.centred(centre.plus(kept.minus(next.toLps(x, y))));
    }

    /** Turned clockwise on the screen about the middle. */
    public PlaneView turned(double degrees) {
        double c = Angles.cos(degrees);
        double s = Angles.sin(degrees);
        return new PlaneView(centre, right.times(c).minus(down.times(s)), right.times(s).plus(down.times(c)), mmPerPixel, width,
                height);
    }

    /** Tilted about the horizontal of the screen through the middle: the upper edge goes in for positive degrees. */
    public PlaneView tilted(double degrees) {
        Vec3 turned = down.times(Angles.cos(degrees)).minus(normal().times(Angles.sin(degrees)));
        return new PlaneView(centre, right, turned, mmPerPixel, width, height);
    }

    /** Tilted about the vertical of the screen through the middle: the right edge goes in for positive degrees. */
    public PlaneView swung(double degrees) {
        Vec3 swung = right.times(Angles.cos(degrees)).plus(normal().times(Angles.sin(degrees)));
        return new PlaneView(centre, swung, down, mmPerPixel, width, height);
    }

    /** Left for right on the screen: the same plane seen from behind. */
    public PlaneView flippedHorizontally() {
        return new PlaneView(centre, right.times(-1), down, mmPerPixel, width, height);
    }

    /** Top for bottom on the screen. */
    public PlaneView flippedVertically() {
        return new PlaneView(centre, right, down.times(-1), mmPerPixel, width, height);
    }

    /** Another size of the picture; the middle and the scale stay. */
    public PlaneView sized(int newWidth, int newHeight) {
        return new PlaneView(centre, right, down, mmPerPixel, newWidth, newHeight);
    }

    PixelMap map(VoxelGrid grid) {
        var toIndex = grid.indexToLps().inverse();
        return new PixelMap(toIndex.apply(toLps(0, 0)), toIndex.applyDirection(right.times(mmPerPixel)),
                toIndex.applyDirection(down.times(mmPerPixel)));
    }
}
