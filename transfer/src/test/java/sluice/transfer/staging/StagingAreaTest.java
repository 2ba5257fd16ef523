package sluice.transfer.staging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

class StagingAreaTest {

    @TempDir
    private Path root;

    private static StagedItem put(StagingArea area, byte[] content) throws IOException {
        return area.put(new ByteArrayInputStream(content), ByteProgress.NONE);
    }

    private static byte[] content(int seed) {
        byte[] bytes = new byte[300_000 + seed];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private long temporaryFiles() throws IOException {
        try (var files = Files.list(root.resolve("tmp"))) {
            return files.filter(file -> !file.toString().endsWith(".lock")).count();
        }
    }

    @Test
    void aFileIsNamedByItsDigestAndComesBack() throws IOException {
        try (StagingArea area = StagingArea.open(root)) {
            StagedItem item = put(area, content(1));
            assertEquals(Measured.of(content(1)), item.measured());
            assertArrayEquals(content(1), Files.readAllBytes(item.path()));
            assertEquals(List.of(item), area.list());
            assertEquals(item, area.find(new Digest(item.sha256())).orElseThrow());
            area.verify(item);
            assertEquals(0, temporaryFiles());
        }
    }

    @Test
    void theSameContentTwiceIsOneFile() throws IOException {
        try (StagingArea area = StagingArea.open(root); StagingArea second = StagingArea.open(root)) {
            assertEquals(put(area, content(1)), put(second, content(1)));
            assertEquals(1, area.list().size());
            assertEquals(0, temporaryFiles());
        }
    }

    @Test
    void aDamagedFileIsNoticedAndNotReplaced() throws IOException {
        try (StagingArea area = StagingArea.open(root)) {
            StagedItem item = put(area, content(1));
            assertTrue(item.path().toFile().setWritable(true));
            Files.write(item.path(), content(2));
            assertEquals(StagingException.Reason.DAMAGED, assertThrows(StagingException.class, () -> area.verify(item)).reason());
            StagingException e = assertThrows(StagingException.class, () -> put(area, content(1)));
            assertEquals(StagingException.Reason.DAMAGED, e.reason());
            assertArrayEquals(content(2), Files.readAllBytes(item.path()));
            area.remove(item);
            assertEquals(item, put(area, content(1)));
        }
    }

    @Test
    void aWriterThatIsClosedWithoutCommitLeavesNothing() throws IOException {
        try (StagingArea area = StagingArea.open(root)) {
            try (StagingWriter writer = area.begin()) {
                writer.write(content(1));
                assertEquals(1, temporaryFiles());
            }
            assertEquals(0, temporaryFiles());
            assertEquals(List.of(), area.list());
        }
    }

    @Test
    void anotherSizeThanMeasuredIsNotPublished() throws IOException {
        try (StagingArea area = StagingArea.open(root); StagingWriter writer = area.begin()) {
            writer.write(1);
            StagingException e = assertThrows(StagingException.class, () -> writer.commit(Measured.of(new byte[2])));
            assertEquals(StagingException.Reason.SIZE_DIFFERS, e.reason());
            assertEquals(List.of(), area.list());
        }
    }

    @Test
    void removingIsExplicitAndRepeatable() throws IOException {
        try (StagingArea area = StagingArea.open(root)) {
            StagedItem item = put(area, content(1));
            area.remove(item);
            area.remove(item);
            assertEquals(List.of(), area.list());
            assertTrue(area.find(new Digest(item.sha256())).isEmpty());
            assertEquals(StagingException.Reason.MISSING, assertThrows(StagingException.class, () -> area.verify(item)).reason());
        }
    }

    /** A disk with room for so many bytes. */
    private static StagingDisk smallDisk(long room) {
        return new StagingDisk() {
            private long left = room;

            @Override
            OutputStream create(Path file) throws IOException {
                OutputStream real = super.create(file);
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] buffer, int offset, int length) throws IOException {
                        if (length > left) {
                            left = 0;
                            throw new IOException("Auf dem Datenträger ist kein Platz mehr");
                        }
                        left -= length;
                        real.write(buffer, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        real.close();
                    }
                };
            }

            @Override
            long usableSpace(Path folder) {
                return left;
            }
        };
    }

    @Test
    void aFullDiskIsNamedInAnyLanguageAndLeavesNothing() throws IOException {
        try (StagingArea area = StagingArea.open(root, smallDisk(500_000))) {
            StagedItem first = put(area, content(1));
            StagingException e = assertThrows(StagingException.class, () -> put(area, content(2)));
            assertEquals(StagingException.Reason.DISK_FULL, e.reason());
            assertEquals(List.of(first), area.list());
            assertEquals(0, temporaryFiles());
        }
    }

    @Test
    void tooLittleRoomIsSaidBeforehand() throws IOException {
        try (StagingArea area = StagingArea.open(root, smallDisk(5_000_000))) {
            area.requireFree(3_000_000);
            StagingException e = assertThrows(StagingException.class, () -> area.requireFree(4_000_000));
            assertEquals(StagingException.Reason.DISK_FULL, e.reason());
            assertTrue(e.getMessage().contains("5000000") && e.getMessage().contains("4000000"));
        }
    }

    @Test
    void anUnusableFolderIsATypedFailureWithoutItsPath() throws IOException {
        Path file = Files.createFile(root.resolve("PATIENT"));
        StagingException e = assertThrows(StagingException.class, () -> StagingArea.open(file));
        assertTrue(!e.getMessage().contains("PATIENT") && e.getCause() == null);
    }

    @Test
    void whatTheSystemSaysIsSortedByWhatTheUserCanDo() {
        StagingDisk roomy = smallDisk(Long.MAX_VALUE);
        record Case(IOException said, StagingException.Reason reason) {
        }
        for (Case c : List.of(new Case(new AccessDeniedException("/PATIENT"), StagingException.Reason.NOT_WRITABLE),
                new Case(new FileSystemException("/PATIENT", null, "Read-only file system"), StagingException.Reason.NOT_WRITABLE),
                new Case(new IOException("No space left on device"), StagingException.Reason.DISK_FULL),
                new Case(new FileSystemException("/PATIENT", null, "Disk quota exceeded"), StagingException.Reason.DISK_FULL),
                new Case(new IOException("Input/output error"), StagingException.Reason.FAILED))) {
            StagingException e = assertInstanceOf(StagingException.class, roomy.explain(c.said(), root));
            assertEquals(c.reason(), e.reason());
            assertFalse(e.getMessage().contains("PATIENT"));
        }
    }

    @Test
    void interruptionCancelsAndLeavesNothing() throws IOException {
        try (StagingArea area = StagingArea.open(root)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> put(area, content(1)));
            assertTrue(Thread.interrupted());
            assertEquals(List.of(), area.list());
            assertEquals(0, temporaryFiles());
        }
    }
}
