package sluice.app.demo;

/**
 * How much is written.
 *
 * @param ctMatrix rows and columns of the CT
 * @param ctSlices its slices, evenly over 225 mm of head and neck
 * @param mrMatrix rows and columns of the MR series and of the NIfTI file
 * @param mrSlices slices of the T1 series and the NIfTI file; the T2 series have a quarter of them
 */
public record Size(int ctMatrix, int ctSlices, int mrMatrix, int mrSlices) {

    /** For the demonstration: about 50 MB. */
    public static final Size FULL = new Size(512, 44, 256, 128);
    /** For tests: some 200 kB of pixels. */
    public static final Size SMALL = new Size(48, 6, 40, 8);

    public Size {
        if (ctMatrix < 16 || mrMatrix < 16 || ctSlices < 2 || mrSlices < 8) {
            throw new IllegalArgumentException("too small to be a study");
        }
    }
}
