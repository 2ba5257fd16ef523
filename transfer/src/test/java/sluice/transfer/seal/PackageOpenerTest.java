package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.bag.BagException;
import sluice.transfer.bag.BagInfo;
import sluice.transfer.bag.BagPath;
import sluice.transfer.bag.BagWriter;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Measured;
import sluice.transfer.bag.PayloadFile;
import sluice.transfer.bag.TarLimits;
import sluice.transfer.bag.TarWriter;

class PackageOpenerTest {

    private static final BagPath TOP = new BagPath("delivery-7");

    @TempDir
    private Path temp;
    private Path inbox;
    private final RecipientKey key = RecipientKey.generate(SealTestData.RANDOM);
    private final PackageOpener opener = new PackageOpener(new Opener(key), TarLimits.GENEROUS);
    private final List<PayloadFile> payload = new ArrayList<>();

    @BeforeEach
    void makePayload() throws IOException {
        inbox = Files.createDirectory(temp.resolve("inbox"));
        for (int i = 0; i < 4; i++) {
            byte[] content = SealTestData.bytes(i * 300_000, i);
            payload.add(new PayloadFile(new BagPath("data/" + i), Files.write(temp.resolve("s" + i), content), Measured.of(content)));
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private SealResult seal(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                SealingStream sealing = new Sealer(List.of(key.recipient()), SealTestData.RANDOM).begin(out)) {
            content.writeTo(sealing);
            return sealing.finish();
        }
    }

    private BagWriter writer() throws IOException {
        return new BagWriter(TOP, BagInfo.of("delivery-7", LocalDate.of(2026, 1, 2)), payload, Map.of(new BagPath("recipe.json"), new byte[9]));
    }

    private List<String> inbox() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".lock")).sorted().toList();
        }
    }

    @Test
    void whatWasSealedIsABagAgain() throws IOException {
        Path sealed = temp.resolve("p.c4gh");
        BagWriter writer = writer();
        SealResult result = seal(sealed, out -> writer.write(out, ByteProgress.NONE));
        assertEquals(writer.archiveSize(), result.plaintext().size());
        PackageOpener.Opened opened = opener.open(sealed, inbox.resolve("study"), Expected.of(result.plaintext(), result.ciphertext()),
                ByteProgress.NONE);
        assertEquals(result, opened.result());
        assertEquals(writer.bag(), opened.bag());
        assertEquals(List.of("study"), inbox());
        for (PayloadFile file : payload) {
            assertArrayEquals(Files.readAllBytes(file.source()), Files.readAllBytes(file.path().in(opened.folder())));
        }
        BagException again = assertThrows(BagException.class, () -> opener.open(sealed, inbox.resolve("study"), Expected.UNKNOWN, ByteProgress.NONE));
        assertEquals(BagException.Reason.TARGET_EXISTS, again.reason());
        assertTrue(Files.exists(inbox.resolve("study/bagit.txt")));
    }

    @Test
    void whatAKilledRunLeftIsClearedAway() throws IOException {
        Files.createDirectories(inbox.resolve("study.part/delivery-7/data"));
        Files.write(inbox.resolve("study.part/delivery-7/data/0"), new byte[5]);
        whatWasSealedIsABagAgain();
    }

    private IOException refused(Path sealed, Expected expected) throws IOException {
        IOException e = assertThrows(IOException.class, () -> opener.open(sealed, inbox.resolve("study"), expected, ByteProgress.NONE));
        assertEquals(List.of(), inbox());
        return e;
    }

    @Test
    void nothingIsKeptOfAnotherFileThanAnnounced() throws IOException {
        Path sealed = temp.resolve("p.c4gh");
        BagWriter writer = writer();
        SealResult result = seal(sealed, out -> writer.write(out, ByteProgress.NONE));
        SealException e = (SealException) refused(sealed, Expected.of(result.plaintext(), Measured.of(new byte[1])));
        assertEquals(SealException.Reason.NOT_EXPECTED, e.reason());
    }

    @Test
    void nothingIsKeptOfATruncatedPackage() throws IOException {
        Path sealed = temp.resolve("p.c4gh");
        BagWriter writer = writer();
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        writer.write(tar, ByteProgress.NONE);
        seal(sealed, out -> out.write(tar.toByteArray(), 0, tar.size() - 12_000));
        assertEquals(BagException.Reason.ARCHIVE_TRUNCATED, ((BagException) refused(sealed, Expected.UNKNOWN)).reason());
    }

    @Test
    void nothingIsKeptOfSomethingThatIsNoBag() throws IOException {
        Path sealed = temp.resolve("p.c4gh");
        for (List<String> names : List.of(List.of("bag/data/x"), List.<String>of(), List.of("x"), List.of("a/bagit.txt", "b/bagit.txt"))) {
            seal(sealed, out -> {
                TarWriter tar = new TarWriter(out);
                for (String name : names) {
                    tar.begin(new BagPath(name), 0);
                }
                tar.finish();
            });
            BagException e = (BagException) refused(sealed, Expected.UNKNOWN);
            assertTrue(e.reason() == BagException.Reason.BAG_INVALID || e.reason() == BagException.Reason.ARCHIVE_REFUSED);
            assertFalse(e.getMessage().contains("study"));
        }
    }

    @Test
    void interruptionKeepsNothing() throws IOException {
        Path sealed = temp.resolve("p.c4gh");
        BagWriter writer = writer();
        seal(sealed, out -> writer.write(out, ByteProgress.NONE));
        assertThrows(InterruptedIOException.class, () -> opener.open(sealed, inbox.resolve("study"), Expected.UNKNOWN,
                bytes -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(), inbox());
    }
}
