package sluice.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/** What can happen to a file behind everybody's back. */
final class FaultyFile {
    private FaultyFile() {}

    /** Turns one bit over; size and time stay. */
    static void flip(Path file, long offset) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) offset] ^= 1;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }
}
