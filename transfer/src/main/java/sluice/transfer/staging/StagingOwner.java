package sluice.transfer.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Marks whose temporary files are whose. Each open store holds a lock on a file of its own, which the system gives back
 * when the process ends in whatever way. So a lock that can be taken belongs to a dead process, however old its files are.
 */
final class StagingOwner implements AutoCloseable {

    private static final String LOCK = ".lock";
    private static final int TRIES = 100;

    private final Path folder;
    private final String prefix;
    private final FileChannel channel;
    private long count;

    private StagingOwner(Path folder, String prefix, FileChannel channel) {
        this.folder = folder;
        this.prefix = prefix;
        this.channel = channel;
    }

    /** Registers a new owner of temporary files in this folder. */
    static StagingOwner register(Path folder) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            String prefix = process() + UUID.randomUUID();
            Path file = folder.resolve(prefix + LOCK);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            // Another process may have found the file before it was locked and cleared it away.
            if (channel.tryLock() != null && Files.exists(file)) {
                return new StagingOwner(folder, prefix, channel);
            }
            channel.close();
        }
        throw new IOException("no temporary name could be kept");
    }

    /** Identifies this process for as long as the machine runs. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return self.pid() + "-" + start + "-";
    }

    /** A name for a temporary file of this owner. */
    synchronized Path temporary() {
        return folder.resolve(prefix + "-" + count++);
    }

    /**
     * Deletes what dead owners left.
     *
     * @return number of files deleted, locks not counted
     */
    static int sweep(Path folder) throws IOException {
        int deleted = 0;
        for (Path lock : list(folder, "*" + LOCK)) {
            // Opening and closing a file drops this process's own locks on it on POSIX systems, so those are left alone.
            if (!lock.getFileName().toString().startsWith(process())) {
                deleted += sweepOwner(folder, lock);
            }
        }
        return deleted;
    }

    private static int sweepOwner(Path folder, Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
            if (held == null) {
                return 0;
            }
            String name = lock.getFileName().toString();
            List<Path> left = list(folder, name.substring(0, name.length() - LOCK.length()) + "-*");
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(lock);
            return left.size();
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return 0;
        }
    }

    private static List<Path> list(Path folder, String pattern) throws IOException {
        List<Path> result = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            files.forEach(result::add);
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        for (Path file : list(folder, prefix + "-*")) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder.resolve(prefix + LOCK));
        channel.close();
    }
}
