package sluice.viewer.render;

import java.util.Optional;

/**
 * A bar of a round length.
 *
 * @param millimetres 1, 2 or 5 times a power of ten
 * @param pixels its length in device pixels
 * @param label such as "5 cm", "20 mm" or "200 µm"
 */
public record ScaleBar(double millimetres, double pixels, String label) {

    /**
     * The longest round bar that fits.
     *
     * @param mmPerPixel of one device pixel
     * @param mostPixels device pixels that it may take
     * @return empty where the scale is not known, or no bar of 1 nm to 100 m fits
     */
    public static Optional<ScaleBar> of(double mmPerPixel, double mostPixels) {
        double most = mmPerPixel * mostPixels;
        if (!(most >= 1e-6 && most < 1e5)) {
            return Optional.empty();
        }
        int power = (int) Math.floor(Math.log10(most));
        double found = 0;
        for (int p = power - 1; p <= power + 1; p++) {
            for (int digit : new int[] {1, 2, 5}) {
                double length = p < 0 ? digit / Math.pow(10, -p) : digit * Math.pow(10, p);
                found = length <= most * (1 + 1e-12) ? length : found;
            }
        }
        return Optional.of(new ScaleBar(found, found / mmPerPixel, label(found)));
    }

    private static String label(double mm) {
        if (mm >= 10) {
            return Math.round(mm / 10) + " cm";
        }
        if (mm >= 0.999) {
            return Math.round(mm) + " mm";
        }
        return mm >= 0.000999 ? Math.round(mm * 1e3) + " µm" : Math.round(mm * 1e6) + " nm";
    }
}
