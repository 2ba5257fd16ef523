package sluice.viewer.codec;

/** Writes the main header of a codestream with one tile of one part (ISO/IEC 15444-1 Annex A, T.814 Annex A). */
final class J2kHeaderWriter {
    private final CodestreamWriter out;
    private int lengthOfTile = -1;

    J2kHeaderWriter(CodestreamWriter out) {
        this.out = out;
    }

    void size(Raster raster, J2kDepth depth, boolean highThroughput) {
        out.u16(0xff4f);
        out.u16(0xff51);
        out.u16(38 + 3 * raster.samples());
        out.u16(highThroughput ? 0x4000 : 0);
        for (int i = 0; i < 2; i++) {
            out.u32(raster.columns());
            out.u32(raster.rows());
            out.u32(0);
            out.u32(0);
        }
        out.u16(raster.samples());
        for (int i = 0; i < raster.samples(); i++) {
            out.u8(depth.precision() - 1 | (depth.signed() ? 0x80 : 0));
            out.u16(0x0101);
        }
    }

    /**
     * CAP: only high-throughput blocks of one set each, reversible.
     *
     * @param planes most magnitude bit-planes of a subband, below 28
     */
    void capabilities(int planes) {
        out.u16(0xff50);
        out.u16(8);
        out.u32(1L << 32 - 15);
        out.u16(Math.max(0, planes - 8));
    }

    void coding(J2kCoding coding, boolean transform, int progression) {
        out.u16(0xff52);
        out.u16(12);
        out.u8(0);
        out.u8(progression);
        out.u16(1);
        out.u8(transform ? 1 : 0);
        out.u8(coding.levels());
        out.u8(coding.blockWidth() - 2);
        out.u8(coding.blockHeight() - 2);
        out.u8(coding.style());
        out.u8(1);
    }

    void quantization(J2kQuantization quantization) {
        out.u16(0xff5c);
        out.u16(3 + quantization.exponents().length);
        out.u8(quantization.guard() << 5);
        for (int e : quantization.exponents()) {
            out.u8(e << 3);
        }
    }

    /** TLM; the length is written by {@link #tileEnds}. */
    void tileLengths() {
        out.u16(0xff55);
        out.u16(8);
        out.u16(0x40);
        lengthOfTile = out.size();
        out.u32(0);
    }

    /** @return where the tile begins, for {@link #tileEnds} */
    int tileBegins() {
        int start = out.size();
        out.u16(0xff90);
        out.u16(10);
        out.u16(0);
        out.u32(0);
        out.u16(1);
        out.u16(0xff93);
        return start;
    }

    void tileEnds(int start) {
        out.patch32(start + 6, out.size() - start);
        if (lengthOfTile >= 0) {
            out.patch32(lengthOfTile, out.size() - start);
        }
        out.u16(0xffd9);
    }
}
