package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.BitSet;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;

/** Native pixel data, little endian, of which some or all frames are made while it is written. */
final class MadeNative extends PixelSource {
    private final PixelSource base;
    private final BitSet changed;
    private final FrameMaker maker;
    private final long frameBits;

    /**
     * @param base where the frames that stay come from, null where all are made
     * @param changed the frames that are made, null for all
     */
    MadeNative(int tag, VR vr, FrameLayout layout, PixelSource base, BitSet changed, FrameMaker maker)
            throws IOException {
        super(tag, vr, layout, false);
        this.base = base;
        this.changed = changed == null ? null : (BitSet) changed.clone();
        this.maker = maker;
        frameBits = layout.frameBits(base == null ? 0 : base.length());
        boolean sensible = frameBits > 0 && frameBits <= Long.MAX_VALUE / frames() - 7;
        if (!sensible || base != null && base.length() < length()) {
            throw new DicomException(DicomException.Reason.NO_SUCH_FRAME, tag, offset(),
                    "The pixel data does not hold all the frames that the image attributes describe");
        }
    }

    private boolean isMade(int frame) {
        return changed == null || changed.get(frame);
    }

    @Override
    boolean offsetsStand() {
        return false;
    }

    @Override
    public boolean encapsulated() {
        return false;
    }

    @Override
    public long offset() {
        return 0;
    }

    @Override
    public long length() {
        return (frameBits * frames() + 7) / 8;
    }

    @Override
    public boolean truncated() throws IOException {
        return base != null && base.truncated();
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
    public byte[] behindLastFrame() {
        return new byte[0];
    }

    @Override
    public byte[] frame(int index) throws IOException {
        checkIndex(index);
        byte[] frame = isMade(index) ? maker.frame(index) : base.littleEndianFrame(index);
        if (frame.length != (frameBits + 7) / 8) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag(), DicomException.NO_OFFSET,
                    "A frame of " + frame.length + " bytes was made where the image attributes demand "
                            + (frameBits + 7) / 8);
        }
        return frame;
    }

    @Override
    public void copyTo(WritableByteChannel target) throws IOException {
        if (truncated()) {
            throw cutOff();
        }
        if (frameBits % 8 != 0) {
            copyBits(target);
            return;
        }
        boolean ranges = base instanceof NativePixels && (!base.bigEndian() || VrCode.wordLength(vr().code()) == 1);
        int i = 0;
        while (i < frames()) {
            if (isMade(i) || !ranges) {
                drain(ByteBuffer.wrap(frame(i)), target);
                i++;
            } else {
                int next = changed.nextSetBit(i);
                int end = next < 0 ? frames() : Math.min(next, frames());
                ((NativePixels) base).copyRange(frameBits / 8 * i, frameBits / 8 * (end - i), target);
                i = end;
            }
        }
    }

    /** Frames that follow each other without regard to bytes (PS3.5 8.1.1). */
    private void copyBits(WritableByteChannel target) throws IOException {
        int rest = 0;
        int restBits = 0;
        for (int i = 0; i < frames(); i++) {
            byte[] frame = frame(i);
            ByteBuffer out = ByteBuffer.allocate(frame.length + 1);
            long bits = frameBits;
            for (byte b : frame) {
                int count = (int) Math.min(8, bits);
                rest |= (b & (1 << count) - 1) << restBits;
                restBits += count;
                bits -= count;
                if (restBits >= 8) {
                    out.put((byte) rest);
                    rest >>>= 8;
                    restBits -= 8;
                }
            }
            drain(out.flip(), target);
        }
        if (restBits > 0) {
            drain(ByteBuffer.wrap(new byte[] {(byte) rest}), target);
        }
    }

    private static void drain(ByteBuffer bytes, WritableByteChannel target) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
