package sluice.viewer.render;

/**
 * A picture in device pixels.
 *
 * @param width pixels in a row
 * @param height rows, from the top
 * @param argb 0xAARRGGBB row by row, width · height of them; pictures of this package are opaque, so that premultiplied and
 *     plain alpha are the same. Shared, not copied
 */
public record ArgbImage(int width, int height, int[] argb) {

    public ArgbImage {
        if (width < 1 || height < 1 || argb.length != (long) width * height) {
            throw new IllegalArgumentException("a picture has width times height pixels");
        }
    }

    /** The pixel in column x of row y. */
    public int at(int x, int y) {
        return argb[y * width + x];
    }
}
