package sluice.viewer.codec;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Frames without compression (PS3.5 8.1 and 8.2), little endian. Floating point values stay the bits that they are. */
final class NativeCodec implements PixelDecoder, PixelEncoder {

    static CodecFamily family() {
        NativeCodec codec = new NativeCodec();
        return new CodecFamily(Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.98",
                "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"), codec, Optional.of(codec), Optional.empty());
    }

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        int size = FrameSize.rasterBytes(format);
        boolean bits = format.bitsAllocated() == 1;
        boolean subsampled = Subsampled.is(format) && frame.length < size;
        int expected = bits ? (int) ((size + 7L) / 8) : subsampled ? size / 3 * 2 : size;
        if (frame.length < expected) {
            throw new CodecException(CodecException.Reason.CORRUPT,
                    "The frame has " + frame.length + " bytes and needs " + expected);
        }
        if (frame.length > expected + (expected & 1)) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "The frame has " + frame.length + " bytes where the image attributes describe " + expected);
        }
        byte[] values;
        if (bits) {
            values = PackedBits.unpack(frame, size);
        } else if (subsampled) {
            values = Subsampled.widen(frame, format, size);
        } else if (format.planar() && format.samples() > 1) {
            values = interleaved(frame, format, size);
        } else {
            values = frame.length == size ? frame : Arrays.copyOf(frame, size);
        }
        return new Raster(format.rows(), format.columns(), format.samples(), format.sampleBytes(), values,
                subsampled ? Subsampled.widened(format.photometric()) : format.photometric());
    }

    /** A raster whose colour space is wider than the data set's (YBR_FULL under YBR_FULL_422) is subsampled. */
    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        FrameSize.rasterBytes(format);
        FrameSize.check(raster, format);
        if (format.bitsAllocated() == 1) {
            return PackedBits.pack(raster.bytes());
        }
        if (Subsampled.is(format) && raster.photometric().equals(Subsampled.widened(format.photometric()))) {
            return Subsampled.narrow(raster, format);
        }
        if (format.planar() && format.samples() > 1) {
            return planes(raster);
        }
        return raster.bytes();
    }

    private static byte[] interleaved(byte[] frame, ImageFormat format, int size) {
        int n = format.sampleBytes();
        int plane = size / format.samples();
        byte[] values = new byte[size];
        int to = 0;
        for (int pixel = 0; pixel < plane; pixel += n) {
            for (int sample = 0; sample < format.samples(); sample++) {
                for (int i = 0; i < n; i++) {
                    values[to++] = frame[sample * plane + pixel + i];
                }
            }
        }
        return values;
    }

    private static byte[] planes(Raster raster) {
        byte[] values = raster.bytes();
        int n = raster.sampleBytes();
        int plane = values.length / raster.samples();
        byte[] frame = new byte[values.length];
        int from = 0;
        for (int pixel = 0; pixel < plane; pixel += n) {
            for (int sample = 0; sample < raster.samples(); sample++) {
                for (int i = 0; i < n; i++) {
                    frame[sample * plane + pixel + i] = values[from++];
                }
            }
        }
        return frame;
    }
}
