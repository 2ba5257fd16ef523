package sluice.viewer.codec;

/**
 * Colour that two neighbouring pixels of a row share, as native frames of YBR_FULL_422 and YBR_PARTIAL_422 have it: Y of the
 * first, Y of the second, then CB and CR of both (PS3.3 C.7.6.3.1.2).
 */
final class Subsampled {
    private Subsampled() {}

    /** Whether the data set says so; a frame may nevertheless have all samples. */
    static boolean is(ImageFormat format) {
        return format.samples() == 3
                && (format.photometric().equals("YBR_FULL_422") || format.photometric().equals("YBR_PARTIAL_422"));
    }

    /** The colour space once every pixel has its own colour. */
    static String widened(String photometric) {
        return photometric.equals("YBR_FULL_422") ? "YBR_FULL" : photometric;
    }

    static byte[] widen(byte[] frame, ImageFormat format, int rasterBytes) throws CodecException {
        checkColumns(format);
        int n = format.sampleBytes();
        byte[] raster = new byte[rasterBytes];
        int to = 0;
        for (int from = 0; to < rasterBytes; from += 4 * n) {
            for (int pixel = 0; pixel < 2; pixel++) {
                System.arraycopy(frame, from + pixel * n, raster, to, n);
                System.arraycopy(frame, from + 2 * n, raster, to + n, 2 * n);
                to += 3 * n;
            }
        }
        return raster;
    }

    static byte[] narrow(Raster raster, ImageFormat format) throws CodecException {
        checkColumns(format);
        int n = format.sampleBytes();
        byte[] all = raster.bytes();
        byte[] frame = new byte[all.length / 3 * 2];
        int from = 0;
        for (int to = 0; to < frame.length; to += 4 * n) {
            for (int i = 0; i < 2 * n; i++) {
                if (all[from + n + i] != all[from + 4 * n + i]) {
                    throw new CodecException(CodecException.Reason.UNSUPPORTED,
                            "Two pixels that must share their colour have different ones");
                }
            }
            System.arraycopy(all, from, frame, to, n);
            System.arraycopy(all, from + 3 * n, frame, to + n, n);
            System.arraycopy(all, from + n, frame, to + 2 * n, 2 * n);
            from += 6 * n;
        }
        return frame;
    }

    private static void checkColumns(ImageFormat format) throws CodecException {
        if (format.columns() % 2 != 0) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED,
                    "Subsampled colour in rows of an odd number of pixels has no defined layout");
        }
    }
}
