package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Counts bytes on their way to another channel, or to nowhere. */
final class CountingChannel implements WritableByteChannel {
    private final WritableByteChannel target;
    private long count;

    /** @param target null for nowhere */
    CountingChannel(WritableByteChannel target) {
        this.target = target;
    }

    long count() {
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = source.remaining();
        if (target == null) {
            source.position(source.limit());
        } else {
            written = target.write(source);
        }
        count += written;
        return written;
    }

    @Override
    public boolean isOpen() {
        return target == null || target.isOpen();
    }

    @Override
    public void close() {
        // the target is not ours
    }
}
