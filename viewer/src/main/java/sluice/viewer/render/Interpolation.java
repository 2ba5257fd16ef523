package sluice.viewer.render;

/** How values between pixel or voxel centres come about. At the centres all three give the stored value itself. */
public enum Interpolation {
    /** The value of the nearest centre. */
    NEAREST,
    /** Linear along each axis: weights 1 - |t|. */
    LINEAR,
    /**
     * Cubic along each axis: Keys' kernel with a = -1/2 (Catmull-Rom), reach 2. Weights 1.5|t|³ - 2.5|t|² + 1 within 1 and
     * -0.5|t|³ + 2.5|t|² - 4|t| + 2 from 1 to 2. It may overshoot the neighbouring values.
     */
    CUBIC
}
