package sluice.viewer.codec;

import java.util.List;

/**
 * Blanks rectangles of an encoded frame in place, for lossy codes that would lose more if they were decoded and encoded again.
 * Has no state.
 */
public interface FrameRedactor {

    /**
     * The frame with everything in the boxes replaced by the darkest value; everything that shares no coding block with a box
     * decodes to exactly what it was, but for the hue of pixels right beside a blanked block of subsampled chroma, which
     * decoders interpolate.
     *
     * @param boxes in pixels of the image, inside it
     * @throws CodecException where that cannot be done; then the frame must not be passed on
     */
    byte[] redact(byte[] frame, ImageFormat format, List<PixelBox> boxes) throws CodecException;
}
