package sluice.viewer.codec;

/**
 * A rectangle of pixels.
 *
 * @param x column of the left edge, from 0
 * @param y row of the upper edge, from 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelBox(int x, int y, int width, int height) {

    public PixelBox {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box has at least one pixel");
        }
        if ((long) x + width > Integer.MAX_VALUE || (long) y + height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a box ends where no image does");
        }
    }

    /** The first column behind it. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    public boolean intersects(PixelBox other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Larger by a margin on all sides, cut at the image's edges; null where nothing of it lies inside the image. */
    public PixelBox grown(int margin, int columns, int rows) {
        int left = Math.max(0, x - margin);
        int top = Math.max(0, y - margin);
        int r = Math.min(columns, right() + margin);
        int b = Math.min(rows, bottom() + margin);
        return r > left && b > top ? new PixelBox(left, top, r - left, b - top) : null;
    }
}
