package sluice.app.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The first bytes of files, by which their kind is told. One for each thread. */
final class HeadBytes {
    private final ByteBuffer buffer;

    HeadBytes(int most) {
        buffer = ByteBuffer.allocate(most);
    }

    /** All bytes of a file that is shorter. */
    byte[] of(Path file) throws IOException {
        buffer.clear();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                continue;
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
