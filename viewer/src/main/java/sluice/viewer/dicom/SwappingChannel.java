package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Reverses the bytes of each word on their way to another channel; a last incomplete word goes as it is. */
final class SwappingChannel implements WritableByteChannel {
    private final WritableByteChannel target;
    private final int width;
    private final byte[] buffer = new byte[32 << 10];
    private int filled;

    /** @param width bytes of a word: 2, 4 or 8 */
    SwappingChannel(WritableByteChannel target, int width) {
        this.target = target;
        this.width = width;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        while (source.hasRemaining()) {
            int part = Math.min(source.remaining(), buffer.length - filled);
            source.get(buffer, filled, part);
            filled += part;
            if (filled == buffer.length) {
                flush();
            }
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    /** Writes what is left; the target stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        Bytes.swap(buffer, 0, filled, width);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, filled);
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
        filled = 0;
    }
}
