package sluice.app.deid.pixels;

/**
 * Channels of numbers over a grid of cells, with room of zeros around: what a layer of the network reads and writes. A cell (c, y,
 * x) lies at {@code at(c, y, x)}; y and x may go {@link #ROOM} beyond either end.
 */
final class Features {
    /** As far as the widest layer reaches. */
    static final int ROOM = 3;

    private final float[] values;
    private final int channels;
    private final int rows;
    private final int columns;

    Features(int channels, int rows, int columns) {
        this.channels = channels;
        this.rows = rows;
        this.columns = columns;
        values = new float[Math.toIntExact((long) channels * (rows + 2 * ROOM) * (columns + 2 * ROOM))];
    }

    int at(int channel, int y, int x) {
        return (channel * (rows + 2 * ROOM) + y + ROOM) * (columns + 2 * ROOM) + x + ROOM;
    }

    /** Shared, not copied. */
    float[] values() {
        return values;
    }

    int channels() {
        return channels;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }
}
