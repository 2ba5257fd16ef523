package sluice.viewer.codec;

/**
 * Widens subsampled components to the size of the image. Halved in width, or in width and height, they are interpolated with a
 * triangle, three parts of the nearer sample and one of the farther, as the widespread decoders do; anything else is repeated.
 * So a sample of the image depends on chroma samples at most one away from its own.
 */
final class DctUpsampling {
    private final DctFrame frame;

    DctUpsampling(DctFrame frame) {
        this.frame = frame;
    }

    /** Whether its samples are interpolated and not repeated. */
    boolean interpolates(DctComponent c) {
        int maxV = frame.largestV();
        return c.h * 2 == frame.largestH() && (c.v == maxV || c.v * 2 == maxV) && c.width > 2;
    }

    /**
     * One component at the image's size.
     *
     * @param samples of the component, {@code blocksAcross * 8} to a row
     * @return rows * columns of the image
     */
    short[] widen(DctComponent c, short[] samples) {
        short[] wide = new short[frame.rows() * frame.columns()];
        int stride = c.blocksAcross * 8;
        if (interpolates(c)) {
            boolean plain = c.v == frame.largestV();
            int[] line = new int[c.width];
            for (int y = 0; y < frame.rows(); y++) {
                int near = plain ? y : y >> 1;
                int far = plain ? y : Math.max(0, Math.min(c.height - 1, near + ((y & 1) == 0 ? -1 : 1)));
                for (int x = 0; x < line.length; x++) {
                    int sample = samples[near * stride + x];
                    line[x] = plain ? sample : 3 * sample + samples[far * stride + x];
                }
                interpolate(line, plain, wide, y * frame.columns());
            }
            return wide;
        }
        int[] source = new int[frame.columns()];
        for (int x = 0; x < source.length; x++) {
            source[x] = x * c.h / frame.largestH();
        }
        for (int y = 0; y < frame.rows(); y++) {
            int from = y * c.v / frame.largestV() * stride;
            int to = y * frame.columns();
            for (int x = 0; x < source.length; x++) {
                wide[to + x] = samples[from + source[x]];
            }
        }
        return wide;
    }

    /** @param plain the line holds samples, otherwise sums of four */
    private void interpolate(int[] line, boolean plain, short[] wide, int to) {
        int shift = plain ? 2 : 4;
        int roundLeft = plain ? 1 : 8;
        int roundRight = plain ? 2 : 7;
        int last = line.length - 1;
        for (int x = 0; x <= last; x++) {
            int left = x == 0 ? line[0] : line[x - 1];
            wide[to + 2 * x] = (short) (3 * line[x] + left + roundLeft >> shift);
            if (2 * x + 1 < frame.columns()) {
                int right = x == last ? line[last] : line[x + 1];
                wide[to + 2 * x + 1] = (short) (3 * line[x] + right + roundRight >> shift);
            }
        }
    }
}
