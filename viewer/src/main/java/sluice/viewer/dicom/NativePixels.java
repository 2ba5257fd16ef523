package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;

/** Pixel data of defined length: the frames one after the other, without gaps (PS3.5 8.1, 8.2). */
final class NativePixels extends PixelSource {
    private static final long LARGEST_FRAME = Integer.MAX_VALUE - 32L;
    private static final int LONGEST_TAIL = 1 << 16;

    private final PixelStore store;
    private final long offset;
    private final long length;

    NativePixels(int tag, VR vr, PixelStore store, FrameLayout layout, long offset, long length, boolean bigEndian) {
        super(tag, vr, layout, bigEndian);
        this.store = store;
        this.offset = offset;
        this.length = length;
    }

    /** Whether the frames that the image attributes describe fill the value, but for a byte of padding. */
    boolean hasLengthOfFrames() {
        long bytes = bytesOfFrames();
        return length == 0 || length == bytes || length == bytes + (bytes & 1);
    }

    /** -1 where the attributes do not say. */
    private long bytesOfFrames() {
        long bits = layout().frameBits(length);
        long frames = layout().frames();
        boolean fits = bits > 0 && bits <= Long.MAX_VALUE / frames - 7;
        return fits ? (bits * frames + 7) / 8 : -1;
    }

    @Override
    public byte[] behindLastFrame() throws IOException {
        long end = bytesOfFrames();
        if (end < 0 || length <= end + 1) {
            return new byte[0];
        }
        try (ByteSource source = store.open()) {
            int count = (int) Math.min(LONGEST_TAIL, length - end);
            if (!source.has(offset + end, count)) {
                throw cutOff();
            }
            return source.bytes(offset + end, count);
        }
    }

    @Override
    public boolean encapsulated() {
        return false;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean truncated() throws IOException {
        try (ByteSource source = store.open()) {
            return !source.has(offset, length);
        }
    }

    @Override
    public List<Fragment> fragments() {
        return List.of();
    }

    @Override
    public long[] basicOffsetTable() {
        return new long[0];
    }

    @Override
    public byte[] frame(int index) throws IOException {
        return frame(index, 1);
    }

    @Override
    public byte[] littleEndianFrame(int index) throws IOException {
        return frame(index, bigEndian() ? VrCode.wordLength(vr().code()) : 1);
    }

    /** @param word bytes of the words to be reversed */
    private byte[] frame(int index, int word) throws IOException {
        checkIndex(index);
        long bits = layout().frameBits(length);
        long firstBit = bits * index;
        long firstByte = firstBit / 8;
        long lastByte = (firstBit + bits + 7) / 8;
        if (bits == 0 || bits / 8 > LARGEST_FRAME || firstBit / bits != index || lastByte > length) {
            throw new DicomException(DicomException.Reason.NO_SUCH_FRAME, tag(), offset,
                    "The pixel data of " + length + " bytes does not hold frame " + index
                            + " of the size that the image attributes give");
        }
        long from = firstByte / word * word;
        long to = Math.min(length, (lastByte + word - 1) / word * word);
        try (ByteSource source = store.open()) {
            if (!source.has(offset + from, to - from)) {
                throw cutOff();
            }
            byte[] read = source.bytes(offset + from, (int) (to - from));
            Bytes.swap(read, 0, read.length, word);
            boolean whole = from == firstByte && to == lastByte;
            byte[] frame = whole ? read : Arrays.copyOfRange(read, (int) (firstByte - from), (int) (lastByte - from));
            int shift = (int) (firstBit % 8);
            return shift == 0 ? frame : shifted(frame, shift, (int) ((bits + 7) / 8));
        }
    }

    private static byte[] shifted(byte[] packed, int shift, int count) {
        byte[] frame = new byte[count];
        for (int i = 0; i < count; i++) {
            int next = i + 1 < packed.length ? packed[i + 1] & 0xFF : 0;
            frame[i] = (byte) ((packed[i] & 0xFF) >> shift | next << 8 - shift);
        }
        return frame;
    }

    /** Copies a part of the value verbatim. */
    void copyRange(long from, long count, WritableByteChannel target) throws IOException {
        store.copy(offset + from, count, target);
    }

    @Override
    public void copyTo(WritableByteChannel target) throws IOException {
        if (truncated()) {
            throw cutOff();
        }
        store.copy(offset, length, target);
    }
}
