package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import org.junit.jupiter.api.Test;

class IoTroubleTest {

    @Test
    void reasonOfTheSystemCountsAndThePathDoesNot() {
        String path = "/data/no space left/permission denied/write/read-only file system";
        assertEquals(IoTrouble.VANISHED, IoTrouble.of(new NoSuchFileException(path)));
        assertEquals(IoTrouble.NO_PERMISSION, IoTrouble.of(new AccessDeniedException(path)));
        assertEquals(IoTrouble.OTHER, IoTrouble.of(new FileSystemException(path)));
        assertEquals(IoTrouble.DISK_FULL, IoTrouble.of(new FileSystemException("/x", null, "No space left on device")));
        assertEquals(IoTrouble.DISK_FULL, IoTrouble.of(new FileSystemException("/x", null, "Disk quota exceeded")));
        assertEquals(IoTrouble.READ_ONLY, IoTrouble.of(new FileSystemException("/x", null, "Read-only file system")));
        assertEquals(IoTrouble.DISK_FULL, IoTrouble.of(new IOException("There is not enough space on the disk")));
        assertEquals(IoTrouble.NO_PERMISSION, IoTrouble.of(new FileNotFoundException("/x (Permission denied)")));
    }

    @Test
    void causesAreLookedAtToo() {
        assertEquals(IoTrouble.DISK_FULL, IoTrouble.of(new UncheckedIOException(new IOException("No space left on device"))));
        assertEquals(IoTrouble.READ_ONLY, IoTrouble.of(new IOException("x", new ReadOnlyFileSystemException())));
        assertEquals(IoTrouble.OTHER, IoTrouble.of(new IllegalStateException("no space left")));
    }

    @Test
    void sentencesNameNoPlace() {
        for (IoTrouble trouble : IoTrouble.values()) {
            assertFalse(trouble.text().contains("/"));
        }
    }
}
