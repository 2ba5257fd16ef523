package sluice.app.qc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import sluice.viewer.dicom.PixelSource;

/** Takes a part of pixel data as stored; what comes after it is not read. */
final class StoredBytes implements WritableByteChannel {
    /** More than any comment, application segment or left-over is long. */
    private static final int MOST = 1 << 16;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long before;

    private StoredBytes(long from) {
        before = from;
    }

    /** Up to 64 KiB from a byte on. */
    static byte[] of(PixelSource pixels, long from) throws IOException {
        StoredBytes part = new StoredBytes(from);
        try {
            pixels.copyTo(part);
        } catch (Enough e) {
            return part.taken.toByteArray();
        }
        return part.taken.toByteArray();
    }

    @Override
    public int write(ByteBuffer bytes) throws Enough {
        int count = bytes.remaining();
        int skipped = (int) Math.min(count, before);
        before -= skipped;
        bytes.position(bytes.position() + skipped);
        byte[] part = new byte[Math.min(bytes.remaining(), MOST - taken.size())];
        bytes.get(part);
        taken.writeBytes(part);
        if (taken.size() == MOST) {
            throw new Enough();
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** Ends a copy of which the rest is not needed. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
