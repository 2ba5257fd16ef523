package sluice.viewer.dicom;

/**
 * A window as the VOI LUT module has it (PS3.3 C.11.2.1.2).
 *
 * @param centre Window Center (0028,1050), in units after the modality LUT
 * @param width Window Width (0028,1051), at least 1 for {@link Function#LINEAR}, otherwise above 0
 * @param function VOI LUT Function (0028,1056)
 * @param explanation Window Center &amp; Width Explanation (0028,1055), or the name of a preset; may be empty
 */
public record VoiWindow(double centre, double width, Function function, String explanation) {

    /** How values within the window become grey (PS3.3 C.11.2.1.2, C.11.2.1.3). */
    public enum Function { LINEAR, LINEAR_EXACT, SIGMOID }

    public VoiWindow {
        if (!Double.isFinite(centre) || !Double.isFinite(width)) {
            throw new IllegalArgumentException("a window has a finite centre and width");
        }
        if (width <= 0 || function == Function.LINEAR && width < 1) {
            throw new IllegalArgumentException("a window's width is at least 1 for LINEAR and above 0 otherwise");
        }
    }

    /** A LINEAR window without explanation. */
    public static VoiWindow of(double centre, double width) {
        return new VoiWindow(centre, width, Function.LINEAR, "");
    }

    /** The window that runs from {@code low} (black) to {@code high} (white) exactly; of equal values one unit around them. */
    public static VoiWindow between(double low, double high) {
        return high > low ? new VoiWindow(low + (high - low) / 2, high - low, Function.LINEAR_EXACT, "")
                : new VoiWindow(low, 1, Function.LINEAR_EXACT, "");
    }

    /** The same window elsewhere; a width that the function does not allow becomes the least that it does. */
    public VoiWindow moved(double newCentre, double newWidth) {
        double least = function == Function.LINEAR ? 1 : 1e-6;
        return new VoiWindow(newCentre, Math.max(least, newWidth), function, "");
    }
}
