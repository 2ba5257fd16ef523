package sluice.viewer.render;

/**
 * A surface as a picture and as distances.
 *
 * @param image shaded: brighter towards the viewer and where the surface faces the viewer
 * @param depth mm along the direction of looking from the plane through the view's middle, negative in front of it; NaN where
 *     no surface is; row by row. Shared, not copied
 */
public record SurfaceImage(ArgbImage image, float[] depth) {}
