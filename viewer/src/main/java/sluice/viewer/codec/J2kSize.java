package sluice.viewer.codec;

/**
 * Image and tile size (SIZ, ISO/IEC 15444-1 A.5.1) on the reference grid. All components have the grid's resolution.
 *
 * @param x0 y0 x1 y1 the image's area; x1 and y1 are behind it
 * @param tileX tileY origin of the first tile
 * @param tileWidth tileHeight size of a tile
 * @param precision bits of each component
 * @param signed whether a component's values have a sign
 */
record J2kSize(int x0, int y0, int x1, int y1, int tileX, int tileY, int tileWidth, int tileHeight, int[] precision,
        boolean[] signed) {

    static J2kSize read(SegmentReader in, ImageFormat format) throws CodecException {
        in.u16();
        int[] grid = new int[8];
        for (int i = 0; i < grid.length; i++) {
            long v = in.u32();
            if (v > 1L << 30) {
                // a tile larger than any image is allowed, and common
                v = 1L << 30;
            }
            grid[i] = (int) v;
        }
        int x1 = grid[0];
        int y1 = grid[1];
        int x0 = grid[2];
        int y0 = grid[3];
        if (x1 - x0 != format.columns() || y1 - y0 != format.rows()) {
            throw SegmentReader.mismatch("The codestream has another size than the data set");
        }
        if (x1 >= 1 << 30 || y1 >= 1 << 30 || grid[4] < 1 || grid[5] < 1 || grid[6] > x0 || grid[7] > y0
                || (long) grid[6] + grid[4] <= x0 || (long) grid[7] + grid[5] <= y0) {
            throw SegmentReader.corrupt("The tiles do not cover the image");
        }
        int count = in.u16();
        if (count != format.samples()) {
            throw SegmentReader.mismatch("The codestream has another number of samples than the data set");
        }
        int[] precision = new int[count];
        boolean[] signed = new boolean[count];
        for (int i = 0; i < count; i++) {
            int depth = in.u8();
            precision[i] = (depth & 0x7f) + 1;
            signed[i] = depth > 0x7f;
            if (in.u16() != 0x0101) {
                throw SegmentReader.unsupported("Subsampled components in JPEG 2000");
            }
            if (precision[i] > 8 * format.sampleBytes()) {
                throw SegmentReader.mismatch("The codestream has more bits than the data set allocates");
            }
            if (precision[i] > 24) {
                throw SegmentReader.unsupported("More than 24 bits in JPEG 2000");
            }
        }
        return new J2kSize(x0, y0, x1, y1, grid[6], grid[7], grid[4], grid[5], precision, signed);
    }

    int components() {
        return precision.length;
    }

    int tilesAcross() {
        return (int) (((long) x1 - tileX + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) y1 - tileY + tileHeight - 1) / tileHeight);
    }

    /** The area of a tile, cut at the image's: x0, y0, x1, y1. */
    J2kArea tile(int index) {
        long column = index % tilesAcross();
        long row = index / tilesAcross();
        long left = tileX + column * tileWidth;
        long top = tileY + row * tileHeight;
        return new J2kArea((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1),
                (int) Math.min(top + tileHeight, y1));
    }
}
