package sluice.viewer.codec;

/**
 * The stored values of one frame.
 *
 * @param rows height in pixels
 * @param columns width in pixels
 * @param samples values per pixel, interleaved
 * @param sampleBytes bytes per value: 1, 2, 4 or 8, little endian; signed values in two's complement of that width
 * @param bytes row by row; length rows * columns * samples * sampleBytes. Shared, not copied
 * @param photometric the colour space of these values: that of the data set, except where decoding itself undoes a colour
 *     transform (YBR_RCT and YBR_ICT become RGB); subsampled colour has been widened to one value per pixel, YBR_FULL
 */
public record Raster(int rows, int columns, int samples, int sampleBytes, byte[] bytes, String photometric) {

    public Raster {
        if (bytes.length != (long) rows * columns * samples * sampleBytes) {
            throw new IllegalArgumentException("the raster has " + bytes.length + " bytes and not those of its size");
        }
    }

    /** Bytes of one row. */
    public int rowBytes() {
        return columns * samples * sampleBytes;
    }

    /** One value without its sign, as it stands in the frame. */
    public long value(int x, int y, int sample) {
        int at = (y * columns + x) * samples * sampleBytes + sample * sampleBytes;
        long v = 0;
        for (int i = sampleBytes - 1; i >= 0; i--) {
            v = v << 8 | bytes[at + i] & 0xff;
        }
        return v;
    }
}
