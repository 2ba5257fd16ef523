package sluice.app.deid.pixels;

import java.util.ArrayList;
import java.util.List;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;

/**
 * Turns stored values into grey levels to look for writing in. A grey level is 1/255 of the displayed range. Of at most 8 bits
 * that is all they can hold; of more it is what the middle 99.8 per cent of the frame's values span, widened at each end to the
 * extreme value, but by no more than it is itself. A window set by somebody may hide what is there: it is looked through in addition.
 * Colour gives two planes: brightness (ITU-R BT.601) and how far a pixel is from grey.
 */
final class GreyPlanes {
    private static final double TAIL = 0.001;
    private static final double CLEARLY_LESS = 0.7;
    private static final int BINS = 1 << 16;

    private GreyPlanes() {}

    /** @param palette of PALETTE COLOR, else null */
    static List<GreyPlane> of(Raster raster, ImageFormat format, Palette palette) {
        if (raster.samples() >= 3) {
            return raster.photometric().startsWith("YBR") ? ofYbr(raster, format) : ofRgb(raster, format);
        }
        if (palette != null && raster.photometric().equals("PALETTE COLOR")) {
            return ofPalette(raster, format, palette);
        }
        return List.of(ofGrey(raster, format));
    }

    private static GreyPlane ofGrey(Raster raster, ImageFormat format) {
        int n = raster.rows() * raster.columns();
        if (format.bitsStored() <= 8 || n == 0) {
            return new GreyPlane(raster.columns(), raster.rows(), eightBits(raster, format, 0));
        }
        long[] range = range(raster, format, n);
        return between(raster, format, range[0], Math.max(range[0] + 1, range[1]));
    }

    /**
     * What is seen through windows that show clearly less than the whole range, one plane each; none of colour and of at most 8 bits.
     */
    static List<GreyPlane> through(List<StoredWindow> windows, Raster raster, ImageFormat format) {
        int n = raster.rows() * raster.columns();
        if (windows.isEmpty() || raster.samples() != 1 || format.bitsStored() <= 8 || n == 0) {
            return List.of();
        }
        long[] range = range(raster, format, n);
        List<GreyPlane> planes = new ArrayList<>();
        for (StoredWindow window : windows) {
            boolean part = window.high() - window.low() < CLEARLY_LESS * (range[1] - range[0]);
            if (part && window.high() > range[0] && window.low() < range[1]) {
                planes.add(between(raster, format, window.low(), window.high()));
            }
        }
        return planes;
    }

    private static GreyPlane between(Raster raster, ImageFormat format, double low, double high) {
        byte[] grey = new byte[raster.rows() * raster.columns()];
        double scale = 255.0 / (high - low);
        for (int i = 0; i < grey.length; i++) {
            double v = (stored(raster, format, i, 0) - low) * scale + 0.5;
            grey[i] = (byte) Math.max(0, Math.min(255, (int) v));
        }
        return new GreyPlane(raster.columns(), raster.rows(), grey);
    }

    private static byte[] eightBits(Raster raster, ImageFormat format, int sample) {
        int n = raster.rows() * raster.columns();
        byte[] grey = new byte[n];
        int shift = Math.max(0, format.bitsStored() - 8);
        int most = (1 << Math.min(8, format.bitsStored())) - 1;
        long lowest = format.signed() ? -(1L << format.bitsStored() - 1) : 0;
        for (int i = 0; i < n; i++) {
            long v = stored(raster, format, i, sample) - lowest >> shift;
            grey[i] = (byte) (v * 255 / most);
        }
        return grey;
    }

    /** Bits outside of the bits stored may hold an overlay or anything else. */
    private static long stored(Raster raster, ImageFormat format, int pixel, int sample) {
        int bytes = raster.sampleBytes();
        int at = (pixel * raster.samples() + sample) * bytes;
        byte[] b = raster.bytes();
        long v = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            v = v << 8 | b[at + i] & 0xff;
        }
        int bits = Math.max(1, Math.min(format.bitsStored(), 8 * bytes));
        int low = Math.max(0, Math.min(format.highBit() - bits + 1, 8 * bytes - bits));
        long up = v << 64 - low - bits;
        return format.signed() ? up >> 64 - bits : up >>> 64 - bits;
    }

    private static long[] range(Raster raster, ImageFormat format, int n) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            long v = stored(raster, format, i, 0);
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(max - min) - 16);
        int[] histogram = new int[BINS];
        for (int i = 0; i < n; i++) {
            histogram[(int) (stored(raster, format, i, 0) - min >>> shift)]++;
        }
        long low = min + ((long) quantile(histogram, n, TAIL) << shift);
        long high = min + ((long) quantile(histogram, n, 1 - TAIL) << shift);
        long span = high - low;
        return span == 0 ? new long[] {min, max} : new long[] {Math.max(min, low - span), Math.min(max, high + span)};
    }

    private static int quantile(int[] histogram, int n, double part) {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += histogram[i];
            if (sum > part * n) {
                return i;
            }
        }
        return BINS - 1;
    }

    private static List<GreyPlane> ofRgb(Raster raster, ImageFormat format) {
        return ofRgb(raster, eightBits(raster, format, 0), eightBits(raster, format, 1), eightBits(raster, format, 2));
    }

    private static List<GreyPlane> ofRgb(Raster raster, byte[] red, byte[] green, byte[] blue) {
        byte[] light = new byte[red.length];
        byte[] colour = new byte[red.length];
        boolean coloured = false;
        for (int i = 0; i < red.length; i++) {
            int r = red[i] & 0xff;
            int g = green[i] & 0xff;
            int b = blue[i] & 0xff;
            light[i] = (byte) (77 * r + 150 * g + 29 * b + 128 >> 8);
            int far = Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
            colour[i] = (byte) far;
            coloured |= far > 8;
        }
        return planes(raster, light, colour, coloured);
    }

    private static List<GreyPlane> ofYbr(Raster raster, ImageFormat format) {
        byte[] blue = eightBits(raster, format, 1);
        byte[] red = eightBits(raster, format, 2);
        byte[] colour = new byte[blue.length];
        boolean coloured = false;
        for (int i = 0; i < colour.length; i++) {
            // nearly the spread of red, green and blue: blue and red go with 1.77 and 1.40 times the difference
            int far = Math.min(255, 7 * Math.max(Math.abs((blue[i] & 0xff) - 128), Math.abs((red[i] & 0xff) - 128)) / 4);
            colour[i] = (byte) far;
            coloured |= far > 8;
        }
        return planes(raster, eightBits(raster, format, 0), colour, coloured);
    }

    private static List<GreyPlane> ofPalette(Raster raster, ImageFormat format, Palette palette) {
        int n = raster.rows() * raster.columns();
        byte[] red = new byte[n];
        byte[] green = new byte[n];
        byte[] blue = new byte[n];
        for (int i = 0; i < n; i++) {
            int entry = palette.entry(stored(raster, format, i, 0));
            red[i] = palette.red()[entry];
            green[i] = palette.green()[entry];
            blue[i] = palette.blue()[entry];
        }
        return ofRgb(raster, red, green, blue);
    }

    private static List<GreyPlane> planes(Raster raster, byte[] light, byte[] colour, boolean coloured) {
        List<GreyPlane> planes = new ArrayList<>();
        planes.add(new GreyPlane(raster.columns(), raster.rows(), light));
        if (coloured) {
            planes.add(new GreyPlane(raster.columns(), raster.rows(), colour));
        }
        return planes;
    }
}
