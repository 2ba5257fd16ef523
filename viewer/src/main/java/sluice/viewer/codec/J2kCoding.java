package sluice.viewer.codec;

/**
 * How a tile component is coded (SPcod and SPcoc, ISO/IEC 15444-1 A.6.1).
 *
 * @param levels number of decomposition levels
 * @param blockWidth blockHeight code-block size as power of two
 * @param style code-block style
 * @param reversible 5-3 and not 9-7
 * @param precincts for each resolution PPx | PPy &lt;&lt; 4
 */
record J2kCoding(int levels, int blockWidth, int blockHeight, int style, boolean reversible, int[] precincts) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE_ALL = 4;
    static final int CAUSAL = 8;
    static final int SYMBOLS = 32;
    /** the coder of ISO/IEC 15444-15 (T.814 Annex A) */
    static final int HIGH_THROUGHPUT = 64;
    /** each code-block by that coder or by the other */
    static final int MIXED = 128;

    static J2kCoding read(SegmentReader in, boolean userPrecincts) throws CodecException {
        int levels = in.u8();
        int width = in.u8() + 2;
        int height = in.u8() + 2;
        int style = in.u8();
        int transform = in.u8();
        if (levels > 32 || width > 10 || height > 10 || width + height > 12 || transform > 1) {
            throw SegmentReader.corrupt("The coding style is none of JPEG 2000");
        }
        boolean high = (style & HIGH_THROUGHPUT) != 0;
        if (!high && (style & MIXED) != 0 || high && (style & (BYPASS | TERMINATE_ALL)) != 0) {
            throw SegmentReader.unsupported("A style of code-blocks that goes with no high-throughput coder");
        }
        int[] precincts = new int[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = userPrecincts ? in.u8() : 0xff;
            if (r > 0 && ((precincts[r] & 15) == 0 || precincts[r] >> 4 == 0)) {
                throw SegmentReader.corrupt("A precinct is smaller than its subbands allow");
            }
        }
        return new J2kCoding(levels, width, height, style, transform == 1, precincts);
    }

    boolean has(int bit) {
        return (style & bit) != 0;
    }
}
