package sluice.viewer.codec;

import org.aoju.bus.image.galaxy.data.Attributes;
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
}
