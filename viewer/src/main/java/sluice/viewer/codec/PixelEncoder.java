package sluice.viewer.codec;

/** Encodes single frames without loss. Has no state: one instance serves any number of threads. */
public interface PixelEncoder {

    /**
     * One frame that decodes to exactly these values.
     *
     * @param raster as the family's decoder gives it
     * @param format what the data set says, and will say; the encoder keeps to its photometric interpretation
     * @throws CodecException where the family cannot hold such values
     */
    byte[] encode(Raster raster, ImageFormat format) throws CodecException;
}
