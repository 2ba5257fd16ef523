package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * RLE Lossless (PS3.5 Annex G): one segment for each byte of each sample, the most significant first, each a run-length code
 * of the whole plane. 1-bit frames are one segment of packed pixels.
 */
final class RleCodec implements PixelDecoder, PixelEncoder {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    static CodecFamily family() {
        RleCodec codec = new RleCodec();
        return new CodecFamily(Set.of("1.2.840.10008.1.2.5"), codec, Optional.of(codec), Optional.empty());
    }

    @Override
    public Raster decode(byte[] frame, ImageFormat format) throws CodecException {
        int size = FrameSize.rasterBytes(format);
        int[] bounds = segments(frame, segmentCount(format));
        String photometric = Subsampled.widened(format.photometric());
        byte[] values;
        if (format.bitsAllocated() == 1) {
            byte[] packed = new byte[(int) ((size + 7L) / 8)];
            expand(frame, bounds[0], bounds[1], packed, 0, 1);
            values = PackedBits.unpack(packed, size);
        } else {
            values = new byte[size];
            int n = format.sampleBytes();
            for (int segment = 0; segment + 1 < bounds.length; segment++) {
                int first = segment / n * n + n - 1 - segment % n;
                expand(frame, bounds[segment], bounds[segment + 1], values, first, bounds.length - 1);
            }
        }
        return new Raster(format.rows(), format.columns(), format.samples(), format.sampleBytes(), values, photometric);
    }

    private static int segmentCount(ImageFormat format) throws CodecException {
        int count = format.bitsAllocated() == 1 ? 1 : format.samples() * format.sampleBytes();
        if (count > MOST_SEGMENTS) {
            throw new CodecException(CodecException.Reason.UNSUPPORTED,
                    "RLE frames have " + MOST_SEGMENTS + " segments at most, and " + count + " are needed");
        }
        return count;
    }

    /** Where each segment starts, and where the last one ends. */
    private static int[] segments(byte[] frame, int count) throws CodecException {
        if (frame.length < HEADER) {
            throw new CodecException(CodecException.Reason.CORRUPT, "The frame ends within its RLE header");
        }
        ByteBuffer header = ByteBuffer.wrap(frame, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        long said = header.getInt() & 0xFFFFFFFFL;
        if (said != count) {
            throw new CodecException(CodecException.Reason.MISMATCH,
                    "The RLE header says " + said + " segments where the image attributes need " + count);
        }
        int[] bounds = new int[count + 1];
        long before = HEADER - 1;
        for (int i = 0; i < count; i++) {
            long offset = header.getInt() & 0xFFFFFFFFL;
            if (offset <= before || offset >= frame.length) {
                throw new CodecException(CodecException.Reason.CORRUPT,
                        "RLE segment " + (i + 1) + " is not where it could be");
            }
            bounds[i] = (int) offset;
            before = offset;
        }
        bounds[count] = frame.length;
        return bounds;
    }

    /** Fills every {@code step}th byte from {@code first} on. */
    private static void expand(byte[] code, int from, int end, byte[] plane, int first, int step) throws CodecException {
        int in = from;
        long out = first;
        while (out < plane.length) {
            int head = in < end ? code[in++] : Byte.MIN_VALUE;
            if (head == Byte.MIN_VALUE) {
                if (in >= end) {
                    throw new CodecException(CodecException.Reason.CORRUPT, "An RLE segment ends before its plane is full");
                }
                continue;
            }
            boolean run = head < 0;
            int count = run ? 1 - head : head + 1;
            int needed = run ? 1 : count;
            if (in + needed > end || out + (count - 1L) * step >= plane.length) {
                throw new CodecException(CodecException.Reason.CORRUPT, "An RLE run goes beyond its "
                        + (in + needed > end ? "segment" : "plane"));
            }
            for (int i = 0; i < count; i++) {
                plane[(int) out] = code[run ? in : in + i];
                out += step;
            }
            in += needed;
        }
    }

    @Override
    public byte[] encode(Raster raster, ImageFormat format) throws CodecException {
        FrameSize.rasterBytes(format);
        FrameSize.check(raster, format);
        int count = segmentCount(format);
        boolean bits = format.bitsAllocated() == 1;
        byte[] values = bits ? PackedBits.pack(raster.bytes()) : raster.bytes();
        // rows of packed pixels need not begin with a byte: all of them together count as one
        int rowLength = bits ? values.length : format.columns();
        ByteArrayOutputStream out = new ByteArrayOutputStream(values.length / 2 + HEADER);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putInt(count);
        out.write(header.array(), 0, HEADER);
        byte[] row = new byte[rowLength];
        int n = format.sampleBytes();
        for (int segment = 0; segment < count; segment++) {
            header.putInt(out.size());
            int at = bits ? 0 : segment / n * n + n - 1 - segment % n;
            while (at < values.length) {
                for (int i = 0; i < rowLength; i++) {
                    row[i] = values[at];
                    at += count;
                }
                RunLength.pack(row, out);
            }
            if ((out.size() & 1) != 0) {
                out.write(0);
            }
        }
        byte[] frame = out.toByteArray();
        System.arraycopy(header.array(), 0, frame, 0, HEADER);
        return frame;
    }
}
