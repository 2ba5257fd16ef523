package sluice.transfer.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** How a file gets a final name: complete, on the disk, and at once. */
public final class DurableFiles {

    private DurableFiles() {
    }

    /** Puts a file's content on the disk itself, not only in the system's memory. */
    public static void sync(Path file) throws IOException {
        force(file, StandardOpenOption.WRITE);
    }

    /** Puts a folder's names on the disk where the system can; on Windows a folder cannot be opened and needs no syncing. */
    public static void syncFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        } catch (ClosedByInterruptException e) {
            throw Interruption.cancelled();
        }
    }

    /** Renames within one file system so that either the old or the new name holds the whole, and syncs the new folder. */
    public static void publish(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(to.toAbsolutePath().getParent());
    }

    /**
     * As {@link #publish}, but for a name that must be free. Where the disk has hard links nobody can take it in between.
     *
     * @throws FileAlreadyExistsException when it is not free; nothing was touched. The message holds no path
     */
    public static void publishNew(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            Files.delete(from);
            syncFolder(to.toAbsolutePath().getParent());
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(to)) {
                throw new FileAlreadyExistsException("A file of this name exists; it was not touched.");
            }
            publish(from, to);
        }
    }

    /** Something that writes a file's content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Creates a file that must not exist and syncs it. */
    public static void create(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            content.writeTo(out);
        }
        sync(file);
    }
}
