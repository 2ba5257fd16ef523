package sluice.viewer.dicom;

/**
 * Rescale Slope and Intercept (PS3.3 C.11.1): real value = slope · stored value + intercept.
 *
 * @param slope (0028,1053), finite and not 0
 * @param intercept (0028,1052), finite
 * @param type Rescale Type (0028,1054), such as HU; empty where the data set names none
 */
public record Rescale(double slope, double intercept, String type) {

    public static final Rescale NONE = new Rescale(1, 0, "");

    public Rescale {
        if (!Double.isFinite(slope) || !Double.isFinite(intercept) || slope == 0) {
            throw new IllegalArgumentException("a rescale has a finite slope that is not 0 and a finite intercept");
        }
    }

    public double apply(double stored) {
        return slope * stored + intercept;
    }
}
