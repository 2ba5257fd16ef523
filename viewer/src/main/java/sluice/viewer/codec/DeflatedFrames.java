package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflated Image Frame Compression: each native frame deflated by itself, without a wrapper (PS3.5 A.4.13, RFC 1951). */
final class DeflatedFrames implements PixelDecoder, PixelEncoder {
    private final NativeCodec plain = new NativeCodec();

    static CodecFamily family() {
        DeflatedFrames codec = new DeflatedFrames();
        return new CodecFamily(Set.of("1.2.840.10008.1.2.8.1"), codec, Optional.of(codec), Optional.empty());
    }

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        int size = FrameSize.rasterBytes(format);
        long most = format.bitsAllocated() == 1 ? (size + 7L) / 8 : size;
        Inflater inflater = new Inflater(true);
        try {
            // one byte more than fits, so that too much is seen
            byte[] inflated = new byte[(int) most + 2];
            inflater.setInput(frame);
            int filled = 0;
            while (!inflater.finished() && filled < inflated.length) {
                int count = inflater.inflate(inflated, filled, inflated.length - filled);
                filled += count;
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new CodecException(CodecException.Reason.CORRUPT, "The deflated frame ends too early");
                }
            }
            return plain.decode(filled == inflated.length ? inflated : Arrays.copyOf(inflated, filled), format);
        } catch (DataFormatException e) {
            throw new CodecException(CodecException.Reason.CORRUPT, "The frame cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain.encode(raster, format));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[32 << 10];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
