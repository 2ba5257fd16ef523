package sluice.viewer.volume;

/**
 * From stored to true values: {@code stored · slope + intercept}.
 *
 * @param slope not 0, finite
 * @param intercept finite
 */
public record Scaling(double slope, double intercept) {
    public static final Scaling NONE = new Scaling(1, 0);

    public Scaling {
        if (!(slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
            throw new IllegalArgumentException("a scaling has a finite slope other than 0 and a finite intercept");
        }
    }

    /** As a header has them; {@link #NONE} where these numbers cannot be meant: a slope of 0, NaN, infinity. */
    public static Scaling of(double slope, double intercept) {
        return slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept) ? new Scaling(slope, intercept) : NONE;
    }

    public double apply(double stored) {
        return stored * slope + intercept;
    }
}
