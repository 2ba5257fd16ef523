package sluice.viewer.codec;

/**
 * What decoding and encoding quads of samples have in common (T.814 clause 7). A quad is its entry in the table of
 * {@link HtCodewords}: significant samples in bits 4 to 7, top left, bottom left, top right, bottom right.
 */
final class HtQuads {
    static final int RIGHT = 0xc0;
    static final int LOW = 0xa0;
    static final int OFFSET = 8;

    private HtQuads() {}

    /** Context in the first row (equation 1). */
    static int context(int left) {
        int significant = left >> 4 & 15;
        return significant >> 1 | significant & 1;
    }

    /**
     * Context in other rows (equation 2).
     *
     * @param above the row above
     * @param q index in it, 1 for the first quad
     */
    static int context(int[] above, int q, int left) {
        int near = above[q - 1] >> 7 & 1 | above[q] >> 5 & 1;
        int beside = left >> 6 & 1 | left >> 7 & 1;
        int far = above[q] >> 7 & 1 | above[q + 1] >> 5 & 1;
        return near | beside << 1 | far << 2;
    }

    /**
     * The largest exponent that is expected (equations 5 and 6).
     *
     * @param significant samples, in bits 0 to 3
     * @param above exponents of the samples at the bottom of the row above; null in the first row
     * @param column of the quad's left samples, 1 for the first
     */
    static int expected(int significant, int[] above, int column) {
        if (above == null || (significant & significant - 1) == 0) {
            return 1;
        }
        int most = Math.max(Math.max(above[column - 1], above[column]), Math.max(above[column + 1], above[column + 2]));
        return Math.max(1, most - 1);
    }

    /** @param sample a magnitude, less one, above its sign */
    static int exponent(int sample) {
        return 32 - Integer.numberOfLeadingZeros(sample | 1);
    }
}
