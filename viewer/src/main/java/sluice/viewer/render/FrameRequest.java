package sluice.viewer.render;

import java.util.Objects;
import java.util.Optional;
import sluice.viewer.dicom.PixelPadding;

/**
 * What a picture of a single frame shall show.
 *
 * @param view part, size and position
 * @param frame grey or colour
 * @param tone of grey frames; colour frames do not need one
 * @param interpolation between pixel centres
 * @param padding stored values that are no part of the image and get the background
 * @param background opaque colour, 0xFFRRGGBB
 */
public record FrameRequest(FrameView view, Frame frame, Optional<Tone> tone, Interpolation interpolation,
        Optional<PixelPadding> padding, int background) {

    public static final int BLACK = 0xFF000000;

    public FrameRequest {
        Objects.requireNonNull(view);
        Objects.requireNonNull(interpolation);
        if (frame instanceof Frame.Grey && tone.isEmpty()) {
            throw new IllegalArgumentException("a grey frame needs a tone");
        }
    }

    /** A grey frame on black, without padding. */
    public static FrameRequest of(FrameView view, Frame.Grey frame, Tone tone, Interpolation interpolation) {
        return new FrameRequest(view, frame, Optional.of(tone), interpolation, Optional.empty(), BLACK);
    }

    /** A colour frame on black. */
    public static FrameRequest of(FrameView view, Frame.Colour frame, Interpolation interpolation) {
        return new FrameRequest(view, frame, Optional.empty(), interpolation, Optional.empty(), BLACK);
    }
}
