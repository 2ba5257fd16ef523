package sluice.viewer.codec;

/**
 * Bits and sign that a codestream needs so that a raster comes back exactly.
 *
 * @param precision bits
 * @param signed whether values are two's complement
 */
record J2kDepth(int precision, boolean signed) {

    /** Bits Stored and Pixel Representation where all values fit, else Bits Stored without sign, else all allocated bits. */
    static J2kDepth of(RasterRows source, int sampleBytes, ImageFormat format) {
        int width = 8 * sampleBytes;
        int stored = Math.max(1, Math.min(format.bitsStored(), width));
        if (format.signed() && extended(source, stored, width)) {
            return new J2kDepth(stored, true);
        }
        if (source.fit(stored)) {
            return new J2kDepth(stored, false);
        }
        return new J2kDepth(width, format.signed());
    }

    /** Whether the bits above Bits Stored repeat the sign everywhere. */
    private static boolean extended(RasterRows source, int stored, int width) {
        int[] row = new int[source.columns()];
        for (int y = 0; y < source.rows(); y++) {
            for (int s = 0; s < source.samples(); s++) {
                source.get(y, s, row, 0);
                for (int v : row) {
                    int signed = v << 32 - width >> 32 - width;
                    if (signed << 32 - stored >> 32 - stored != signed) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
