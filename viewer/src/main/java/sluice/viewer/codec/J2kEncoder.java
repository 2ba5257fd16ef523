package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes JPEG 2000 without loss: 5-3 transform, one tile, one layer, code-blocks of 64 by 64, no precincts; by the arithmetic
 * coder or as High-Throughput JPEG 2000. Three samples whose Photometric Interpretation is YBR_RCT go through the reversible
 * component transform, which gives RGB when it is read; all others are coded as they are.
 *
 * <p>The precision is Bits Stored where the values fit, else Bits Allocated, so that every raster comes back as it was.
 */
final class J2kEncoder implements PixelEncoder {
    private static final int BLOCK = 6;
    private static final int GUARD = 2;
    /** the longer side of the lowest resolution that the RPCL options ask for (PS3.5 10.18) */
    private static final int THUMBNAIL = 64;

    private final boolean highThroughput;
    private final boolean byResolution;

    /** Encodes a code-block from its subband. */
    interface Blocks {
        void encode(J2kBlock block, J2kBand band);
    }

    private J2kEncoder(boolean highThroughput, boolean byResolution) {
        this.highThroughput = highThroughput;
        this.byResolution = byResolution;
    }

    /** JPEG 2000 as in Part 1. */
    static J2kEncoder arithmetic() {
        return new J2kEncoder(false, false);
    }

    static J2kEncoder highThroughput() {
        return new J2kEncoder(true, false);
    }

    /** With the RPCL options: resolutions in order, down to a thumbnail, and the tile's length in the main header. */
    static J2kEncoder highThroughputByResolution() {
        return new J2kEncoder(true, true);
    }

    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        if ("YBR_ICT".equals(format.photometric())) {
            throw SegmentReader.unsupported("YBR_ICT can't be written without loss; YBR_RCT can");
        }
        if (raster.sampleBytes() > 2 || raster.samples() > 4) {
            throw SegmentReader.unsupported("At most four samples of 16 bits for each pixel are written as JPEG 2000");
        }
        boolean transform = raster.samples() == 3 && "YBR_RCT".equals(format.photometric());
        RasterRows source = RasterRows.of(raster);
        J2kDepth depth = J2kDepth.of(source, raster.sampleBytes(), format);
        int levels = levels(raster.rows(), raster.columns());
        int[] exponents = new int[3 * levels + 1];
        int most = 0;
        for (int i = 0; i < exponents.length; i++) {
            int gain = i == 0 ? 0 : i % 3 == 0 ? 2 : 1;
            exponents[i] = depth.precision() + gain + (transform ? 1 : 0);
            most = Math.max(most, exponents[i] + GUARD - 1);
        }
        int[] precincts = new int[levels + 1];
        Arrays.fill(precincts, 0xff);
        int style = highThroughput ? J2kCoding.HIGH_THROUGHPUT : 0;
        J2kCoding coding = new J2kCoding(levels, BLOCK, BLOCK, style, true, precincts);
        J2kQuantization quantization = new J2kQuantization(0, GUARD, exponents, new int[exponents.length]);
        CodestreamWriter out = new CodestreamWriter(raster.bytes().length / 2 + 256);
        J2kHeaderWriter headers = new J2kHeaderWriter(out);
        headers.size(raster, depth, highThroughput);
        if (highThroughput) {
            headers.capabilities(most);
        }
        headers.coding(coding, transform, byResolution ? 2 : 0);
        headers.quantization(quantization);
        if (byResolution) {
            headers.tileLengths();
        }
        int start = headers.tileBegins();
        packets(out, values(source, depth, transform), raster, coding, quantization);
        headers.tileEnds(start);
        return out.toByteArray();
    }

    private int levels(int rows, int columns) {
        int smaller = Math.min(rows, columns);
        int levels = Math.max(0, Math.min(5, 31 - Integer.numberOfLeadingZeros(smaller) - 1));
        while (byResolution && (long) THUMBNAIL << levels < Math.max(rows, columns)) {
            levels++;
        }
        return levels;
    }

    /** The samples around zero, through the component transform. */
    private static int[][] values(RasterRows source, J2kDepth depth, boolean transform) {
        int columns = source.columns();
        int[][] all = new int[source.samples()][source.rows() * columns];
        int unused = 32 - depth.precision();
        int half = 1 << depth.precision() - 1;
        for (int s = 0; s < all.length; s++) {
            int[] values = all[s];
            for (int y = 0; y < source.rows(); y++) {
                source.get(y, s, values, y * columns);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = depth.signed() ? values[i] << unused >> unused : values[i] - half;
            }
        }
        if (transform) {
            J2kColour.toRct(all[0], all[1], all[2]);
        }
        return all;
    }

    private void packets(CodestreamWriter out, int[][] values, Raster raster, J2kCoding coding,
            J2kQuantization quantization) throws CodecException {
        J2kArea area = new J2kArea(0, 0, raster.columns(), raster.rows());
        List<J2kPrecinct> packets = new ArrayList<>();
        Blocks blocks = highThroughput ? new HtBlockEncoder() : new J2kBlockEncoder();
        for (int c = 0; c < values.length; c++) {
            J2kTileComponent component = new J2kTileComponent(c, area, coding, quantization, 0);
            split(component, values[c]);
            values[c] = null;
            int first = packets.size();
            component.addPrecincts(packets);
            for (J2kPrecinct p : packets.subList(first, packets.size())) {
                for (int i = 0; i < p.bands().length; i++) {
                    for (J2kBlock block : p.parts()[i].blocks) {
                        blocks.encode(block, p.bands()[i]);
                    }
                }
            }
        }
        packets.sort(new J2kVolume(0, 0, 1, 33, 0, byResolution ? 2 : 0).precincts());
        for (J2kPrecinct p : packets) {
            J2kPacketWriter.write(p, out);
        }
    }

    private static void split(J2kTileComponent component, int[] values) {
        int[] low = values;
        for (int r = component.coding().levels(); r > 0; r--) {
            int[][] parts = J2kWavelet53.split(low, component.resolution(r).width(), component.resolution(r).height());
            for (int i = 0; i < 3; i++) {
                component.bands(r)[i].values = parts[i + 1];
            }
            low = parts[0];
        }
        component.bands(0)[0].values = low;
    }
}
