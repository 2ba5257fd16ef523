package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Decodes high-throughput code-blocks (T.814 clause 7): of several sets of passes the last that has a cleanup pass, since each
 * tells the samples anew, one bit-plane lower. Keeps its arrays from one block to the next; not thread-safe.
 */
final class HtBlockDecoder {
    private final HtCleanup cleanup = new HtCleanup();
    private final HtRefinement refinement = new HtRefinement();
    private int[] values = {};

    /**
     * Decodes a block into its subband.
     *
     * @param shift of a region of interest
     */
    void decode(J2kBlock block, J2kBand band, J2kCoding coding, int shift) throws CodecException {
        int planes = band.planes + shift;
        if (planes > J2kBlockDecoder.MOST_PLANES) {
            throw SegmentReader.unsupported("More bit-planes than values of 24 bits have");
        }
        int chosen = -1;
        int from = 0;
        int skipped = 0;
        boolean refined = false;
        for (int s = 0, at = 0, pass = block.placeholders; s < block.segmentCount; s++) {
            int length = block.segments[2 * s + 1];
            if (pass % 3 != 0 && length > 0) {
                if (chosen != s - 1) {
                    throw SegmentReader.corrupt("A high-throughput code-block is refined before it is there");
                }
                // passes without a byte tell nothing, as other decoders see it
                refined = true;
            } else if (length > 0) {
                chosen = s;
                from = at;
                skipped = block.zeroPlanes + pass / 3;
                refined = false;
            }
            at += length;
            pass += block.segments[2 * s];
        }
        if (chosen < 0) {
            return;
        }
        int end = from + block.segments[2 * chosen + 1];
        int plane = planes - 1 - skipped;
        if (plane < 0 || plane == 0 && refined) {
            throw SegmentReader.corrupt("A code-block has more passes than bit-planes");
        }
        int stride = block.width + 2;
        int size = stride * (block.height + 2);
        if (values.length < size) {
            values = new int[size];
        } else {
            Arrays.fill(values, 0, size, 0);
        }
        cleanup.decode(block.data, from, end, block, skipped + 2, plane, values, stride + 1, stride);
        if (refined) {
            refinement.decode(block.data, end, end + block.segments[2 * chosen + 3], block, plane, values, stride + 1, stride,
                    block.segments[2 * chosen + 2] == 2, coding.has(J2kCoding.CAUSAL));
        }
        band.store(block, values, stride + 1, stride, shift);
    }
}
