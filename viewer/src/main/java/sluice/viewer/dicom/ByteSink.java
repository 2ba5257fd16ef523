package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Numbers and bytes to a channel, through a buffer. */
final class ByteSink {
    private final WritableByteChannel target;
    private final byte[] buffer = new byte[32 << 10];
    private int filled;
    private long flushed;

    ByteSink(WritableByteChannel target) {
        this.target = target;
    }

    /** Bytes so far. */
    long written() {
        return flushed + filled;
    }

    void u16(int value, boolean bigEndian) throws IOException {
        room(2);
        buffer[filled++] = (byte) (bigEndian ? value >> 8 : value);
        buffer[filled++] = (byte) (bigEndian ? value : value >> 8);
    }

    void u32(long value, boolean bigEndian) throws IOException {
        u16((int) (bigEndian ? value >>> 16 : value), bigEndian);
        u16((int) (bigEndian ? value : value >>> 16), bigEndian);
    }

    void tag(int tag, boolean bigEndian) throws IOException {
        u16(tag >>> 16, bigEndian);
        u16(tag, bigEndian);
    }

    void u8(int value) throws IOException {
        room(1);
        buffer[filled++] = (byte) value;
    }

    void bytes(byte[] value) throws IOException {
        if (value.length <= buffer.length / 2) {
            room(value.length);
            System.arraycopy(value, 0, buffer, filled, value.length);
            filled += value.length;
        } else {
            flush();
            drain(ByteBuffer.wrap(value));
        }
    }

    void flush() throws IOException {
        drain(ByteBuffer.wrap(buffer, 0, filled));
        filled = 0;
    }

    /** The channel, with everything so far written to it, for {@code count} bytes that somebody else will write. */
    WritableByteChannel handOver(long count) throws IOException {
        flush();
        flushed += count;
        return target;
    }

    private void room(int count) throws IOException {
        if (buffer.length - filled < count) {
            flush();
        }
    }

    private void drain(ByteBuffer bytes) throws IOException {
        flushed += bytes.remaining();
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
