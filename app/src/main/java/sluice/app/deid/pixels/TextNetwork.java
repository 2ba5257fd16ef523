package sluice.app.deid.pixels;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Says of each cell of 4 × 4 pixels how likely it is that writing of up to 30 pixels' height lies there. A small convolutional
 * network, trained on generated writing over generated pictures only (see decision 0027): no image of any patient had a part in it.
 * Plain arithmetic of {@code float}s in a fixed order: equal pictures give equal answers on every machine. Has no state.
 */
final class TextNetwork {
    /** Pixels of a cell's side. */
    static final int CELL = 4;
    /** Pixels of the edge that are repeated outwards, so that writing at an edge has surroundings. A multiple of a cell. */
    private static final int ROOM = 16;
    private static final String SHIPPED = "text-network.bin";

    private final Mixing first;
    private final int channels;
    private final Layer[] layers;
    private final float[] last;
    private final float bias;

    /** Reads the first layer, the fine, the narrowing and the others, and what their channels say. */
    TextNetwork(Weights weights) throws IOException {
        channels = weights.count(256);
        int wide = weights.count(256);
        int more = weights.count(16);
        int[] reach = new int[more];
        for (int i = 0; i < more; i++) {
            reach[i] = weights.count(Features.ROOM);
        }
        first = new Mixing(36, channels, weights);
        layers = new Layer[more + 2];
        layers[0] = new Layer(channels, channels, 1, 1, weights);
        layers[1] = new Layer(channels, wide, 2, 1, weights);
        for (int i = 0; i < more; i++) {
            layers[i + 2] = new Layer(wide, wide, 1, reach[i], weights);
        }
        last = weights.numbers(wide);
        bias = weights.numbers(1)[0];
        weights.end();
    }

    static TextNetwork shipped() {
        try (Weights weights = Weights.shipped(SHIPPED)) {
            return new TextNetwork(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How likely, 0 to 1, for each cell; the last row and column of cells may lie partly outside. */
    Cells cells(GreyPlane plane) {
        int rows = (plane.height() + CELL - 1) / CELL;
        int columns = (plane.width() + CELL - 1) / CELL;
        Features features = halves(plane, 2 * (rows + 2 * ROOM / CELL), 2 * (columns + 2 * ROOM / CELL));
        Features now = first(features);
        for (Layer layer : layers) {
            now = layer.of(now);
        }
        Cells cells = new Cells(rows, columns);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                float sum = bias;
                for (int c = 0; c < last.length; c++) {
                    sum += last[c] * now.values()[now.at(c, y + ROOM / CELL, x + ROOM / CELL)];
                }
                cells.set(y, x, (float) (1 / (1 + StrictMath.exp(-sum))));
            }
        }
        return cells;
    }

    /** The four pixels of each square of two as four channels, centred at middle grey. */
    private static Features halves(GreyPlane plane, int rows, int columns) {
        Features out = new Features(4, rows, columns);
        byte[] grey = plane.grey();
        for (int c = 0; c < 4; c++) {
            for (int y = 0; y < rows; y++) {
                int from = Math.max(0, Math.min(plane.height() - 1, 2 * y + c / 2 - ROOM)) * plane.width();
                int at = out.at(c, y, 0);
                for (int x = 0; x < columns; x++) {
                    int px = Math.max(0, Math.min(plane.width() - 1, 2 * x + c % 2 - ROOM));
                    out.values()[at + x] = ((grey[from + px] & 0xff) - 128) / 64f;
                }
            }
        }
        return out;
    }

    /** A full convolution with 3 × 3 numbers: nine shifted rows of each channel, mixed. */
    private Features first(Features from) {
        int n = from.columns();
        Features to = new Features(channels, from.rows(), n);
        float[] row = new float[36 * n];
        for (int y = 0; y < from.rows(); y++) {
            for (int i = 0; i < 36; i++) {
                System.arraycopy(from.values(), from.at(i / 9, y + i % 9 / 3 - 1, i % 3 - 1), row, i * n, n);
            }
            first.row(row, to, y, null);
        }
        return to;
    }
}
