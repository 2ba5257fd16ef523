package sluice.viewer.codec;

import java.util.ArrayList;
import java.util.List;

/** Decodes one tile: packets, code-blocks, wavelet transform, component transform, level shift. */
final class J2kTileDecoder {
    private final J2kSize size;
    private final J2kParameters parameters;
    private final J2kTileComponent[] components;
    private final J2kBlockDecoder blocks;
    private final HtBlockDecoder highThroughput;

    J2kTileDecoder(J2kSize size, J2kArea area, J2kParameters parameters, J2kBlockDecoder blocks,
            HtBlockDecoder highThroughput) throws CodecException {
        this.size = size;
        this.parameters = parameters;
        this.blocks = blocks;
        this.highThroughput = highThroughput;
        parameters.check();
        components = new J2kTileComponent[size.components()];
        for (int c = 0; c < components.length; c++) {
            components[c] = new J2kTileComponent(c, area, parameters.coding(c), parameters.quantization(c),
                    size.precision()[c]);
        }
    }

    /** @return for each component its values, row by row */
    int[][] decode(byte[] body, byte[] packed) throws CodecException {
        long count = 0;
        for (J2kTileComponent c : components) {
            count += c.precinctCount();
        }
        // each packet has a header of one byte at least
        if (count * parameters.layers() > (packed == null ? body.length : packed.length)) {
            throw SegmentReader.corrupt("A tile is too short for its packets");
        }
        List<J2kPrecinct> precincts = new ArrayList<>((int) count);
        for (J2kTileComponent c : components) {
            c.addPrecincts(precincts);
        }
        new J2kPacketReader(body, packed, parameters).read(components, precincts);
        for (J2kPrecinct p : precincts) {
            decodeBlocks(p);
        }
        precincts.clear();
        int n = components.length;
        int[][] values = new int[n][];
        float[][] irreversible = new float[n][];
        for (int c = 0; c < n; c++) {
            if (components[c].coding().reversible()) {
                values[c] = join(components[c]);
            } else {
                irreversible[c] = joinIrreversible(components[c]);
            }
        }
        if (parameters.transform() && values[0] != null) {
            J2kColour.fromRct(values[0], values[1], values[2]);
        } else if (parameters.transform()) {
            J2kColour.fromIct(irreversible[0], irreversible[1], irreversible[2]);
        }
        for (int c = 0; c < n; c++) {
            values[c] = values[c] == null ? J2kColour.rounded(irreversible[c]) : values[c];
            irreversible[c] = null;
            J2kColour.shiftAndCut(values[c], size.precision()[c], size.signed()[c]);
        }
        return values;
    }

    private void decodeBlocks(J2kPrecinct precinct) throws CodecException {
        if (!precinct.coded()) {
            return;
        }
        J2kCoding coding = components[precinct.component()].coding();
        J2kPrecinct.Part[] parts = precinct.parts();
        for (int i = 0; i < parts.length; i++) {
            for (J2kBlock block : parts[i].blocks) {
                int shift = parameters.shift(precinct.component());
                if (block.included() && coding.has(J2kCoding.HIGH_THROUGHPUT) && !block.arithmetic) {
                    highThroughput.decode(block, precinct.bands()[i], coding, shift);
                } else if (block.included()) {
                    blocks.decode(block, precinct.bands()[i], coding, shift);
                }
            }
        }
        precinct.forget();
    }

    private static int[] join(J2kTileComponent c) {
        int[] low = exact(c.bands(0)[0]);
        for (int r = 1; r <= c.coding().levels(); r++) {
            J2kBand[] bands = c.bands(r);
            low = c.resolution(r).empty() ? new int[0]
                    : J2kWavelet53.join(low, exact(bands[0]), exact(bands[1]), exact(bands[2]), c.resolution(r));
        }
        return low;
    }

    private static int[] exact(J2kBand band) {
        int[] values = band.values();
        band.values = null;
        for (int i = 0; i < values.length; i++) {
            values[i] /= 2;
        }
        return values;
    }

    private static float[] joinIrreversible(J2kTileComponent c) {
        float[] low = scaled(c.bands(0)[0]);
        for (int r = 1; r <= c.coding().levels(); r++) {
            J2kBand[] bands = c.bands(r);
            low = c.resolution(r).empty() ? new float[0]
                    : J2kWavelet97.join(low, scaled(bands[0]), scaled(bands[1]), scaled(bands[2]), c.resolution(r));
        }
        return low;
    }

    private static float[] scaled(J2kBand band) {
        int[] values = band.values();
        band.values = null;
        float[] out = new float[values.length];
        float step = band.step / 2;
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] * step;
        }
        return out;
    }
}
