package sluice.viewer.codec;

import java.io.IOException;
import sluice.viewer.dicom.PixelSource;

/** The frames of an image as stored values. As immutable as the pixel data. */
public final class FrameDecoder {
    private final PixelSource pixels;
    private final ImageFormat format;
    private final PixelDecoder decoder;

    /** @throws CodecException where no codec knows the image's transfer syntax, or its pixel data is of another kind */
    public FrameDecoder(EncodedImage image, Codecs codecs) throws CodecException {
        pixels = image.pixels();
        format = image.format();
        decoder = codecs.family(image.transferSyntax().uid()).orElseThrow(() -> new CodecException(
                CodecException.Reason.UNSUPPORTED, "Pixel data in " + image.transferSyntax().name() + " cannot be decoded"))
                .decoder();
        if (pixels.encapsulated() != image.transferSyntax().encapsulated()) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "The pixel data is not in the form that the Transfer Syntax demands");
        }
    }

    /** Number of frames. */
    public int frames() {
        return pixels.frames();
    }

    /**
     * One frame.
     *
     * @param index from 0
     * @throws CodecException where it cannot be decoded completely
     * @throws IOException where it cannot be read
     */
    public Raster frame(int index) throws IOException {
        return decode(pixels.littleEndianFrame(index));
    }

    /** @param frame bytes of one frame of this image; native ones little endian */
    Raster decode(byte[] frame) throws CodecException {
        FrameSize.rasterBytes(format);
        Raster raster = decoder.decode(frame, format);
        FrameSize.check(raster, format);
        return raster;
    }
}
