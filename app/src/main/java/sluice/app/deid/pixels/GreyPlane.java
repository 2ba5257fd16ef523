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

    GreyPlane {
        if (grey.length != (long) width * height) {
            throw new IllegalArgumentException("the plane has another size than it says");
        }
    }

    /** What was dark is bright. */
    GreyPlane inverted() {
        byte[] out = new byte[grey.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~grey[i];
        }
        return new GreyPlane(width, height, out);
    }

    /** As {@link #inverted()}, inside a box only; the rest is black. */
    GreyPlane inverted(PixelBox box) {
        byte[] out = new byte[grey.length];
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int i = y * width + box.x(); i < y * width + box.right(); i++) {
                out[i] = (byte) ~grey[i];
            }
        }
        return new GreyPlane(width, height, out);
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
}
