package sluice.viewer.codec;

/**
 * The predictors of lossless JPEG (T.81 H.1.2.1), a row at a time: Ra left, Rb above, Rc above left. Differences and sums are
 * modulo 65536, as the standard has it for every precision.
 */
final class LosslessPredictor {
    private LosslessPredictor() {}

    /** Turns the differences of the first row of a scan or restart interval into values. */
    static void undoFirst(int[] row, int start) {
        int left = start;
        for (int x = 0; x < row.length; x++) {
            left = left + row[x] & 0xffff;
            row[x] = left;
        }
    }

    /** Turns the differences of a row into values. */
    static void undo(int selection, int[] row, int[] above) {
        int c = above[0];
        int a = row[0] + c & 0xffff;
        row[0] = a;
        int n = row.length;
        switch (selection) {
            case 1 -> {
                for (int x = 1; x < n; x++) {
                    a = row[x] + a & 0xffff;
                    row[x] = a;
                }
            }
            case 2 -> {
                for (int x = 1; x < n; x++) {
                    row[x] = row[x] + above[x] & 0xffff;
                }
            }
            case 3 -> {
                for (int x = 1; x < n; x++) {
                    row[x] = row[x] + above[x - 1] & 0xffff;
                }
            }
            default -> {
                for (int x = 1; x < n; x++) {
                    int b = above[x];
                    a = row[x] + predict(selection, a, b, c) & 0xffff;
                    row[x] = a;
                    c = b;
                }
            }
        }
    }

    private static int predict(int selection, int a, int b, int c) {
        return switch (selection) {
            case 4 -> a + b - c;
            case 5 -> a + (b - c >> 1);
            case 6 -> b + (a - c >> 1);
            default -> a + b >> 1;
        };
    }

    /**
     * Differences of a row to selection value 1, from -32767 to 32768.
     *
     * @param first what stands before the row's first value: the value above it, or half the range
     */
    static void differences(int[] row, int first, int[] out) {
        int left = first;
        for (int x = 0; x < row.length; x++) {
            int d = (short) (row[x] - left);
            out[x] = d == -32768 ? 32768 : d;
            left = row[x];
        }
    }
}
