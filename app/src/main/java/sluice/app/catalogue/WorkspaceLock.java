package sluice.app.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write in a workspace: a lock of the operating system on {@code workspace.lock}, which ends with the process
 * that holds it, however that ends. Readers need none.
 */
public final class WorkspaceLock implements AutoCloseable {

    /** Beyond the text, so that the holder's number stays readable where locks are mandatory (Windows). */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final String key;

    private WorkspaceLock(FileChannel channel, String key) {
        this.channel = channel;
        this.key = key;
    }

    /**
     * @param workspace an existing folder
     * @throws WorkspaceBusy when another process or another part of this one holds it
     */
    public static WorkspaceLock acquire(Path workspace) throws IOException {
        // POSIX record locks end when the process closes any handle of the file: a second try inside one process must
        // not even open it. The system properties are the one table that all parts of a process share.
        String key = "sluice.lock:" + workspace.toRealPath();
        if (System.getProperties().putIfAbsent(key, "held") != null) {
            throw new WorkspaceBusy(ProcessHandle.current().pid());
        }
        FileChannel channel = null;
        try {
            Path file = workspace.resolve("workspace.lock");
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new WorkspaceBusy(holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new WorkspaceLock(channel, key);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            System.getProperties().remove(key);
            throw e;
        }
    }

    private static long holder(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return 0; // being written just now
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.getProperties().remove(key);
        }
    }
}
