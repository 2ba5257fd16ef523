package sluice.viewer.render;

/** Colours over colours, 0xAARRGGBB. */
final class Blend {
    private Blend() {}

    /** An opaque colour with another one over it, whose alpha is not premultiplied; rounded to the nearest value. */
    static int over(int below, int above) {
        int a = above >>> 24;
        if (a == 255) {
            return above;
        }
        int b = 255 - a;
        int red = ((above >> 16 & 0xFF) * a + (below >> 16 & 0xFF) * b + 127) / 255;
        int green = ((above >> 8 & 0xFF) * a + (below >> 8 & 0xFF) * b + 127) / 255;
        int blue = ((above & 0xFF) * a + (below & 0xFF) * b + 127) / 255;
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    /** A row of colours with alpha over a row of a picture. */
    static void row(int[] above, int width, int[] picture, int offset) {
        for (int x = 0; x < width; x++) {
            int colour = above[x];
            if (colour >>> 24 != 0) {
                picture[offset + x] = over(picture[offset + x], colour);
            }
        }
    }

    /** An opacity of 0 to 1 as alpha of 0 to 255. */
    static int alpha(double opacity) {
        return (int) (Math.max(0, Math.min(1, opacity)) * 255 + 0.5);
    }
}
