package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Decodes the cleanup pass of high-throughput code-blocks (T.814 clause 7): quads of 2 by 2 samples, row by row; first what is
 * significant and how large the largest exponent is, then magnitudes and signs. Keeps its arrays; not thread-safe.
 */
final class HtCleanup {
    private final short[] first = HtCodewords.STANDARD.table(true);
    private final short[] others = HtCodewords.STANDARD.table(false);
    private final HtRuns runs = new HtRuns();
    private final HtBackwardBits codes = new HtBackwardBits();
    private final HtForwardBits magnitudes = new HtForwardBits();
    private int quads;
    /** of each quad in this row and the one above: its entry of the table, from index 1 on */
    private int[] entries = {};
    private int[] above = {};
    private int[] excess = {};
    /** of each sample at the bottom of this row of quads and the one above, from index 1 on */
    private int[] exponents = {};
    private int[] exponentsAbove = {};

    /**
     * Decodes a block.
     *
     * @param data its last two bytes are changed
     * @param most bits that a magnitude and its sign may have
     * @param plane the pass's bit-plane
     * @param values all zeros, with two columns more than the block has to its right and one row below. Twice the value and
     *     half a step more
     * @param origin index of the block's first sample
     */
    void decode(byte[] data, int from, int end, J2kBlock block, int most, int plane, int[] values, int origin, int stride)
            throws CodecException {
        int suffix = end - from < 2 ? 0 : (data[end - 1] & 0xff) << 4 | data[end - 2] & 0xf;
        if (suffix < 2 || suffix > end - from || suffix > 4079) {
            throw SegmentReader.corrupt("The parts of a high-throughput segment have wrong lengths");
        }
        int middle = end - suffix;
        codes.startCodewords(data, middle, end);
        data[end - 1] = (byte) 0xff;
        data[end - 2] |= 0xf;
        runs.start(data, middle, end);
        magnitudes.startSamples(data, from, middle);
        prepare(block.width);
        for (int y = 0; y < block.height; y += 2) {
            words(y == 0);
            boolean narrow = (block.width & 1) == 1 && (entries[quads] & HtQuads.RIGHT) != 0;
            boolean low = y + 1 == block.height && anyLow();
            if (codes.exhausted() || narrow || low) {
                throw SegmentReader.corrupt("A high-throughput segment describes samples that are not there");
            }
            samples(y == 0, most, plane, values, origin + y * stride, stride);
            if (magnitudes.beyond() > 8) {
                throw SegmentReader.corrupt("A high-throughput segment ends before its samples");
            }
            int[] swap = above;
            above = entries;
            entries = swap;
            swap = exponentsAbove;
            exponentsAbove = exponents;
            exponents = swap;
        }
    }

    private void prepare(int width) {
        quads = width + 1 >> 1;
        if (entries.length < quads + 3) {
            entries = new int[quads + 3];
            above = new int[quads + 3];
            excess = new int[quads + 3];
            exponents = new int[2 * quads + 4];
            exponentsAbove = new int[2 * quads + 4];
        }
        for (int[] line : new int[][] {entries, above, exponents, exponentsAbove}) {
            Arrays.fill(line, 0);
        }
    }

    private boolean anyLow() {
        int all = 0;
        for (int q = 1; q <= quads; q++) {
            all |= entries[q];
        }
        return (all & HtQuads.LOW) != 0;
    }

    /** Reads a row's codewords, two quads at a time, and by how much their exponents exceed the prediction. */
    private void words(boolean firstRow) {
        short[] table = firstRow ? first : others;
        int left = 0;
        for (int q = 1; q <= quads; q += 2) {
            int a = word(table, firstRow ? HtQuads.context(left) : HtQuads.context(above, q, left));
            entries[q] = a;
            int b = 0;
            if (q < quads) {
                b = word(table, firstRow ? HtQuads.context(a) : HtQuads.context(above, q + 1, a));
                entries[q + 1] = b;
            }
            left = b;
            excess(firstRow, q, (a & HtQuads.OFFSET) != 0, (b & HtQuads.OFFSET) != 0);
        }
    }

    private int word(short[] table, int context) {
        if (context == 0 && !runs.event()) {
            return 0;
        }
        int entry = table[context << 7 | codes.peek7()];
        codes.skip(entry & 7);
        return entry;
    }

    /** The code of T.814 table 3, of two quads interleaved. */
    private void excess(boolean firstRow, int q, boolean a, boolean b) {
        excess[q] = 0;
        excess[q + 1] = 0;
        int more = 0;
        if (firstRow && a && b) {
            more = runs.event() ? 2 : 0;
        }
        int prefixA = a ? prefix() : 0;
        if (firstRow && a && b && more == 0 && prefixA > 2) {
            excess[q + 1] = 1 + codes.take(1);
            int suffix = suffix(prefixA);
            excess[q] = prefixA + suffix + extension(suffix);
            return;
        }
        int prefixB = b ? prefix() : 0;
        int suffixA = suffix(prefixA);
        int suffixB = suffix(prefixB);
        excess[q] = prefixA + suffixA + extension(suffixA) + more;
        excess[q + 1] = prefixB + suffixB + extension(suffixB) + more;
    }

    private int prefix() {
        int next = codes.peek7();
        if ((next & 1) != 0) {
            codes.skip(1);
            return 1;
        }
        if ((next & 2) != 0) {
            codes.skip(2);
            return 2;
        }
        codes.skip(3);
        return (next & 4) != 0 ? 3 : 5;
    }

    private int suffix(int prefix) {
        return prefix < 3 ? 0 : codes.take(prefix == 3 ? 1 : 5);
    }

    private int extension(int suffix) {
        return suffix < 28 ? 0 : codes.take(4) << 2;
    }

    private void samples(boolean firstRow, int most, int plane, int[] values, int start, int stride) throws CodecException {
        for (int q = 1, at = start; q <= quads; q++, at += 2) {
            int entry = entries[q];
            int significant = entry >> 4 & 15;
            int column = 2 * q - 1;
            exponents[column] = 0;
            exponents[column + 1] = 0;
            if (significant == 0) {
                continue;
            }
            int bound = excess[q] + HtQuads.expected(significant, firstRow ? null : exponentsAbove, column);
            if (bound > most) {
                throw SegmentReader.corrupt("A sample of a high-throughput code-block has more bits than its subband");
            }
            if ((significant & 1) != 0) {
                values[at] = value(sample(entry, 0, bound), plane);
            }
            if ((significant & 2) != 0) {
                int v = sample(entry, 1, bound);
                values[at + stride] = value(v, plane);
                exponents[column] = HtQuads.exponent(v);
            }
            if ((significant & 4) != 0) {
                values[at + 1] = value(sample(entry, 2, bound), plane);
            }
            if ((significant & 8) != 0) {
                int v = sample(entry, 3, bound);
                values[at + stride + 1] = value(v, plane);
                exponents[column + 1] = HtQuads.exponent(v);
            }
        }
    }

    /** The magnitude, less one, above the sign. */
    private int sample(int entry, int index, int bound) throws CodecException {
        int length = bound - (entry >> 12 + index & 1);
        return magnitudes.take(length) | (entry >> 8 + index & 1) << length;
    }

    private static int value(int sample, int plane) {
        int v = (sample | 1) + 2 << plane;
        return (sample & 1) != 0 ? -v : v;
    }
}
