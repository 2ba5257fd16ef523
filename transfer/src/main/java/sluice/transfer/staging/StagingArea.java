package sluice.transfer.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.DurableFiles;
import sluice.transfer.bag.Interruption;
import sluice.transfer.bag.Measured;

/**
 * The store: {@code sealed/<sha256>} below its root, and {@code tmp/} beside it in the same file system. Several
 * processes may have it open at once. May be shared between threads.
 */
public final class StagingArea implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final Path sealed;
    private final StagingDisk disk;
    private final StagingOwner owner;

    private StagingArea(Path sealed, StagingDisk disk, StagingOwner owner) {
        this.sealed = sealed;
        this.disk = disk;
        this.owner = owner;
    }

    /**
     * Opens the store, creates it where there is none, and clears away what killed processes left.
     *
     * @throws StagingException {@code NOT_WRITABLE}, {@code DISK_FULL} or {@code FAILED}
     */
    public static StagingArea open(Path root) throws IOException {
        return open(root, new StagingDisk());
    }

    static StagingArea open(Path root, StagingDisk disk) throws IOException {
        try {
            Path tmp = Files.createDirectories(root.resolve("tmp"));
            Path sealed = Files.createDirectories(root.resolve("sealed"));
            StagingOwner.sweep(tmp);
            return new StagingArea(sealed, disk, StagingOwner.register(tmp));
        } catch (IOException e) {
            throw disk.explain(e, root);
        }
    }

    /** Begins a file whose digest its writer will know, such as the sealer. */
    public StagingWriter begin() throws IOException {
        Path tmp = owner.temporary();
        try {
            return new StagingWriter(this, tmp, disk.create(tmp));
        } catch (IOException e) {
            throw disk.explain(e, sealed);
        }
    }

    /**
     * Stages all of a stream, which stays open.
     *
     * @param progress hears the bytes
     * @throws StagingException               {@code DISK_FULL} and the like; nothing has a final name then
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    public StagedItem put(InputStream in, ByteProgress progress) throws IOException {
        MessageDigest hasher = Digest.newHasher();
        long size = 0;
        try (StagingWriter writer = begin()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Interruption.check();
                hasher.update(buffer, 0, n);
                writer.write(buffer, 0, n);
                size += n;
                progress.advanced(n);
            }
            return writer.commit(new Measured(Digest.finish(hasher), size));
        }
    }

    /** Gives a complete and synced temporary file its final name; an equal file that has it already is kept instead. */
    StagedItem publish(Path tmp, Measured measured) throws IOException {
        Path target = sealed.resolve(measured.digest().hex());
        StagedItem item = new StagedItem(measured.digest().hex(), measured.size(), target);
        if (Files.exists(target)) {
            verify(item);
            Files.delete(tmp);
            return item;
        }
        // Best effort: what matters is that nothing here ever opens it for writing.
        tmp.toFile().setReadOnly();
        DurableFiles.publish(tmp, target);
        return item;
    }

    /** The item of this digest, if it is there. Its content is not read; see {@link #verify}. */
    public Optional<StagedItem> find(Digest digest) throws IOException {
        Path path = sealed.resolve(digest.hex());
        try {
            return Optional.of(new StagedItem(digest.hex(), Files.size(path), path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw disk.explain(e, sealed);
        }
    }

    /** Where the item of this digest is, or would be. */
    public Path path(Digest digest) {
        return sealed.resolve(digest.hex());
    }

    /** All items by digest. Their content is not read. */
    public List<StagedItem> list() throws IOException {
        List<StagedItem> items = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sealed)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9a-f]{64}")) {
                    items.add(new StagedItem(name, Files.size(file), file));
                }
            }
        } catch (IOException e) {
            throw disk.explain(e, sealed);
        }
        items.sort(Comparator.comparing(StagedItem::sha256));
        return items;
    }

    /**
     * Reads an item again and compares it with its name.
     *
     * @throws StagingException {@code MISSING} or {@code DAMAGED}
     */
    public void verify(StagedItem item) throws IOException {
        try {
            if (!Measured.of(item.path()).equals(item.measured())) {
                throw new StagingException(StagingException.Reason.DAMAGED,
                        "A staged file is not what its name says; it must not be sent. Remove it and stage the study again.");
            }
        } catch (NoSuchFileException e) {
            throw new StagingException(StagingException.Reason.MISSING,
                    "A staged file is not there any more; it cannot be sent. Stage the study again.");
        } catch (IOException e) {
            throw disk.explain(e, sealed);
        }
    }

    /** Removes an item; nothing happens when it is gone already. */
    public void remove(StagedItem item) throws IOException {
        Path path = sealed.resolve(new Digest(item.sha256()).hex());
        try {
            if (Files.exists(path) && !Files.isWritable(path)) {
                path.toFile().setWritable(true);
            }
            Files.deleteIfExists(path);
            DurableFiles.syncFolder(sealed);
        } catch (IOException e) {
            throw disk.explain(e, sealed);
        }
    }

    /**
     * Fails early when there is no room for so many more bytes; room for one more megabyte is kept.
     *
     * @throws StagingException {@code DISK_FULL}, with both numbers in the message
     */
    public void requireFree(long bytes) throws IOException {
        long free = disk.usableSpace(sealed);
        if (free - (1 << 20) < bytes) {
            throw new StagingException(StagingException.Reason.DISK_FULL, "The disk with the staging folder has " + free
                    + " bytes left, " + bytes + " are needed; nothing was begun. Make room and repeat.");
        }
    }

    StagingDisk disk() {
        return disk;
    }

    /** Removes this store's temporary files and lets go of its lock. What is staged stays. */
    @Override
    public void close() throws IOException {
        owner.close();
    }
}
