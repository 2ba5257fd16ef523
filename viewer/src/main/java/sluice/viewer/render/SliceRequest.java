package sluice.viewer.render;

import java.util.List;
import java.util.Objects;

/**
 * What a picture of a plane through the patient shall show. Volumes of one frame of reference need no common grid: each is
 * sampled through its own affine.
 *
 * @param view plane, scale and size
 * @param layers from the lowest up
 * @param background opaque colour, 0xFFRRGGBB
 */
public record SliceRequest(PlaneView view, List<Layer> layers, int background) {

    public SliceRequest {
        Objects.requireNonNull(view);
        layers = List.copyOf(layers);
    }

    /** On black. */
    public static SliceRequest of(PlaneView view, Layer... layers) {
        return new SliceRequest(view, List.of(layers), FrameRequest.BLACK);
    }
}
