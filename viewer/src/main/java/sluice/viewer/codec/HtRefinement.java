package sluice.viewer.codec;

/**
 * The two passes that may follow a cleanup pass one bit-plane lower (T.814 clause 7): samples beside significant ones become
 * significant or not, and those of the cleanup pass get one more bit. Not thread-safe.
 */
final class HtRefinement {
    private final HtForwardBits forward = new HtForwardBits();
    private final HtBackwardBits backward = new HtBackwardBits();

    /**
     * Refines a block.
     *
     * @param plane of the cleanup pass, 1 or more
     * @param values of the cleanup pass; a row above, a column to the left and one to the right of the block are zero
     * @param origin index of the block's first sample
     * @param magnitudes whether the second pass is there
     * @param causal whether samples of the next four rows count as zero
     */
    void decode(byte[] data, int from, int end, J2kBlock block, int plane, int[] values, int origin, int stride,
            boolean magnitudes, boolean causal) throws CodecException {
        if (magnitudes) {
            backward.startRefinement(data, from, end);
            for (int top = 0; top < block.height; top += 4) {
                magnitudes(values, origin + top * stride, block.width, Math.min(4, block.height - top), stride, plane);
            }
        }
        forward.startRefinement(data, from, end);
        for (int top = 0; top < block.height; top += 4) {
            for (int left = 0; left < block.width; left += 4) {
                significance(values, origin + top * stride + left, Math.min(4, block.width - left),
                        Math.min(4, block.height - top), stride, plane, causal);
            }
        }
    }

    private void magnitudes(int[] values, int start, int width, int height, int stride, int plane) {
        int half = 1 << plane - 1;
        for (int x = 0; x < width; x++) {
            for (int y = 0, at = start + x; y < height; y++, at += stride) {
                if (values[at] != 0) {
                    int more = backward.take(1) == 1 ? half : -half;
                    values[at] += values[at] < 0 ? -more : more;
                }
            }
        }
    }

    /** Of 4 by 4 samples: first all that become significant, then their signs. */
    private void significance(int[] values, int start, int width, int height, int stride, int plane, boolean causal)
            throws CodecException {
        int found = 0;
        for (int x = 0; x < width; x++) {
            for (int y = 0, at = start + x; y < height; y++, at += stride) {
                if (values[at] == 0 && beside(values, at, stride, causal && y == 3) && forward.take(1) == 1) {
                    values[at] = 3 << plane - 1;
                    found |= 1 << 4 * x + y;
                }
            }
        }
        for (; found != 0; found &= found - 1) {
            int i = Integer.numberOfTrailingZeros(found);
            int at = start + (i >> 2) + (i & 3) * stride;
            values[at] = forward.take(1) == 1 ? -values[at] : values[at];
        }
    }

    private static boolean beside(int[] values, int at, int stride, boolean notBelow) {
        int up = at - stride;
        int down = at + stride;
        return (values[up - 1] | values[up] | values[up + 1] | values[at - 1] | values[at + 1]) != 0
                || !notBelow && (values[down - 1] | values[down] | values[down + 1]) != 0;
    }
}
