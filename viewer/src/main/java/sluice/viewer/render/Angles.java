package sluice.viewer.render;

/** Sine and cosine of degrees that are exact at quarter turns, so that turning four times gives the same picture. */
final class Angles {
    private Angles() {}

    static double cos(double degrees) {
        return sin(degrees + 90);
    }

    static double sin(double degrees) {
        double d = ((degrees % 360) + 360) % 360;
        if (d % 90 == 0) {
            return new double[] {0, 1, 0, -1}[(int) (d / 90) % 4];
        }
        return Math.sin(Math.toRadians(d));
    }
}
