package sluice.viewer.render;

import sluice.viewer.geometry.Vec3;

/**
 * Letters for a direction in the patient, as Patient Orientation (PS3.3 C.7.6.1.1.1) has them: L and R, P and A, H (head) and
 * F (feet); of an oblique direction several, the most important first.
 */
public final class OrientationLetters {
    /** Components of less than this part of the length get no letter: less than about 6 degrees off. */
    private static final double LEAST = 0.1;

    private OrientationLetters() {}

    /**
     * The letters, such as "L", "LA" or "HPR".
     *
     * @param lps a direction; empty where it has no length
     */
    public static String of(Vec3 lps) {
        double length = lps.length();
        if (!(length > 0) || Double.isInfinite(length)) {
            return "";
        }
        double[] parts = {lps.x() / length, lps.y() / length, lps.z() / length};
        StringBuilder letters = new StringBuilder();
        for (int turn = 0; turn < 3; turn++) {
            int greatest = 0;
            for (int axis = 1; axis < 3; axis++) {
                // equal up to rounding: L/R before P/A before H/F
                greatest = Math.abs(parts[axis]) > Math.abs(parts[greatest]) + 1e-9 ? axis : greatest;
            }
            if (Math.abs(parts[greatest]) < LEAST) {
                break;
            }
            letters.append("LPHRAF".charAt(parts[greatest] > 0 ? greatest : greatest + 3));
            parts[greatest] = 0;
        }
        return letters.toString();
    }

    /**
     * The letters at the edges of a picture.
     *
     * @param left at the left edge, and so on
     */
    public record Edges(String left, String right, String top, String bottom) {}

    /** At the edges of a plane's picture. */
    public static Edges edges(PlaneView view) {
        return new Edges(of(view.right().times(-1)), of(view.right()), of(view.down().times(-1)), of(view.down()));
    }

    /**
     * At the edges of a frame's picture.
     *
     * @param columns LPS direction in which columns follow each other (first three values of Image Orientation (Patient))
     * @param rows LPS direction in which rows follow each other (last three)
     */
    public static Edges edges(FrameView view, Vec3 columns, Vec3 rows) {
        PixelMap map = view.map();
        Vec3 right = columns.times(map.perX().x()).plus(rows.times(map.perX().y() * view.aspect()));
        Vec3 down = columns.times(map.perY().x()).plus(rows.times(map.perY().y() * view.aspect()));
        return new Edges(of(right.times(-1)), of(right), of(down.times(-1)), of(down));
    }
}
