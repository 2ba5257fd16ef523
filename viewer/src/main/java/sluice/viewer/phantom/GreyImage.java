package sluice.viewer.phantom;

/**
 * A picture in shades of grey.
 *
 * @param width pixels in a row
 * @param height rows, from the top
 * @param grey one byte a pixel, row by row, 0 black to 255 (-1 as a byte) white
 */
public record GreyImage(int width, int height, byte[] grey) {

    /** Values mapped evenly from black to white. */
    static GreyImage of(int width, int height, short[] values, double black, double white) {
        byte[] grey = new byte[values.length];
        for (int n = 0; n < grey.length; n++) {
            grey[n] = (byte) Math.max(0, Math.min(255, Math.round((values[n] - black) / (white - black) * 255)));
        }
        return new GreyImage(width, height, grey);
    }

    /** Opaque ARGB, one int a pixel, as {@code java.awt.image.BufferedImage} and JavaFX take it. */
    public int[] argb() {
        int[] argb = new int[grey.length];
        for (int n = 0; n < argb.length; n++) {
            argb[n] = 0xff000000 | (grey[n] & 0xff) * 0x010101;
        }
        return argb;
    }
}
