package sluice.viewer.codec;

/**
 * One component of a DCT-coded frame with its quantised coefficients. Blocks stand row by row, padded to whole MCUs; the 64
 * coefficients of a block in natural order (row * 8 + column), not in that of the zigzag.
 */
final class DctComponent {
    /** Natural order by place in the zigzag sequence (T.81 figure A.6). */
    private static final int[] NATURAL = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55,
        62, 63};

    final int id;
    /** sampling factors */
    final int h;
    final int v;
    /** destination of the quantisation table */
    final int table;
    /** size in samples, blocks that hold them, and blocks with those that fill up the MCUs */
    final int width;
    final int height;
    final int blocksAcross;
    final int blocksDown;
    final int paddedAcross;
    final int paddedDown;
    /** quantisation steps in natural order, known from the component's first scan on */
    int[] steps;
    short[] coefficients;

    /**
     * @param factors horizontal and vertical sampling factor, then the largest of the frame
     * @param columns of the image
     * @param rows of the image
     */
    DctComponent(int id, int[] factors, int table, int columns, int rows) {
        this.id = id;
        this.h = factors[0];
        this.v = factors[1];
        this.table = table;
        width = up((long) columns * h, factors[2]);
        height = up((long) rows * v, factors[3]);
        blocksAcross = up(width, 8);
        blocksDown = up(height, 8);
        paddedAcross = up(columns, 8L * factors[2]) * h;
        paddedDown = up(rows, 8L * factors[3]) * v;
    }

    /** Of all blocks with those that fill up. */
    long blocks() {
        return (long) paddedAcross * paddedDown;
    }

    /** Where a block begins in {@link #coefficients}. */
    int at(int blockX, int blockY) {
        return (blockY * paddedAcross + blockX) * 64;
    }

    static int natural(int zigzag) {
        return NATURAL[zigzag];
    }

    static int[] naturalOrder() {
        return NATURAL.clone();
    }

    private static int up(long n, long by) {
        return (int) ((n + by - 1) / by);
    }
}
