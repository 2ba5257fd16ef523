package sluice.app.qc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import sluice.viewer.dicom.PixelSource;

/** SHA-256 of files and of pixel data. One for each thread. */
final class FileDigest {
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private final MessageDigest digest;

    FileDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    String of(Path file) throws IOException {
        digest.reset();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            buffer.clear();
            while (in.read(buffer) >= 0) {
                buffer.flip();
                digest.update(buffer);
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the first bytes as stored, fragments included. */
    byte[] of(PixelSource pixels, long length) throws IOException {
        digest.reset();
        long[] left = {length};
        pixels.copyTo(new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) {
                int count = bytes.remaining();
                int take = (int) Math.min(count, left[0]);
                ByteBuffer part = bytes.duplicate();
                part.limit(part.position() + take);
                digest.update(part);
                left[0] -= take;
                bytes.position(bytes.limit());
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        });
        return digest.digest();
    }
}
