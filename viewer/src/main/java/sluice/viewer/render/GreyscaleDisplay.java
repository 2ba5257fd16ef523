package sluice.viewer.render;

/**
 * The Grayscale Standard Display Function (PS3.14 section 7), and grey levels for a screen that is not calibrated to it.
 * Without this, P-Values go to the screen as they are, which is right for a screen that is calibrated.
 *
 * @param black luminance of the screen's black in cd/m², ambient light included, at least 0.05
 * @param white luminance of its white, at most 3993
 * @param gamma exponent of the screen in between, usually 2.2
 */
public record GreyscaleDisplay(double black, double white, double gamma) {
    private static final double[] UPPER = {-1.3011877, 8.0242636e-2, 1.3646699e-1, -2.5468404e-2, 1.3635334e-3};
    private static final double[] LOWER = {1, -2.5840191e-2, -1.0320229e-1, 2.8745620e-2, -3.1978977e-3, 1.2992634e-4};
    private static final double[] INDEX = {71.498068, 94.593053, 41.912053, 9.8247004, 0.28175407, -1.1878455, -0.18014349,
        0.14710899, -0.017046845};

    public GreyscaleDisplay {
        if (!(black >= 0.05 && white > black && white <= 3993.5 && gamma > 0.1 && gamma < 10)) {
            throw new IllegalArgumentException("luminances lie between 0.05 and 3993 cd/m²");
        }
    }

    /** Luminance in cd/m² of a JND index of 1 to 1023 (PS3.14 equation 1). */
    public static double luminance(double index) {
        double ln = Math.log(index);
        return Math.pow(10, polynomial(UPPER, ln) / polynomial(LOWER, ln));
    }

    /** JND index of a luminance of 0.05 to 3993 cd/m² (PS3.14 equation 2). */
    public static double index(double luminance) {
        return polynomial(INDEX, Math.log10(luminance));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int n = coefficients.length - 1; n >= 0; n--) {
            sum = sum * x + coefficients[n];
        }
        return sum;
    }

    /** Greys that make equal steps of P-Values equal steps of JND index on this screen. */
    public ColourMap colours() {
        int[] rgb = new int[256];
        double first = index(black);
        double last = index(white);
        for (int n = 0; n < rgb.length; n++) {
            // the two equations undo each other only nearly: both ends are those of the first one
            double wanted = luminance(first + (last - first) * n / 255) - luminance(first);
            double part = Math.max(0, Math.min(1, wanted / (luminance(last) - luminance(first))));
            rgb[n] = (int) (Math.pow(part, 1 / gamma) * 255 + 0.5) * 0x010101;
        }
        return new ColourMap("GSDF", "Greyscale standard display function", rgb);
    }
}
