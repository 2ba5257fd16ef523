package sluice.transfer.connector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.transfer.receipt.Evidence;

/**
 * What every connector with a {@link FileSession} has to do. A connector's test extends this class and makes a
 * {@link Site}; everything else is inherited. See docs/connectors.md of this module.
 */
public abstract class FileConnectorConformance {
    private static final int SEVERAL_MB = 5_000_003;

    @TempDir
    Path local;
    private Site site;

    /** A fresh destination. */
    protected abstract Site newSite() throws Exception;

    @BeforeEach
    final void makeSite() throws Exception {
        site = newSite();
    }

    @AfterEach
    final void closeSite() throws Exception {
        Thread.interrupted();
        if (site != null) {
            site.close();
        }
    }

    protected final Site site() {
        return site;
    }

    protected final Path local() {
        return local;
    }

    protected final FileSession open(Map<String, String> options) throws TransferException {
        return open(site.connector(), options);
    }

    private static FileSession open(Connector connector, Map<String, String> options) throws TransferException {
        return (FileSession) connector.open(DestinationOptions.of(connector, options, SecretSource.none()));
    }

    private Evidence deliver(Upload upload) throws TransferException {
        return deliver(site.options(), upload, TransferListener.silent());
    }

    protected final Evidence deliver(Map<String, String> options, Upload upload, TransferListener listener)
            throws TransferException {
        try (FileSession session = open(options)) {
            return new FileDelivery(session).deliver(upload, listener);
        }
    }

    private Path remote(String name) {
        return site.folder().resolve(name);
    }

    private List<String> remoteNames() throws IOException {
        try (Stream<Path> files = Files.list(site.folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertDelivered(Upload upload, byte[] content) throws IOException {
        assertArrayEquals(content, Files.readAllBytes(remote(upload.remoteName())));
        assertFalse(Files.exists(remote(upload.remoteName() + ".part")), "the .part file stayed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_767, 32_768, 1_048_576, SEVERAL_MB})
    void whatArrivesIsWhatWasSent(int size) throws Exception {
        byte[] content = Samples.bytes(size, size);
        Upload upload = Samples.upload(local, "study.c4gh", content);
        Evidence evidence = deliver(upload);
        assertDelivered(upload, content);
        assertTrue(evidence.confirms(size, upload.sha256()));
        assertNotEquals(Evidence.Strength.SIZE, evidence.strength(), "a readable destination confirms the content");
    }

    @Test
    void anUploadGoesOnAtAnyOffset() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 8; i++) {
            byte[] content = Samples.bytes(i, 300_000 + random.nextInt(500_000));
            Upload upload = Samples.upload(local, "resumed-" + i, content);
            int offset = i == 0 ? content.length : random.nextInt(content.length);
            Files.write(remote(upload.remoteName() + ".part"), Arrays.copyOf(content, offset));
            AtomicLong sent = new AtomicLong();
            MeteredConnector metered = new MeteredConnector(site.connector(), sent::addAndGet);
            try (FileSession session = open(metered, site.options())) {
                new FileDelivery(session).deliver(upload, TransferListener.silent());
            }
            assertDelivered(upload, content);
            assertEquals(content.length - offset, sent.get(), "bytes sent");
        }
    }

    @Test
    void aConnectionThatBreaksAnywhereIsTakenUp() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 3; i++) {
            byte[] content = Samples.bytes(i, 3_000_000);
            Upload upload = Samples.upload(local, "cut-" + i, content);
            for (int cut = 0; cut < 2; cut++) {
                Optional<Map<String, String>> broken = site.cutAfter(random.nextLong(2_000_000));
                assumeTrue(broken.isPresent(), "there is no connection to break");
                TransferException e = assertThrows(TransferException.class,
                        () -> deliver(broken.get(), upload, TransferListener.silent()));
                assertEquals(TransferException.Next.RETRY, e.next(), e::getMessage);
                assertFalse(Files.exists(remote(upload.remoteName())), "published before it was complete");
            }
            deliver(upload);
            assertDelivered(upload, content);
        }
    }

    @Test
    void theSameContentUnderTheFinalNameIsNotSentAgain() throws Exception {
        byte[] content = Samples.bytes(3, 100_000);
        Upload upload = Samples.upload(local, "there.c4gh", content);
        Files.write(remote(upload.remoteName()), content);
        Files.write(remote(upload.remoteName() + ".part"), new byte[10]);
        Evidence evidence = deliver(site.options(), upload, (position, size) -> {
            throw new AssertionError("something was sent");
        });
        assertTrue(evidence.confirms(upload.size(), upload.sha256()));
        assertDelivered(upload, content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99_999, 100_000, 100_001})
    void otherContentUnderTheFinalNameIsLeftAlone(int size) throws Exception {
        Upload upload = Samples.upload(local, "taken.c4gh", Samples.bytes(4, 100_000));
        byte[] other = Samples.bytes(5, size);
        Files.write(remote(upload.remoteName()), other);
        assertThrows(TransferException.Conflict.class, () -> deliver(upload));
        assertArrayEquals(other, Files.readAllBytes(remote(upload.remoteName())));
    }

    @Test
    void aNameThatIsTakenWhileSendingIsNotReplaced() throws Exception {
        Upload upload = Samples.upload(local, "race.c4gh", Samples.bytes(6, 10_000));
        byte[] other = Samples.bytes(7, 10_000);
        try (FileSession session = open(site.options())) {
            session.append(upload, 0, TransferListener.silent());
            Files.write(remote(upload.remoteName()), other);
            assertThrows(TransferException.Conflict.class, () -> session.publish(upload));
        }
        assertArrayEquals(other, Files.readAllBytes(remote(upload.remoteName())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40_000, 50_000, 70_000})
    void aPartOfSomethingElseIsReplaced(int partSize) throws Exception {
        byte[] content = Samples.bytes(8, 50_000);
        Upload upload = Samples.upload(local, "foreign-part", content);
        Files.write(remote(upload.remoteName() + ".part"), Samples.bytes(9, partSize));
        deliver(upload);
        assertDelivered(upload, content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "$(touch owned)", "`touch owned`", "a;touch owned", "-rf", "--", "a&b", "#x",
            "~root", "!!", "%s%n", "åäö-日本語", "(x)[y]{z}", "a'b'c $HOME", "^caret,comma=equals+plus@at", "x.tar.c4gh"})
    void namesAreTakenLiterally(String name) throws Exception {
        byte[] content = Samples.bytes(10, 1_000);
        Upload upload = Samples.upload(local, name, content);
        deliver(upload);
        assertDelivered(upload, content);
        assertEquals(List.of(name), remoteNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../up", "a/b", "a\\b", "nul", "COM1.txt", "x.part", ".hidden", "end.", "end ",
            "line\nbreak", "tab\t", "a:b", "a*b", "\u202egpj.exe", "e\u0301"})
    void namesThatMeanSomethingElsewhereAreRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> Samples.upload(local, name, new byte[1]));
    }

