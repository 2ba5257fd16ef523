package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.VR;

/** Pixel data as a sequence of fragments (PS3.5 A.4). Where they are is looked up when first needed. */
final class EncapsulatedPixels extends PixelSource implements FrameItems {
    private final PixelStore store;
    private final long offset;
    private final ExtendedOffsets extended;
    private final Object lock = new Object();
    private FragmentTable table;
    private FrameIndex index;

    EncapsulatedPixels(int tag, VR vr, PixelStore store, FrameLayout layout, long offset, ExtendedOffsets extended,
            boolean bigEndian) {
        super(tag, vr, layout, bigEndian);
        this.store = store;
        this.offset = offset;
        this.extended = extended;
    }

    @Override
    public boolean encapsulated() {
        return true;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long length() throws IOException {
        return table().end() - offset;
    }

    @Override
    public boolean truncated() throws IOException {
        return table().truncated();
    }

    @Override
    public List<Fragment> fragments() throws IOException {
        FragmentTable known = table();
        List<Fragment> fragments = new ArrayList<>(known.fragments());
        for (int i = 1; i < known.offsets().length; i++) {
            fragments.add(new Fragment(known.offsets()[i], known.lengths()[i]));
        }
        return fragments;
    }

    @Override
    public long[] basicOffsetTable() throws IOException {
        FragmentTable known = table();
        try (ByteSource source = store.open()) {
            return FrameIndex.basicOffsets(source, known, bigEndian());
        }
    }

    @Override
    public byte[] behindLastFrame() {
        return new byte[0];
    }

    @Override
    public byte[] frame(int frame) throws IOException {
        checkIndex(frame);
        FragmentTable known = table();
        try (ByteSource source = store.open()) {
            FrameIndex frames = index(source, known);
            return frames.read(source, known, frame, this);
        }
    }

    @Override
    public long[] fragmentLengths(int frame) throws IOException {
        checkIndex(frame);
        FragmentTable known = table();
        int[] first = frames(known).items(known, this);
        return Arrays.copyOfRange(known.lengths(), first[frame], first[frame + 1]);
    }

    @Override
    public void copyItems(int frame, WritableByteChannel target) throws IOException {
        checkIndex(frame);
        FragmentTable known = table();
        int[] first = frames(known).items(known, this);
        int last = first[frame + 1] - 1;
        long from = known.offsets()[first[frame]] - 8;
        store.copy(from, known.offsets()[last] + known.lengths()[last] - from, target);
    }

    @Override
    public void copyTo(WritableByteChannel target) throws IOException {
        if (truncated()) {
            throw cutOff();
        }
        store.copy(offset, length(), target);
    }

    private FragmentTable table() throws IOException {
        synchronized (lock) {
            if (table == null) {
                try (ByteSource source = store.open()) {
                    table = FragmentTable.scan(source, offset, bigEndian());
                }
            }
            return table;
        }
    }

    private FrameIndex frames(FragmentTable known) throws IOException {
        try (ByteSource source = store.open()) {
            return index(source, known);
        }
    }

    private FrameIndex index(ByteSource source, FragmentTable known) throws IOException {
        synchronized (lock) {
            if (index == null) {
                index = FrameIndex.of(source, known, extended, frames(), bigEndian());
            }
            return index;
        }
    }
}
