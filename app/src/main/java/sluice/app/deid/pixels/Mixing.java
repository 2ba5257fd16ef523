package sluice.app.deid.pixels;

import java.io.IOException;
import java.util.Arrays;

/**
 * Sums over channels, at each cell: a convolution with a kernel of one cell. Row by row, so that a row of all channels stays close
 * to the processor, and four sums over four channels at a time, so that each number that was fetched is used four times.
 */
final class Mixing {
    private static final int FOUR = 4;
    private final int in;
    private final int out;
    private final float[] weights;
    private final float[] bias;

    /** Reads in × out numbers, those of one sum after the other, then what each sum starts from. Both counts are multiples of four. */
    Mixing(int in, int out, Weights weights) throws IOException {
        if (in % FOUR != 0 || out % FOUR != 0) {
            throw new IOException("a trained network of a shape that cannot be");
        }
        this.in = in;
        this.out = out;
        this.weights = weights.numbers(in * out);
        this.bias = weights.numbers(out);
    }

    /**
     * One row; sums below 0 become 0.
     *
     * @param row in × columns, channel after channel
     * @param skip added to the sums; null for nothing
     */
    void row(float[] row, Features to, int y, Features skip) {
        int n = to.columns();
        float[][] sums = new float[FOUR][n];
        for (int o = 0; o < out; o += FOUR) {
            for (int k = 0; k < FOUR; k++) {
                Arrays.fill(sums[k], bias[o + k]);
            }
            for (int i = 0; i < in; i += FOUR) {
                add(sums, row, i * n, n, o * in + i);
            }
            for (int k = 0; k < FOUR; k++) {
                if (skip != null) {
                    add(sums[k], skip.values(), skip.at(o + k, y, 0), n);
                }
                positive(sums[k], to.values(), to.at(o + k, y, 0), n);
            }
        }
    }

    private void add(float[][] sums, float[] row, int at, int n, int w) {
        four(sums[0], sums[1], row, at, n, w, w + in);
        four(sums[2], sums[3], row, at, n, w + 2 * in, w + 3 * in);
    }

    private void four(float[] first, float[] second, float[] row, int at, int n, int w, int v) {
        float a = weights[w];
        float b = weights[w + 1];
        float c = weights[w + 2];
        float d = weights[w + 3];
        float e = weights[v];
        float f = weights[v + 1];
        float g = weights[v + 2];
        float h = weights[v + 3];
        int at2 = at + n;
        int at3 = at2 + n;
        int at4 = at3 + n;
        for (int x = 0; x < n; x++) {
            float p = row[at + x];
            float q = row[at2 + x];
            float r = row[at3 + x];
            float s = row[at4 + x];
            first[x] += a * p + b * q + c * r + d * s;
            second[x] += e * p + f * q + g * r + h * s;
        }
    }

    private static void add(float[] sum, float[] values, int at, int n) {
        for (int x = 0; x < n; x++) {
            sum[x] += values[at + x];
        }
    }

    private static void positive(float[] sum, float[] values, int at, int n) {
        for (int x = 0; x < n; x++) {
            values[at + x] = Math.max(0, sum[x]);
        }
    }
}
