package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import sluice.transfer.bag.Bag;
import sluice.transfer.bag.BagException;
import sluice.transfer.bag.BagFinding;
import sluice.transfer.bag.BagValidator;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.DurableFiles;
import sluice.transfer.bag.Interruption;
import sluice.transfer.bag.TarLimits;
import sluice.transfer.bag.TarReader;

/**
 * The receiving end: a sealed package becomes a folder that holds a complete and valid bag. It is unpacked beside its
 * final place, validated there, and renamed last; a run that was killed leaves only what the next one clears away.
 */
public final class PackageOpener {

    private final Opener opener;
    private final TarLimits limits;

    public PackageOpener(Opener opener, TarLimits limits) {
        this.opener = opener;
        this.limits = limits;
    }

    /**
     * What was opened.
     *
     * @param folder   the bag's folder, under its final name
     * @param bag      what the bag says about itself
     * @param warnings findings that leave it valid
     * @param result   digests and sizes of the package
     */
    public record Opened(Path folder, Bag bag, List<BagFinding> warnings, SealResult result) {
    }

    /**
     * Opens a package.
     *
     * @param sealed   the sealed package, opened read-only
     * @param target   the folder to make, which must not exist; its parent must
     * @param expected what the signed manifest says about the package
     * @param progress hears the unpacked bytes
     * @throws SealException when the package cannot be opened or is not the expected one
     * @throws BagException  when what is inside is refused, {@code BAG_INVALID}, or {@code TARGET_EXISTS}
     */
    public Opened open(Path sealed, Path target, Expected expected, ByteProgress progress) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Path part = parent.resolve(target.getFileName() + ".part");
        Path lock = parent.resolve(target.getFileName() + ".part.lock");
        if (Files.exists(target)) {
            throw targetExists();
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held == null || Files.exists(target)) {
                throw targetExists();
            }
            deleteTree(part);
            try {
                Opened opened = unpack(sealed, part, target, expected, progress);
                Files.delete(lock);
                return opened;
            } finally {
                deleteTree(part);
            }
        }
    }

    private static BagException targetExists() {
        return new BagException(BagException.Reason.TARGET_EXISTS,
                "The folder to make exists already, or another run is making it; nothing was touched. Choose another.");
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Opened unpack(Path sealed, Path part, Path target, Expected expected, ByteProgress progress) throws IOException {
        Files.createDirectory(part);
        SealResult result;
        String top;
        try (InputStream in = Files.newInputStream(sealed); OpeningStream opening = opener.begin(in, expected)) {
            top = extract(new TarReader(opening, limits), part, progress);
            // The tar reader reads to the very end, where the stream compares everything with what was expected.
            result = opening.result();
        }
        Path folder = part.resolve(top);
        BagValidator.Outcome outcome = BagValidator.validate(folder, ByteProgress.NONE);
        if (!outcome.isValid()) {
            throw new BagException(BagException.Reason.BAG_INVALID, "The unpacked bag is not complete and valid ("
                    + outcome.findings().stream().filter(f -> !f.isWarning()).map(f -> f.kind().name()).distinct().toList()
                    + "); nothing was kept. Ask for the delivery again.");
        }
        DurableFiles.publish(folder, target);
        return new Opened(target, outcome.bag().orElseThrow(), outcome.findings(), result);
    }

    /** Unpacks all files and returns the one top folder (RFC 8493 section 4.1). */
    private static String extract(TarReader tar, Path part, ByteProgress progress) throws IOException {
        String top = null;
        byte[] buffer = new byte[256 * 1024];
        for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            Interruption.check();
            List<String> segments = entry.get().path().segments();
            if (segments.size() < 2 || top != null && !top.equals(segments.get(0))) {
                throw new BagException(BagException.Reason.ARCHIVE_REFUSED,
                        "The archive does not hold exactly one bag in one folder; nothing was kept. Ask for the delivery again.");
            }
            top = segments.get(0);
            Path file = entry.get().path().in(part);
            Files.createDirectories(file.getParent());
            DurableFiles.create(file, out -> {
                for (int n = tar.read(buffer, 0, buffer.length); n >= 0; n = tar.read(buffer, 0, buffer.length)) {
                    Interruption.check();
                    out.write(buffer, 0, n);
                    progress.advanced(n);
                }
            });
        }
        if (top == null) {
            throw new BagException(BagException.Reason.BAG_INVALID, "The archive is empty; nothing was kept. Ask for the delivery again.");
        }
        return top;
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