    @Test
    void severalSessionsWorkSideBySide() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Boolean>> jobs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                byte[] content = Samples.bytes(i, 400_000 + i);
                Upload upload = Samples.upload(local, "parallel-" + i, content);
                jobs.add(() -> deliver(upload).confirms(upload.size(), upload.sha256())
                        && Arrays.equals(content, Files.readAllBytes(remote(upload.remoteName()))));
            }
            for (Future<Boolean> job : threads.invokeAll(jobs)) {
                assertTrue(job.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsARefusal() throws Exception {
        Optional<Map<String, String>> readOnly = site.readOnly();
        assumeTrue(readOnly.isPresent(), "no folder here refuses this user");
        Upload upload = Samples.upload(local, "refused.c4gh", Samples.bytes(11, 1_000));
        var refused = assertThrows(TransferException.Refused.class,
                () -> deliver(readOnly.get(), upload, TransferListener.silent()));
        tellsNoName(refused, "refused.c4gh");
    }

    /** Neither a failure nor what caused it names a file. */
    private static void tellsNoName(Throwable failure, String name) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            assertFalse(String.valueOf(t.getMessage()).contains(name), "a name is told");
        }
    }

    @Test
    void aFullDestinationKeepsWhatItHasAndGoesOnLater() throws Exception {
        Optional<Map<String, String>> full = site.full(1_000_000);
        assumeTrue(full.isPresent(), "no small file system here");
        byte[] content = Samples.bytes(12, 3_000_000);
        Upload upload = Samples.upload(local, "large.c4gh", content);
        TransferException e = assertThrows(TransferException.class,
                () -> deliver(full.get(), upload, TransferListener.silent()));
        assertEquals("Full", e.code(), e::getMessage);
        assertFalse(Files.exists(remote(upload.remoteName())), "something was published");
        site.makeRoom();
        deliver(upload);
        assertDelivered(upload, content);
    }

    @Test
    void progressOnlyGrowsAndEndsAtTheSize() throws Exception {
        byte[] content = Samples.bytes(13, 2_500_000);
        Upload upload = Samples.upload(local, "progress", content);
        Files.write(remote("progress.part"), Arrays.copyOf(content, 700_001));
        List<Long> positions = new ArrayList<>();
        deliver(site.options(), upload, (position, size) -> {
            assertEquals(content.length, size);
            positions.add(position);
        });
        assertEquals(700_001L, positions.get(0));
        assertEquals(content.length, positions.get(positions.size() - 1));
        assertEquals(positions.stream().sorted().distinct().toList(), positions);
    }

    @Test
    void interruptionStopsAndTheNextRunGoesOn() throws Exception {
        byte[] content = Samples.bytes(14, 3_000_000);
        Upload upload = Samples.upload(local, "stopped", content);
        TransferListener stopping = (position, size) -> {
            if (position >= 1_500_000) {
                Thread.currentThread().interrupt();
            }
        };
        TransferException e = assertThrows(TransferException.class, () -> deliver(site.options(), upload, stopping));
        assertEquals(TransferException.Next.STOPPED, e.next(), e::getMessage);
        assertTrue(Thread.interrupted(), "the interruption must stay visible to the caller");
        assertFalse(Files.exists(remote("stopped")), "something was published");
        deliver(upload);
        assertDelivered(upload, content);
    }

    @Test
    void aChangedSourceIsNeverPublished() throws Exception {
        byte[] content = Samples.bytes(15, 200_000);
        Upload upload = Samples.upload(local, "changed", content);
        content[100_000] ^= 1;
        Files.write(upload.source(), content);
        assertThrows(TransferException.LocalSourceChanged.class, () -> deliver(upload));
        Files.write(upload.source(), Arrays.copyOf(content, 100_000));
        assertThrows(TransferException.LocalSourceChanged.class, () -> deliver(upload));
        Files.delete(upload.source());
        var vanished = assertThrows(TransferException.LocalSourceVanished.class, () -> deliver(upload));
        tellsNoName(vanished, upload.source().getFileName().toString());
        assertFalse(Files.exists(remote("changed")), "something was published");
    }

    @Test
    void whatStandsThereIsListed() throws Exception {
        Files.write(remote("b"), new byte[3]);
        Files.write(remote("a.part"), new byte[5]);
        try (FileSession session = open(site.options())) {
            assertEquals(List.of(new RemoteEntry("a.part", 5), new RemoteEntry("b", 3)), session.list());
        }
    }

    @Test
    void aMissingFolderIsAnOutageAndNotCreated() throws Exception {
        Upload upload = Samples.upload(local, "nowhere", new byte[1]);
        Files.delete(site.folder());
        TransferException e = assertThrows(TransferException.class, () -> deliver(upload));
        assertEquals(TransferException.Next.RETRY, e.next(), e::getMessage);
        assertFalse(Files.exists(site.folder()), "the folder was created");
        Files.createDirectory(site.folder());
    }

    @Test
    void optionsAreDeclaredWell() throws Exception {
        Connector connector = site.connector();
        assertEquals(connector.options().size(), connector.options().stream().map(OptionSpec::name).distinct().count());
        for (OptionSpec option : connector.options()) {
            assertTrue(option.help().endsWith("."), () -> option.name() + " has no help sentence");
        }
        String shown = DestinationOptions.of(connector, site.options(), SecretSource.none()).toString();
        for (OptionSpec option : connector.options()) {
            String value = site.options().get(option.name());
            assertTrue(!option.secret() || value == null || !shown.contains(value), "a secret is shown");
        }
        TransferException e = assertThrows(TransferException.InvalidOptions.class,
                () -> DestinationOptions.of(connector, Map.of("no-such", "hidden-value"), SecretSource.none()));
        assertTrue(e.getMessage().contains("no-such") && !e.getMessage().contains("hidden-value"), e::getMessage);
    }
}
