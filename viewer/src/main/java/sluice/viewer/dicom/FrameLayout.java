package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * The attributes of the Image Pixel module (PS3.3 C.7.6.3) that say how many bits a frame has.
 *
 * @param rows Rows (0028,0010)
 * @param columns Columns (0028,0011)
 * @param samples Samples per Pixel (0028,0002)
 * @param bitsAllocated Bits Allocated (0028,0100)
 * @param frames Number of Frames (0028,0008), at least 1
 * @param photometric Photometric Interpretation (0028,0004)
 */
public record FrameLayout(int rows, int columns, int samples, int bitsAllocated, int frames, String photometric) {

    /** As the data set says; what is missing is 0, but one sample and one frame. */
    public static FrameLayout of(Attributes image) {
        return new FrameLayout(RawElements.integer(image, 0x00280010, 0), RawElements.integer(image, 0x00280011, 0),
                RawElements.integer(image, 0x00280002, 1), RawElements.integer(image, 0x00280100, 0),
                Math.max(1, RawElements.integer(image, 0x00280008, 1)), RawElements.ascii(image, 0x00280004));
    }

    /** The same frames in another colour space. */
    public FrameLayout withPhotometric(String other) {
        return new FrameLayout(rows, columns, samples, bitsAllocated, frames, other);
    }

    /**
     * Bits of one native frame.
     *
     * @param available bytes of the whole value: subsampled colour (PS3.3 C.7.6.3.1.2) is taken for what it says only if
     *     the frames would not fit otherwise
     * @return 0 where the attributes make no sense
     */
    long frameBits(long available) {
        long pixels = (long) rows * columns;
        long perPixel = (long) samples * bitsAllocated;
        if (pixels <= 0 || perPixel <= 0 || perPixel > 1 << 20) {
            return 0;
        }
        long full = pixels * perPixel;
        if (samples != 3 || full / 8 <= available / frames) {
            return full;
        }
        return switch (photometric) {
            case "YBR_FULL_422", "YBR_PARTIAL_422" -> full / 3 * 2;
            case "YBR_PARTIAL_420" -> full / 2;
            default -> full;
        };
    }
}
