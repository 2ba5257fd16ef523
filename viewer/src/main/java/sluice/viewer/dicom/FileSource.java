package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file, read in blocks: one small block holds most headers, larger ones follow where the header goes on. */
final class FileSource extends ByteSource {
    private static final int FIRST_BLOCK = 16 << 10;
    private static final int NEXT_BLOCK = 128 << 10;

    private final FileChannel channel;
    private final long size;

    FileSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        long length;
        try {
            length = channel.size();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        size = length;
    }

    @Override
    boolean has(long position, long count) {
        return position <= size - count;
    }

    @Override
    void load(long position, int count) throws IOException {
        int block = window.length == 0 ? FIRST_BLOCK : NEXT_BLOCK;
        int wanted = (int) Math.min(Math.max(block, count), size - position);
        if (window.length < wanted) {
            window = new byte[wanted];
        }
        windowLength = 0;
        fill(position, window, 0, wanted);
        windowStart = position;
        windowLength = wanted;
    }

    @Override
    void copy(long position, byte[] target, int from, int count) throws IOException {
        fill(position, target, from, count);
    }

    @Override
    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void fill(long position, byte[] target, int from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, from, count);
        long next = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, next);
            if (read < 0) {
                throw new DicomException(DicomException.Reason.TRUNCATED, DicomException.NO_TAG, next,
                        "The file became shorter while it was read");
            }
            next += read;
        }
    }
}
