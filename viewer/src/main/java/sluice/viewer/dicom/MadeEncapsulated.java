package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;

/** Encapsulated pixel data of which some or all frames are made while it is written. */
final class MadeEncapsulated extends PixelSource implements FrameItems {
    private static final long LONGEST_FRAGMENT = 0xFFFFFFFEL;

    private final FrameItems base;
    private final PixelSource baseFrames;
    private final BitSet changed;
    private final FrameMaker maker;
    private final long[] offsets;

    /**
     * @param base where the frames that stay come from, null where all are made
     * @param changed the frames that are made, null for all
     */
    MadeEncapsulated(FrameLayout layout, PixelSource base, BitSet changed, FrameMaker maker) throws IOException {
        super(0x7FE00010, VR.OB, layout, false);
        this.base = (FrameItems) base;
        this.baseFrames = base;
        this.changed = changed == null ? null : (BitSet) changed.clone();
        this.maker = maker;
        if (base != null && base.bigEndian()) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag(), base.offset(),
                    "Fragments of a big-endian data set cannot be rewritten");
        }
        offsets = new long[frames() + 1];
        for (int i = 0; i < frames(); i++) {
            long size = 0;
            for (long length : fragmentLengths(i)) {
                size += 8 + length;
            }
            offsets[i + 1] = offsets[i] + size;
        }
    }

    private boolean isMade(int frame) {
        return changed == null || changed.get(frame);
    }

    @Override
    public long[] fragmentLengths(int frame) throws IOException {
        checkIndex(frame);
        if (!isMade(frame)) {
            return base.fragmentLengths(frame);
        }
        long length = maker.length(frame) + 1 & ~1L;
        if (length > LONGEST_FRAGMENT) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag(), DicomException.NO_OFFSET,
                    "A frame of " + length + " bytes does not fit one fragment");
        }
        return new long[] {length};
    }

    @Override
    public void copyItems(int frame, WritableByteChannel target) throws IOException {
        if (!isMade(frame)) {
            base.copyItems(frame, target);
            return;
        }
        byte[] bytes = maker.frame(frame);
        int padded = bytes.length + 1 & ~1;
        if (padded + 8L != offsets[frame + 1] - offsets[frame]) {
            throw new DicomException(DicomException.Reason.NOT_WRITABLE, tag(), DicomException.NO_OFFSET,
                    "A frame was made twice and came out with another length");
        }
        writeItem(target, padded);
        drain(ByteBuffer.wrap(bytes), target);
        if (padded != bytes.length) {
            drain(ByteBuffer.allocate(1), target);
        }
    }

    @Override
    boolean offsetsStand() {
        return false;
    }

    @Override
    public boolean encapsulated() {
        return true;
    }

    @Override
    public long offset() {
        return 0;
    }

    @Override
    public long length() {
        return 8 + 4L * basicOffsetTable().length + offsets[frames()];
    }

    @Override
    public boolean truncated() throws IOException {
        return baseFrames != null && baseFrames.truncated();
    }

    @Override
    public List<Fragment> fragments() throws IOException {
        List<Fragment> fragments = new ArrayList<>();
        long position = 8 + 4L * basicOffsetTable().length;
        for (int i = 0; i < frames(); i++) {
            for (long length : fragmentLengths(i)) {
                fragments.add(new Fragment(position + 8, length));
                position += 8 + length;
            }
        }
        return fragments;
    }

    /** PS3.5 A.4: 32 bits each, so none where the last frame starts behind 4 GB. */
    @Override
    public long[] basicOffsetTable() {
        if (offsets[frames() - 1] > 0xFFFFFFFFL) {
            return new long[0];
        }
        return Arrays.copyOf(offsets, frames());
    }

    @Override
    public byte[] frame(int index) throws IOException {
        checkIndex(index);
        if (!isMade(index)) {
            return baseFrames.frame(index);
        }
        byte[] made = maker.frame(index);
        return (made.length & 1) == 0 ? made : Arrays.copyOf(made, made.length + 1);
    }

    @Override
    public byte[] behindLastFrame() {
        return new byte[0];
    }

    @Override
    public void copyTo(WritableByteChannel target) throws IOException {
        if (truncated()) {
            throw cutOff();
        }
        long[] table = basicOffsetTable();
        writeItem(target, 4L * table.length);
        ByteBuffer entries = ByteBuffer.allocate(4 * table.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long entry : table) {
            entries.putInt((int) entry);
        }
        drain(entries.flip(), target);
        for (int i = 0; i < frames(); i++) {
            copyItems(i, target);
        }
    }

    private static void writeItem(WritableByteChannel target, long length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt((int) length);
        drain(header.flip(), target);
    }

    private static void drain(ByteBuffer bytes, WritableByteChannel target) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
