package sluice.transfer.queue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one process at a time work a queue. It is a lock of the operating system on a file beside the queue, which ends
 * with its process however that ends. (On the queue's own file it would disturb SQLite's locks.)
 */
final class WorkerLock implements AutoCloseable {
    private final FileChannel channel;

    private WorkerLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkerLock take(Path queueFile) throws QueueException {
        Path beside = queueFile.resolveSibling(queueFile.getFileName() + ".worker");
        FileChannel channel = null;
        try {
            channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new WorkerLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // this process has it already: the same answer as for another one
        } catch (IOException e) {
            close(channel);
            throw new QueueException.Storage(e);
        }
        close(channel);
        throw new QueueException.Busy();
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // the lock ends with the process at the latest
        }
    }
}
