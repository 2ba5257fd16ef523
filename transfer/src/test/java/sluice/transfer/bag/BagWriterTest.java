package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagWriterTest {

    private static final BagPath FOLDER = new BagPath("delivery-7");
    private static final BagInfo INFO = BagInfo.of("delivery-7", LocalDate.of(2026, 1, 2));

    @TempDir
    private Path temp;
    private List<PayloadFile> payload;

    @BeforeEach
    void makePayload() throws IOException {
        payload = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            byte[] content = new byte[i * 200_000];
            random.nextBytes(content);
            Path source = Files.write(temp.resolve("source" + i), content);
            payload.add(new PayloadFile(new BagPath("data/s/" + (char) ('e' - i)), source, Measured.of(content)));
        }
    }

    private BagWriter writer() throws IOException {
        return new BagWriter(FOLDER, INFO, payload, Map.of(new BagPath("report.json"), new byte[] {'{', '}'}));
    }

    private static byte[] write(BagWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, ByteProgress.NONE);
        return out.toByteArray();
    }

    private Path unpack(byte[] archive) throws IOException {
        Path folder = temp.resolve("out");
        for (Map.Entry<String, byte[]> file : TarTest.read(archive, TarLimits.GENEROUS).entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return folder.resolve("delivery-7");
    }

    @Test
    void theBagIsCompleteAndValid() throws IOException {
        BagWriter writer = writer();
        AtomicLong heard = new AtomicLong();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, heard::addAndGet);
        assertEquals(2_000_000, heard.get());
        BagValidator.Outcome outcome = BagValidator.validate(unpack(out.toByteArray()), ByteProgress.NONE);
        assertEquals(List.of(), outcome.findings());
        assertTrue(outcome.isValid());
        assertEquals(writer.bag(), outcome.bag().orElseThrow());
        assertEquals("2000000.5", outcome.bag().get().info().value("Payload-Oxum").orElseThrow());
    }

    @Test
    void theSameFilesGiveTheSameBytesInAnyOrder() throws IOException {
        byte[] first = write(writer());
        java.util.Collections.reverse(payload);
        assertArrayEquals(first, write(writer()));
        assertEquals(first.length, writer().archiveSize());
    }

    @Test
    void aSourceThatChangedIsNoticed() throws IOException {
        byte[] content = Files.readAllBytes(payload.get(2).source());
        content[100_000] ^= 1;
        Files.write(payload.get(2).source(), content);
        assertReason(BagException.Reason.SOURCE_CHANGED);
        Files.write(payload.get(2).source(), new byte[1]);
        assertReason(BagException.Reason.SOURCE_CHANGED);
        Files.write(payload.get(2).source(), new byte[1_000_000]);
        assertReason(BagException.Reason.SOURCE_CHANGED);
        Files.delete(payload.get(2).source());
        BagException e = assertReason(BagException.Reason.SOURCE_UNREADABLE);
        assertFalse(e.getMessage().contains("source2"));
    }

    private BagException assertReason(BagException.Reason reason) {
        BagException e = assertThrows(BagException.class, () -> write(writer()));
        assertEquals(reason, e.reason());
        return e;
    }

    @Test
    void filesInTheWrongPlaceAreRefused() {
        for (String path : List.of("data/x", "bagit.txt", "BagIt.txt", "manifest-md5.txt", "fetch.txt", "tagmanifest-sha256.txt")) {
            assertThrows(BagException.class, () -> new BagWriter(FOLDER, INFO, payload, Map.of(new BagPath(path), new byte[0])));
        }
        payload.add(new PayloadFile(new BagPath("elsewhere/x"), temp, Measured.of(new byte[0])));
        assertThrows(BagException.class, this::writer);
        assertThrows(BagException.class, () -> new BagWriter(new BagPath("a/b"), INFO, List.of(), Map.of()));
    }

    @Test
    void aFileListedTwiceIsRefused() {
        payload.add(payload.get(0));
        assertThrows(BagException.class, this::writer);
    }

    @Test
    void interruptionCancels() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> write(writer()));
        assertTrue(Thread.interrupted());
    }
}
