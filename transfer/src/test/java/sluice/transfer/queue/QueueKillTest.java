package sluice.transfer.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.Samples;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;

/** Killed at any moment, again and again, a queue ends as if nothing had happened. */
class QueueKillTest {
    @TempDir
    Path base;

    private int run(QueueFixture fixture, Path log, long steps) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                KillableRun.class.getName(), fixture.base.resolve("queue.sqlite").toString(), fixture.medium.toString(),
                log.toString(), Long.toString(steps)).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the run hangs");
        return process.exitValue();
    }

    @Test
    void killedAtAnyMomentItEndsTheSame() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        int kills = 0;
        boolean resumed = false;
        for (int round = 0; round < 2; round++) {
            QueueFixture fixture = new QueueFixture(Files.createDirectory(base.resolve("round" + round)));
            Path log = fixture.base.resolve("appended");
            Map<String, Upload> uploads = new TreeMap<>();
            try (DeliveryQueue queue = fixture.open()) {
                for (String id : List.of("a", "b")) {
                    List<Upload> items = fixture.uploads(id, 3_500_000 + random.nextInt(1_000_000), 0, 1_200);
                    items.forEach(upload -> uploads.put(upload.remoteName(), upload));
                    queue.enqueue(id, "medium", items);
                }
            }
            int exit = KillableRun.KILLED;
            for (int i = 0; exit == KillableRun.KILLED && i < 30; i++) {
                exit = run(fixture, log, i == 0 ? 6 : random.nextInt(30));
                kills += exit == KillableRun.KILLED ? 1 : 0;
                nothingHalfWrittenIsPublished(fixture, uploads);
            }
            assertEquals(0, exit, "the last run went through");
            resumed |= endsAsUnbroken(fixture, uploads, log);
        }
        assertTrue(kills >= 4, "the runs were killed " + kills + " times only");
        assertTrue(resumed, "no run was killed within an upload");
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        QueueFixture fixture = new QueueFixture(base);
        Path log = base.resolve("appended");
        try (DeliveryQueue queue = fixture.open()) {
            queue.enqueue("a", "medium", fixture.uploads("a", 10));
            try (QueueWorker worker = QueueWorker.open(queue, fixture.targets(), fixture.retries, () -> 0)) {
                assertEquals(KillableRun.BUSY, run(fixture, log, Long.MAX_VALUE));
                assertEquals(1, worker.runOnce(1, QueueListener.silent()).count(DeliveryState.RECEIVED));
            }
            assertEquals(0, run(fixture, log, Long.MAX_VALUE));
        }
    }

    private static void nothingHalfWrittenIsPublished(QueueFixture fixture, Map<String, Upload> uploads) throws Exception {
        for (Upload upload : uploads.values()) {
            Path published = fixture.medium.resolve(upload.remoteName());
            if (Files.exists(published)) {
                assertEquals(upload.sha256(), Samples.sha256(Files.readAllBytes(published)));
            }
        }
    }

    /** Also: whether an upload was taken up in its middle. */
    private static boolean endsAsUnbroken(QueueFixture fixture, Map<String, Upload> uploads, Path log) throws Exception {
        try (Stream<Path> files = Files.list(fixture.medium)) {
            assertEquals(new ArrayList<>(uploads.keySet()), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        try (DeliveryQueue queue = fixture.open()) {
            for (Delivery delivery : queue.all()) {
                assertEquals(DeliveryState.RECEIVED, delivery.state());
                assertTrue(queue.receipt(delivery.id()).orElseThrow().items().stream().allMatch(item ->
                        item.evidence().equals(new Evidence.LocalReread(uploads.get(item.remoteName()).sha256()))));
                assertTrue(queue.attempts(delivery.id()).stream().allMatch(attempt -> attempt.outcome().isPresent()));
            }
        }
        Map<String, Long> furthest = new HashMap<>();
        boolean resumed = false;
        for (String line : Files.readAllLines(log)) {
            String name = line.substring(0, line.indexOf(' '));
            long offset = Long.parseLong(line.substring(line.indexOf(' ') + 1));
            Long before = furthest.put(name, offset);
            assertTrue(before == null || offset >= before, () -> "sent again: " + line);
            resumed |= offset > 0 && offset < KillableRun.PUBLISHED;
        }
        return resumed;
    }
}
