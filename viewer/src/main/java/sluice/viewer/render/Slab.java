package sluice.viewer.render;

/**
 * A thick plane: what of several parallel planes is shown.
 *
 * @param thickness mm, spread evenly to both sides of the plane; 0 is the plane itself
 * @param method what becomes of the values along the line of sight
 */
public record Slab(double thickness, Method method) {

    /** What becomes of real values along the line of sight. What lies outside the volume or is padding does not count. */
    public enum Method { MAXIMUM, MINIMUM, MEAN }

    public static final Slab NONE = new Slab(0, Method.MEAN);

    public Slab {
        if (!(thickness >= 0) || Double.isInfinite(thickness)) {
            throw new IllegalArgumentException("the thickness of a slab is not negative");
        }
    }

    /**
     * Number of parallel planes: both faces of the slab and evenly between them.
     *
     * @param spacing mm that neighbouring planes are apart at most
     */
    public int planes(double spacing) {
        return thickness == 0 ? 1 : 1 + (int) Math.ceil(thickness / spacing - 1e-9);
    }
}
