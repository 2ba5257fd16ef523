package sluice.app.deid.pixels;

import java.io.IOException;
import java.util.Arrays;

/**
 * A separable convolution (Howard et al. 2017, MobileNets): each channel is filtered by itself with 3 × 3 numbers, then channels are
 * mixed, then negative values become 0. A layer with as many channels and cells out as in adds what it read (He et al. 2016).
 */
final class Layer {
    private final int channels;
    private final int out;
    private final int stride;
    private final int reach;
    private final float[] kernels;
    private final Mixing mixing;

    /**
     * Reads 9 numbers for each channel in, row by row, then those of {@link Mixing}.
     *
     * @param stride cells from one centre to the next
     * @param reach cells between the numbers of a kernel
     */
    Layer(int in, int out, int stride, int reach, Weights weights) throws IOException {
        this.channels = in;
        this.out = out;
        this.stride = stride;
        this.reach = reach;
        this.kernels = weights.numbers(9 * in);
        this.mixing = new Mixing(in, out, weights);
    }

    Features of(Features from) {
        int rows = (from.rows() + stride - 1) / stride;
        int columns = (from.columns() + stride - 1) / stride;
        Features to = new Features(out, rows, columns);
        float[] row = new float[channels * columns];
        boolean skip = stride == 1 && out == channels;
        for (int y = 0; y < rows; y++) {
            Arrays.fill(row, 0);
            for (int c = 0; c < channels; c++) {
                filter(from, c, y, row, c * columns, columns);
            }
            mixing.row(row, to, y, skip ? from : null);
        }
        return to;
    }

    private void filter(Features from, int c, int y, float[] row, int at, int n) {
        for (int k = 0; k < 3; k++) {
            int source = from.at(c, y * stride + (k - 1) * reach, 0);
            int w = 9 * c + 3 * k;
            if (stride == 1) {
                near(from.values(), source, row, at, n, w);
            } else {
                far(from.values(), source, row, at, n, w);
            }
        }
    }

    private void near(float[] values, int source, float[] row, int at, int n, int w) {
        float a = kernels[w];
        float b = kernels[w + 1];
        float d = kernels[w + 2];
        int left = source - reach;
        int right = source + reach;
        for (int x = 0; x < n; x++) {
            row[at + x] += a * values[left + x] + b * values[source + x] + d * values[right + x];
        }
    }

    private void far(float[] values, int source, float[] row, int at, int n, int w) {
        float a = kernels[w];
        float b = kernels[w + 1];
        float d = kernels[w + 2];
        for (int x = 0, i = source; x < n; x++, i += stride) {
            row[at + x] += a * values[i - reach] + b * values[i] + d * values[i + reach];
        }
    }
}
