package sluice.app.deid.pixels;

import java.util.List;
import sluice.viewer.codec.PixelBox;

/**
 * Shapes beside each other that may be a word.
 *
 * @param shapes from the left
 * @param height of the taller ones, pixels
 * @param base the row below most of them
 * @param dropped shapes of the same row that did not stand on the base line
 */
record Line(List<Shape> shapes, int height, int base, int dropped) {

    int letters() {
        int n = 0;
        for (Shape s : shapes) {
            n += Glyphs.count(s);
        }
        return n;
    }

    PixelBox box() {
        int x = Integer.MAX_VALUE;
        int y = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (Shape s : shapes) {
            x = Math.min(x, s.x());
            y = Math.min(y, s.y());
            right = Math.max(right, s.right());
            bottom = Math.max(bottom, s.bottom());
        }
        return new PixelBox(x, y, right - x, bottom - y);
    }
}
