package sluice.viewer.codec;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.dicom.RawElements;

/**
 * What the Image Pixel module says about a frame (PS3.3 C.7.6.3).
 *
 * @param rows Rows (0028,0010)
 * @param columns Columns (0028,0011)
 * @param samples Samples per Pixel (0028,0002)
 * @param bitsAllocated Bits Allocated (0028,0100): 1, 8, 16, 32 or 64
 * @param bitsStored Bits Stored (0028,0101)
 * @param highBit High Bit (0028,0102)
 * @param signed Pixel Representation (0028,0103) is 1
 * @param photometric Photometric Interpretation (0028,0004)
 * @param planar Planar Configuration (0028,0006) is 1: of native and RLE frames, all of the first sample, then the second
 */
public record ImageFormat(int rows, int columns, int samples, int bitsAllocated, int bitsStored, int highBit, boolean signed,
        String photometric, boolean planar) {

    /** Smallest and Largest Image Pixel Value, Pixel Value in Series, Image Pixel Value in Plane. */
    private static final int[] VALUE_RANGES = {0x00280106, 0x00280107, 0x00280108, 0x00280109, 0x00280110, 0x00280111};

    /** As the data set says; missing attributes get the usual value. Nothing is checked here. */
    public static ImageFormat of(Attributes image) {
        int allocated = RawElements.integer(image, 0x00280100, 8);
        int stored = RawElements.integer(image, 0x00280101, allocated);
        return new ImageFormat(RawElements.integer(image, 0x00280010, 0), RawElements.integer(image, 0x00280011, 0),
                RawElements.integer(image, 0x00280002, 1), allocated, stored,
                RawElements.integer(image, 0x00280102, stored - 1), RawElements.integer(image, 0x00280103, 0) == 1,
                RawElements.ascii(image, 0x00280004), RawElements.integer(image, 0x00280006, 0) == 1);
    }

    /** Pixels of a frame. */
    public long pixels() {
        return (long) rows * columns;
    }

    /** Bytes of one sample in a {@link Raster}: 1, 2, 4 or 8; a 1-bit pixel takes one byte. */
    public int sampleBytes() {
        return Math.max(1, (bitsAllocated + 7) / 8);
    }

    /** The same values in another colour space, samples interleaved. */
    public ImageFormat withPhotometric(String other) {
        return new ImageFormat(rows, columns, samples, bitsAllocated, bitsStored, highBit, signed, other, false);
    }

    /**
     * Makes a data set say what is true of pixel data with new values: the colour space and the order of samples; the
     * smallest and largest pixel values are removed, because nobody knows them any more.
     *
     * @param lossy whether the values have ever been compressed with loss; then Lossy Image Compression (0028,2110) is "01",
     *     otherwise it stays as it is
     */
    public void describe(Attributes image, boolean lossy) {
        if (!photometric.equals(RawElements.ascii(image, 0x00280004))) {
            image.setString(0x00280004, VR.CS, photometric);
        }
        if (samples > 1 && planar != (RawElements.integer(image, 0x00280006, 0) == 1)) {
            image.setInt(0x00280006, VR.US, planar ? 1 : 0);
        }
        for (int tag : VALUE_RANGES) {
            image.remove(tag);
        }
        if (lossy && !RawElements.ascii(image, 0x00282110).equals("01")) {
            image.setString(0x00282110, VR.CS, "01");
        }
    }
}
