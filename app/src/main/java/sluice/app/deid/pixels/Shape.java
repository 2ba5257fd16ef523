package sluice.app.deid.pixels;

/**
 * Pixels that hang together, by edges or corners.
 *
 * @param x column of the left edge
 * @param y row of the upper edge
 * @param right first column behind it
 * @param bottom first row below it
 * @param area pixels
 * @param runs horizontal runs of pixels: over the height, how many strokes a row crosses
 * @param value the level or the grey level that its pixels share
 */
record Shape(int x, int y, int right, int bottom, int area, int runs, int value) {

    int width() {
        return right - x;
    }

    int height() {
        return bottom - y;
    }
}
