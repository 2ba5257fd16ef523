package sluice.viewer.render;

import sluice.viewer.geometry.Vec3;

/**
 * From device pixels to indices: {@code origin + x·perX + y·perY}.
 *
 * @param origin index (i, j, k) of the centre of device pixel (0, 0); of frames k is 0
 * @param perX step in indices of one pixel to the right
 * @param perY step in indices of one pixel down
 */
record PixelMap(Vec3 origin, Vec3 perX, Vec3 perY) {

    Vec3 at(double x, double y) {
        return origin.plus(perX.times(x)).plus(perY.times(y));
    }

    PixelMap shifted(Vec3 by) {
        return new PixelMap(origin.plus(by), perX, perY);
    }
}
