package sluice.viewer.codec;

/** Decodes single frames of one family of transfer syntaxes. Has no state: one instance serves any number of threads. */
public interface PixelDecoder {

    /**
     * The stored values of one frame.
     *
     * @param frame as {@code PixelSource.frame} gives it: native bytes in little-endian order, or the joined fragments
     * @param format what the data set says; a codestream that says otherwise about size, samples or more than the bits
     *     allocated is refused as a mismatch
     * @throws CodecException where the frame cannot be decoded completely
     */
    Raster decode(byte[] frame, ImageFormat format) throws CodecException;
}
