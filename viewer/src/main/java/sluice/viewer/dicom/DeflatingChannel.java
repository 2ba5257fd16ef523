package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.Deflater;

/** Deflates without a wrapper (RFC 1951), padded to an even number of bytes (PS3.5 A.5). */
final class DeflatingChannel implements WritableByteChannel {
    private final WritableByteChannel target;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] output = new byte[32 << 10];
    private boolean open = true;

    DeflatingChannel(WritableByteChannel target) {
        this.target = target;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = source.remaining();
        deflater.setInput(source);
        while (!deflater.needsInput()) {
            drain(deflater.deflate(output));
        }
        return count;
    }

    /** Writes what is left; the target stays open. */
    void finish() throws IOException {
        deflater.finish();
        while (!deflater.finished()) {
            drain(deflater.deflate(output));
        }
        if ((deflater.getBytesWritten() & 1) != 0) {
            output[0] = 0;
            drain(1);
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        deflater.end();
    }

    private void drain(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(output, 0, count);
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }
}
