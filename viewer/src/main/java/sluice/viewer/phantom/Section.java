package sluice.viewer.phantom;

import sluice.viewer.geometry.Affine3;
import sluice.viewer.geometry.Vec3;
import sluice.viewer.geometry.VoxelGrid;

/** The three classical planes, drawn as radiologists look at them. */
public enum Section {
    /** seen from the feet: patient's left is on the right, the face is up */
    AXIAL(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1)),
    /** seen from the front: patient's left is on the right, the vertex is up */
    CORONAL(new Vec3(1, 0, 0), new Vec3(0, 0, -1), new Vec3(0, 1, 0)),
    /** seen from the patient's left: the face is on the left, the vertex is up */
    SAGITTAL(new Vec3(0, 1, 0), new Vec3(0, 0, -1), new Vec3(1, 0, 0));

    private final Vec3 right;
    private final Vec3 down;
    private final Vec3 across;

    Section(Vec3 right, Vec3 down, Vec3 across) {
        this.right = right;
        this.down = down;
        this.across = across;
    }

    /**
     * A grid of one slice, square, {@code pixels} along each side.
     *
     * @param at where the plane cuts its axis, LPS mm: z, y or x
     * @param pixels pixels along a side
     * @param size side in mm; its middle lies 15 mm below the head's, so that the neck is in view
     */
    public VoxelGrid grid(double at, int pixels, double size) {
        double step = size / pixels;
        Vec3 centre = across.times(at).plus(this == AXIAL ? Vec3.ZERO : new Vec3(0, 0, -15));
        return VoxelGrid.centred(pixels, pixels, 1, new Affine3(right.times(step), down.times(step), across, Vec3.ZERO), centre);
    }

    /** A picture of the phantom in this plane; see {@link #grid}. */
    public GreyImage picture(HeadPhantom head, Contrast contrast, double at, int pixels) throws InterruptedException {
        PhantomVolume slice = new PhantomScanner(head).scan(grid(at, pixels, 260), contrast, ScanOptions.CLEAN);
        return contrast == Contrast.CT ? slice.picture(0, -160, 240) : slice.picture(0, 0, 900);
    }
}
