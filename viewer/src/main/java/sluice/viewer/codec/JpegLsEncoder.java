package sluice.viewer.codec;

/**
 * Writes JPEG-LS without loss: default coding parameters, interleaved by line where there is more than one sample. The
 * precision is chosen as {@link JpegLosslessEncoder} does it, but not below what decoders in use take: six bits, and nine where
 * a value has two bytes. Below eight bits the parameters are written out, because some decoders have wrong defaults there.
 */
final class JpegLsEncoder implements PixelEncoder {

    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        RasterRows source = RasterRows.of(raster);
        int precision = Math.max(raster.sampleBytes() == 1 ? 6 : 9,
                JpegLosslessEncoder.precision(source, raster.sampleBytes(), raster.samples(), format));
        CodestreamWriter out = new CodestreamWriter(raster.bytes().length / 2 + 256);
        JpegLsParameters parameters = JpegLsParameters.of(precision, 0, new int[5]);
        headers(out, raster, precision, parameters);
        JpegLsLineEncoder encoder = new JpegLsLineEncoder(new JpegLsContexts(parameters), out, raster.columns());
        int n = raster.samples();
        int[][] above = new int[n][raster.columns() + 2];
        int[][] line = new int[n][raster.columns() + 2];
        int[] run = new int[n];
        for (int y = 0; y < raster.rows(); y++) {
            for (int i = 0; i < n; i++) {
                source.get(y, i, line[i], 1);
                run[i] = encoder.line(above[i], line[i], run[i]);
                int[] swap = above[i];
                above[i] = line[i];
                line[i] = swap;
            }
        }
        encoder.finish();
        out.u16(0xffd9);
        return out.toByteArray();
    }

    private static void headers(CodestreamWriter out, Raster raster, int precision, JpegLsParameters parameters) {
        int n = raster.samples();
        out.u16(0xffd8);
        out.u16(0xfff7);
        out.u16(8 + 3 * n);
        out.u8(precision);
        out.u16(raster.rows());
        out.u16(raster.columns());
        out.u8(n);
        for (int i = 1; i <= n; i++) {
            out.u8(i);
            out.u16(0x1100);
        }
        if (precision < 8) {
            out.u16(0xfff8);
            out.u16(13);
            out.u8(1);
            out.u16(parameters.maxval());
            out.u16(parameters.t1());
            out.u16(parameters.t2());
            out.u16(parameters.t3());
            out.u16(parameters.reset());
        }
        out.u16(0xffda);
        out.u16(6 + 2 * n);
        out.u8(n);
        for (int i = 1; i <= n; i++) {
            out.u8(i);
            out.u8(0);
        }
        out.u8(0);
        out.u8(n == 1 ? 0 : 1);
        out.u8(0);
    }
}
