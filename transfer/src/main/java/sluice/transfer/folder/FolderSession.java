package sluice.transfer.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.LocalSource;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.RemoteEntry;
import sluice.transfer.connector.RemoteName;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;

/** One use of a mounted folder. Symbolic links in it are never followed. */
final class FolderSession implements FileSession {
    private static final int BLOCK = 1 << 20;
    private final Path folder;
    private final FolderFailures failures;

    FolderSession(Path folder) {
        this.folder = folder;
        this.failures = new FolderFailures(folder);
    }

    @Override
    public String peer() {
        return "";
    }

    @Override
    public OptionalLong length(String remoteName, Place place) throws TransferException {
        try {
            BasicFileAttributes found = Files.readAttributes(path(remoteName, place), BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) {
                throw new TransferException.Conflict();
            }
            return OptionalLong.of(found.size());
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(folder)) {
                return OptionalLong.empty();
            }
            throw failures.typed(e, "looking for a file", 0);
        } catch (IOException e) {
            throw failures.typed(e, "looking for a file", 0);
        }
    }

    @Override
    public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
        if (failures.freeBytes() < upload.size() - offset) {
            throw new TransferException.Full(null);
        }
        try (LocalSource source = LocalSource.open(upload);
                FileChannel part = FileChannel.open(path(upload.remoteName(), Place.PART), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            copy(source, part, upload.size(), offset, listener);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failures.typed(e, "writing in the destination's folder", upload.size() - offset);
        }
        forceFolder();
    }

    private static void copy(LocalSource source, FileChannel part, long size, long offset, TransferListener listener)
            throws IOException, TransferException {
        part.truncate(offset);
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long position = offset;
        listener.tell(position, size);
        for (int n = source.read(block, position); n > 0; n = source.read(block, position)) {
            block.flip();
            while (block.hasRemaining()) {
                position += part.write(block, position);
            }
            block.clear();
            listener.tell(position, size);
        }
        part.force(true);
    }

    @Override
    public Evidence evidence(Upload upload, Place place) throws TransferException {
        try (FileChannel stored = FileChannel.open(path(upload.remoteName(), place), StandardOpenOption.READ,
                LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = LocalSource.sha256();
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (stored.read(block) >= 0) {
                digest.update(block.flip());
                block.clear();
            }
            return new Evidence.LocalReread(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw failures.typed(e, "reading back", 0);
        }
    }

    @Override
    public void publish(Upload upload) throws TransferException {
        Path part = path(upload.remoteName(), Place.PART);
        Path target = path(upload.remoteName(), Place.FINAL);
        try {
            linkOrMove(part, target);
        } catch (FileAlreadyExistsException e) {
            throw new TransferException.Conflict();
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failures.typed(e, "giving a file its final name", 0);
        }
        forceFolder();
    }

    /** A second link fails when the name is taken, which a rename does not on POSIX; media without links get a rename. */
    private static void linkOrMove(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(null);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(part);
    }

    @Override
    public void discardPart(String remoteName) throws TransferException {
        try {
            Files.deleteIfExists(path(remoteName, Place.PART));
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw failures.typed(e, "removing an incomplete file", 0);
        }
    }

    @Override
    public List<RemoteEntry> list() throws TransferException {
        try (Stream<Path> files = Files.list(folder)) {
            List<RemoteEntry> found = new ArrayList<>();
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.add(new RemoteEntry(file.getFileName().toString(), Files.size(file)));
                }
            }
            found.sort(Comparator.comparing(RemoteEntry::name));
            return List.copyOf(found);
        } catch (IOException e) {
            throw failures.typed(e, "listing the folder", 0);
        }
    }

    @Override
    public void close() {
        // nothing is kept open between calls, so that a medium can be taken out
    }

    private Path path(String remoteName, Place place) {
        return folder.resolve(place.fileName(RemoteName.require(remoteName)));
    }

    /** Makes a new or changed name durable. Windows has no such call and does it with the file's own flush. */
    private void forceFolder() throws TransferException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                throw failures.typed(e, "making a file's name durable", 0);
            }
        }
    }
}
