package sluice.transfer.connector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoratorsTest {
    @TempDir
    Path base;

    /** Time that passes only by sleeping. */
    private static final class FakeTicker implements Ticker {
        private long nanos;
        private final List<Duration> slept = new ArrayList<>();

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            slept.add(duration);
            nanos += duration.toNanos();
        }
    }

    private void deliver(Connector connector, Upload upload) throws TransferException {
        try (FileSession session = MemoryConnector.open(connector)) {
            new FileDelivery(session).deliver(upload, TransferListener.silent());
        }
    }

    @Test
    void throttlingKeepsTheRate() throws Exception {
        FakeTicker ticker = new FakeTicker();
        MemoryConnector memory = new MemoryConnector();
        deliver(new ThrottledConnector(memory, 10_000, ticker), Samples.upload(base, "a", Samples.bytes(1, 50_000)));
        assertEquals(Duration.ofSeconds(5).toNanos(), ticker.nanos(), 1_000);
        assertThrows(IllegalArgumentException.class, () -> new ThrottledConnector(memory, 0, ticker));
    }

    @Test
    void meteringCountsWhatIsSentNow() throws Exception {
        MemoryConnector memory = new MemoryConnector();
        byte[] content = Samples.bytes(2, 5_500);
        memory.files.put("a.part", Arrays.copyOf(content, 2_300));
        AtomicLong meter = new AtomicLong();
        deliver(new MeteredConnector(memory, meter::addAndGet), Samples.upload(base, "a", content));
        assertEquals(3_200, meter.get());
    }

    @Test
    void aFewDisturbancesAnywhereAreBridged() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            AtomicInteger left = new AtomicInteger(1 + random.nextInt(2));
            SplittableRandom chance = random.split();
            MemoryConnector memory = new MemoryConnector().failing(step -> {
                if (!step.equals("open") && left.get() > 0 && chance.nextInt(5) == 0) {
                    left.decrementAndGet();
                    throw new TransferException.Broken(null);
                }
            });
            byte[] content = Samples.bytes(i, 4_321);
            FakeTicker ticker = new FakeTicker();
            deliver(new RetryingConnector(memory, List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)), ticker),
                    Samples.upload(base, "a", content));
            assertArrayEquals(content, memory.files.get("a"));
            assertEquals(1, memory.files.size());
            assertEquals(1 + ticker.slept.size(), Collections.frequency(memory.steps, "open"));
            assertEquals(Collections.frequency(memory.steps, "open"), Collections.frequency(memory.steps, "close"));
        }
    }

    @Test
    void whatDoesNotPassByItselfIsNotTriedAgain() throws Exception {
        for (TransferException failure : List.of(new TransferException.Refused("writing", null),
                new TransferException.Full(null), new TransferException.Cancelled(null))) {
            MemoryConnector memory = new MemoryConnector().failing(step -> {
                if (step.startsWith("append")) {
                    throw failure;
                }
            });
            Upload upload = Samples.upload(base, "a", new byte[10]);
            Connector retrying = new RetryingConnector(memory, List.of(Duration.ofSeconds(1)), new FakeTicker());
            assertEquals(failure, assertThrows(TransferException.class, () -> deliver(retrying, upload)));
            assertEquals(1, Collections.frequency(memory.steps, "open"));
        }
    }

    @Test
    void aLoginThatWorksOnceIsNeverRepeated() throws Exception {
        MemoryConnector memory = new MemoryConnector(Capability.SINGLE_USE_LOGIN).failing(step -> {
            if (step.startsWith("publish")) {
                throw new TransferException.Broken(null);
            }
        });
        Upload upload = Samples.upload(base, "a", new byte[10]);
        Connector retrying = new RetryingConnector(memory, List.of(Duration.ofSeconds(1)), new FakeTicker());
        assertThrows(TransferException.Broken.class, () -> deliver(retrying, upload));
        assertEquals(1, Collections.frequency(memory.steps, "open"));
    }

    @Test
    void whatCannotBeReadBackIsComparedWithItsSourceBeforeItIsPublished() throws Exception {
        MemoryConnector memory = new MemoryConnector().unreadable();
        byte[] content = Samples.bytes(5, 3_000);
        Upload upload = Samples.upload(base, "a", content);
        content[1_500]++;
        Files.write(upload.source(), content);
        assertThrows(TransferException.LocalSourceChanged.class, () -> deliver(memory, upload));
        assertTrue(!memory.files.containsKey("a"), "a changed source was published");
    }

    @Test
    void twoConnectorsOfOneIdAreAMistake() {
        assertThrows(IllegalArgumentException.class,
                () -> new Connectors(List.of(new MemoryConnector(), new MemoryConnector())));
        assertEquals("memory", new Connectors(List.of(new MemoryConnector())).find("memory").orElseThrow().id());
    }
}
