package sluice.viewer.phantom;

/**
 * How real the images look.
 *
 * @param noise standard deviation: CT in HU, MR in signal units (where the background then becomes Rayleigh distributed); 0 = none
 * @param biasField whether MR signal varies smoothly by some 15 per cent over the head
 * @param seed the noise follows from it and from the voxel's place in the grid
 */
public record ScanOptions(double noise, boolean biasField, long seed) {

    /** No noise, no bias field: voxels are mixtures of the table's values. */
    public static final ScanOptions CLEAN = new ScanOptions(0, false, 0);

    public ScanOptions {
        if (!(noise >= 0 && noise < 1000)) {
            throw new IllegalArgumentException("noise lies between 0 and 1000");
        }
    }
}
