package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Writes lossless JPEG with selection value 1, which both transfer syntaxes of process 14 allow: one interleaved scan, one
 * Huffman table that is optimal for the frame, no application segments.
 *
 * <p>The precision is Bits Stored where the values fit, as PS3.5 A.4.2 wants it, else Bits Allocated: what stands above the
 * high bit, such as the sign, is kept as it is.
 */
final class JpegLosslessEncoder implements PixelEncoder {

    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        RasterRows source = RasterRows.of(raster);
        int precision = precision(source, raster.sampleBytes(), raster.samples(), format);
        long[] frequencies = new long[17];
        walk(source, precision, (row, sample, differences) -> {
            for (int d : differences) {
                frequencies[category(d)]++;
            }
        });
        HuffmanTable table = HuffmanTable.optimal(frequencies);
        CodestreamWriter out = new CodestreamWriter(raster.bytes().length / 2 + 256);
        headers(out, raster, precision, table);
        int[] codes = table.codes();
        if (raster.samples() == 1) {
            walk(source, precision, (row, sample, differences) -> {
                for (int d : differences) {
                    put(out, codes, d);
                }
            });
        } else {
            interleaved(source, precision, out, codes);
        }
        out.flushStuffed();
        out.u16(0xffd9);
        return out.toByteArray();
    }

    /** Bits of the codestream's samples, also for JPEG-LS: Bits Stored, or the whole width where bits above it are in use. */
    static int precision(RasterRows source, int sampleBytes, int samples, ImageFormat format) throws CodecException {
        if (sampleBytes > 2 || samples > 4 || source.rows() > 0xffff || source.columns() > 0xffff) {
            throw SegmentReader.unsupported("The codestream holds at most four samples of 16 bits for each pixel");
        }
        int stored = Math.max(2, Math.min(format.bitsStored(), 8 * sampleBytes));
        return source.fit(stored) ? stored : 8 * sampleBytes;
    }

    private static void headers(CodestreamWriter out, Raster raster, int precision, HuffmanTable table) {
        int n = raster.samples();
        boolean rgb = n == 3 && "RGB".equals(raster.photometric());
        out.u16(0xffd8);
        out.u16(0xffc3);
        out.u16(8 + 3 * n);
        out.u8(precision);
        out.u16(raster.rows());
        out.u16(raster.columns());
        out.u8(n);
        for (int i = 0; i < n; i++) {
            out.u8(id(rgb, i));
            out.u16(0x1100);
        }
        byte[] definition = table.definition();
        out.u16(0xffc4);
        out.u16(2 + definition.length);
        out.bytes(definition);
        out.u16(0xffda);
        out.u16(6 + 2 * n);
        out.u8(n);
        for (int i = 0; i < n; i++) {
            out.u8(id(rgb, i));
            out.u8(0);
        }
        out.u8(1);
        out.u16(0);
    }

    /** Decoders that guess the colour space take 1, 2, 3 for YCbCr and the letters R, G, B for what they say. */
    private static int id(boolean rgb, int i) {
        return rgb ? "RGB".charAt(i) : i + 1;
    }

    private static void interleaved(RasterRows source, int precision, CodestreamWriter out, int[] codes) throws CodecException {
        int samples = source.samples();
        int[][] all = new int[samples][source.columns()];
        walk(source, precision, (row, sample, differences) -> {
            System.arraycopy(differences, 0, all[sample], 0, differences.length);
            if (sample == samples - 1) {
                for (int x = 0; x < differences.length; x++) {
                    for (int[] component : all) {
                        put(out, codes, component[x]);
                    }
                }
            }
        });
    }

    private static void walk(RasterRows source, int precision, RowAction action) {
        int[] row = new int[source.columns()];
        int[] differences = new int[source.columns()];
        int[] above = new int[source.samples()];
        Arrays.fill(above, 1 << precision - 1);
        for (int y = 0; y < source.rows(); y++) {
            for (int s = 0; s < source.samples(); s++) {
                source.get(y, s, row, 0);
                LosslessPredictor.differences(row, above[s], differences);
                above[s] = row[0];
                action.row(y, s, differences);
            }
        }
    }

    /** Bits that the magnitude takes (T.81 Table H.2). */
    private static int category(int difference) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    }

    private static void put(CodestreamWriter out, int[] codes, int difference) {
        int category = category(difference);
        int code = codes[category];
        out.stuffed(code & 0xffff, code >> 16);
        if (category > 0 && category < 16) {
            out.stuffed(difference < 0 ? difference - 1 + (1 << category) : difference, category);
        }
    }

    /** What is done with the differences of a row of one sample. */
    private interface RowAction {
        void row(int y, int sample, int[] differences);
    }
}
