package sluice.app.deid.pixels;

import sluice.viewer.codec.PixelBox;

/**
 * What one frame looks like in 256 grey levels: 0 and 255 are the ends of the displayed range, see {@link GreyPlanes}.
 *
 * @param width columns
 * @param height rows
 * @param grey one byte a pixel, row by row, 0 to 255 unsigned. Shared, not copied
 */
record GreyPlane(int width, int height, byte[] grey) {
    private static final int SQUARE = 16;

    GreyPlane {
        if (grey.length != (long) width * height) {
            throw new IllegalArgumentException("the plane has another size than it says");
        }
    }

    /** Half as many columns and rows, each pixel the mean of four; an odd last one is dropped. */
    GreyPlane halved() {
        int w = width / 2;
        int h = height / 2;
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int at = 2 * y * width;
            for (int x = 0; x < w; x++, at += 2) {
                int sum = (grey[at] & 0xff) + (grey[at + 1] & 0xff) + (grey[at + width] & 0xff) + (grey[at + width + 1] & 0xff);
                out[y * w + x] = (byte) (sum + 2 >> 2);
            }
        }
        return new GreyPlane(w, h, out);
    }

    /** A part of it; the box lies inside. */
    GreyPlane cut(PixelBox box) {
        if (box.width() == width && box.height() == height) {
            return this;
        }
        byte[] out = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(grey, (box.y() + y) * width + box.x(), out, y * box.width(), box.width());
        }
        return new GreyPlane(box.width(), box.height(), out);
    }

    /**
     * The smallest box with all squares of 16 pixels whose grey levels differ by so much, and so many pixels around; null where there
     * are none. It begins at multiples of 16.
     */
    PixelBox uneven(int contrast, int around) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = 0; y < height; y += SQUARE) {
            for (int x = 0; x < width; x += SQUARE) {
                if (spread(x, y) >= contrast) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + SQUARE);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + SQUARE);
                }
            }
        }
        if (right == 0) {
            return null;
        }
        left = Math.max(0, left - around);
        top = Math.max(0, top - around);
        return new PixelBox(left, top, Math.min(width, right + around) - left, Math.min(height, bottom + around) - top);
    }

    /** Also sees the first row and column of the next squares: a straight edge between two squares is in one of them. */
    private int spread(int x0, int y0) {
        int least = 255;
        int most = 0;
        for (int y = y0; y <= Math.min(height - 1, y0 + SQUARE); y++) {
            for (int i = y * width + x0; i <= y * width + Math.min(width - 1, x0 + SQUARE); i++) {
                int v = grey[i] & 0xff;
                least = Math.min(least, v);
                most = Math.max(most, v);
            }
        }
        return most - least;
    }
}
