package sluice.transfer.connector;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small real file system, named by SLUICE_SMALL_FS, that can be filled up except for some bytes. */
public final class SmallDisk {
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.ballast = folder.resolve("ballast");
    }

    /** The file system, where this machine has one. */
    public static Optional<Path> root() {
        return Optional.ofNullable(System.getenv("SLUICE_SMALL_FS")).map(Path::of);
    }

    /** Fills the file system that holds {@code beside}; the ballast lies beside it. */
    public static SmallDisk fill(Path beside, long leave) throws IOException {
        SmallDisk disk = new SmallDisk(beside.getParent());
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(disk.ballast)) {
            while (Files.getFileStore(beside).getUsableSpace() > leave + block.length) {
                out.write(block);
            }
        }
        return disk;
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    /** Removes a folder with its files. */
    public static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
