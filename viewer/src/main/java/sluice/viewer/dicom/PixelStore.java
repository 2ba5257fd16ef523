package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the bytes of pixel data are. Each call opens and closes what it needs. */
sealed interface PixelStore {

    /** The bytes of the file or of the inflated data set; to be closed by the caller. */
    ByteSource open() throws IOException;

    /** Copies a range verbatim. */
    void copy(long offset, long length, WritableByteChannel target) throws IOException;

    /** A file; copied from file to file without passing through this process's memory where the system can do that. */
    record OnDisk(Path file) implements PixelStore {
        @Override
        public ByteSource open() throws IOException {
            return new FileSource(file);
        }

        @Override
        public void copy(long offset, long length, WritableByteChannel target) throws IOException {
            try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
                long done = 0;
                while (done < length) {
                    long count = source.transferTo(offset + done, length - done, target);
                    if (count <= 0 && offset + done >= source.size()) {
                        throw new DicomException(DicomException.Reason.TRUNCATED, DicomException.NO_TAG, offset + done,
                                "The file ends within the pixel data");
                    }
                    done += count;
                }
            }
        }
    }

    /** A deflated data set, inflated again for each call. */
    record Inflated(PixelStore file, long start, boolean zlibWrapper, long limit) implements PixelStore {
        @Override
        public ByteSource open() throws IOException {
            try (ByteSource source = file.open();
                    InflatedSource inflated = new InflatedSource(source, start, zlibWrapper, limit)) {
                return new HeapSource(inflated.toArray());
            }
        }

        @Override
        public void copy(long offset, long length, WritableByteChannel target) throws IOException {
            try (ByteSource source = open()) {
                copyFrom(source, offset, length, target);
            }
        }
    }

    /** Bytes in memory, never changed. */
    record InMemory(byte[] bytes) implements PixelStore {
        @Override
        public ByteSource open() {
            return new HeapSource(bytes);
        }

        @Override
        public void copy(long offset, long length, WritableByteChannel target) throws IOException {
            copyFrom(open(), offset, length, target);
        }
    }

    private static void copyFrom(ByteSource source, long offset, long length, WritableByteChannel target)
            throws IOException {
        if (!source.has(offset, length)) {
            throw new DicomException(DicomException.Reason.TRUNCATED, DicomException.NO_TAG, offset,
                    "The data set ends within the pixel data");
        }
        int i = source.at(offset, 0, DicomException.NO_TAG);
        ByteBuffer buffer = ByteBuffer.wrap(source.window, i, (int) length);
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
    }
}
