package sluice.viewer.codec;

/**
 * Dequantisation and inverse DCT by the flow graph of Loeffler, Ligtenberg and Moschytz (ICASSP 1989) in integers with 13
 * fractional bits, rounded between the passes as the widespread decoders do, so that results are equal to theirs and not only
 * near them.
 */
final class DctInverse {
    private static final int FRACTION = 13;
    private static final int C6 = fixed(0.541196100);
    private static final int C6_PLUS = fixed(0.765366865);
    private static final int C6_MINUS = fixed(1.847759065);
    private static final int C3 = fixed(1.175875602);
    private static final int ODD_7 = fixed(0.298631336);
    private static final int ODD_5 = fixed(2.053119869);
    private static final int ODD_3 = fixed(3.072711026);
    private static final int ODD_1 = fixed(1.501321110);
    private static final int ODD_71 = fixed(0.899976223);
    private static final int ODD_53 = fixed(2.562915447);
    private static final int ODD_73 = fixed(1.961570560);
    private static final int ODD_51 = fixed(0.390180644);

    private final int between;
    private final int middle;
    private final int largest;
    private final int[] work = new int[64];

    /** @param precision bits per sample, 8 or 12 */
    DctInverse(int precision) {
        between = precision == 8 ? 2 : 1;
        middle = 1 << precision - 1;
        largest = (1 << precision) - 1;
    }

    private static int fixed(double constant) {
        return (int) (constant * (1 << FRACTION) + 0.5);
    }

    /** All samples of a component, padded to whole blocks. */
    short[] samples(DctComponent component) {
        short[] samples = new short[component.blocksAcross * component.blocksDown * 64];
        int stride = component.blocksAcross * 8;
        for (int y = 0; y < component.blocksDown; y++) {
            for (int x = 0; x < component.blocksAcross; x++) {
                block(component.coefficients, component.at(x, y), component.steps, samples, y * 8 * stride + x * 8, stride);
            }
        }
        return samples;
    }

    private void block(short[] in, int at, int[] steps, short[] out, int to, int stride) {
        int[] w = work;
        boolean flat = true;
        for (int c = 0; c < 8; c++) {
            int i = at + c;
            if ((in[i + 8] | in[i + 16] | in[i + 24] | in[i + 32] | in[i + 40] | in[i + 48] | in[i + 56]) == 0) {
                int dc = in[i] * steps[c] << between;
                flat &= c == 0 || dc == 0;
                for (int r = c; r < 64; r += 8) {
                    w[r] = dc;
                }
            } else {
                flat = false;
                for (int r = c; r < 64; r += 8) {
                    w[r] = in[at + r] * steps[r];
                }
                line(w, c, 8, FRACTION - between);
            }
        }
        if (flat) {
            short value = sample(w[0] + (1 << between + 2) >> between + 3);
            for (int r = 0; r < 8; r++) {
                java.util.Arrays.fill(out, to + r * stride, to + r * stride + 8, value);
            }
            return;
        }
        for (int r = 0; r < 8; r++) {
            line(w, r * 8, 1, FRACTION + between + 3);
            int o = to + r * stride;
            for (int c = 0; c < 8; c++) {
                out[o + c] = sample(w[r * 8 + c]);
            }
        }
    }

    private short sample(int centred) {
        int value = centred + middle;
        return (short) (value < 0 ? 0 : Math.min(value, largest));
    }

    /** One line of eight in place; results are rounded and shifted down. */
    private static void line(int[] w, int at, int step, int shift) {
        int i1 = at + step;
        int i2 = i1 + step;
        int i3 = i2 + step;
        int i4 = i3 + step;
        int i5 = i4 + step;
        int i6 = i5 + step;
        int i7 = i6 + step;

        int turn = (w[i2] + w[i6]) * C6;
        int even2 = turn - w[i6] * C6_MINUS;
        int even3 = turn + w[i2] * C6_PLUS;
        int half = 1 << shift - 1;
        int sum = (w[at] + w[i4] << FRACTION) + half;
        int difference = (w[at] - w[i4] << FRACTION) + half;

        int x7 = w[i7];
        int x5 = w[i5];
        int x3 = w[i3];
        int x1 = w[i1];
        int all = (x7 + x3 + x5 + x1) * C3;
        int a = (x7 + x1) * ODD_71;
        int b = (x5 + x3) * ODD_53;
        int c = all - (x7 + x3) * ODD_73;
        int d = all - (x5 + x1) * ODD_51;
        int odd0 = x7 * ODD_7 - a + c;
        int odd1 = x5 * ODD_5 - b + d;
        int odd2 = x3 * ODD_3 - b + c;
        int odd3 = x1 * ODD_1 - a + d;

        w[at] = sum + even3 + odd3 >> shift;
        w[i7] = sum + even3 - odd3 >> shift;
        w[i1] = difference + even2 + odd2 >> shift;
        w[i6] = difference + even2 - odd2 >> shift;
        w[i2] = difference - even2 + odd1 >> shift;
        w[i5] = difference - even2 - odd1 >> shift;
        w[i3] = sum - even3 + odd0 >> shift;
        w[i4] = sum - even3 - odd0 >> shift;
    }
}
