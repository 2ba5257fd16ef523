package sluice.viewer.codec;

/** Whether a frame is one that can be held, and how large it is. */
final class FrameSize {
    private static final long LARGEST = Integer.MAX_VALUE - 32L;

    private FrameSize() {}

    /**
     * Bytes of the {@link Raster} of such a frame.
     *
     * @throws CodecException where the attributes make no sense, are outside of the standard, or exceed 2 GB
     */
    static int rasterBytes(ImageFormat format) throws CodecException {
        int bits = format.bitsAllocated();
        boolean depth = bits == 1 || bits == 8 || bits == 16 || bits == 32 || bits == 64;
        if (!depth || format.samples() < 1 || format.samples() > 4 || bits == 1 && format.samples() != 1) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED,
                    "Frames with " + bits + " bits allocated and " + format.samples() + " samples are not handled");
        }
        if (format.rows() < 1 || format.columns() < 1) {
            throw new CodecException(CodecException.Reason.MISMATCH, "The image attributes describe no pixel");
        }
        long bytes = format.pixels() * format.samples() * format.sampleBytes();
        if (bytes > LARGEST) {
            throw new CodecException(CodecException.Reason.TOO_LARGE, "A frame has more than 2 GB");
        }
        return (int) bytes;
    }

    /** That a raster is one of such a frame. */
    static void check(Raster raster, ImageFormat format) throws CodecException {
        if (raster.rows() != format.rows() || raster.columns() != format.columns()
                || raster.samples() != format.samples() || raster.sampleBytes() != format.sampleBytes()) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "The frame has another size, number of samples or depth than the image attributes say");
        }
    }
}
