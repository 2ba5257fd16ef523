package sluice.transfer.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.Destination;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.MemoryConnector;
import sluice.transfer.connector.Samples;
import sluice.transfer.connector.SecretSource;
import sluice.transfer.connector.Upload;
import sluice.transfer.folder.FolderConnector;
import sluice.transfer.receipt.EvidencePolicy;

/** A queue in a folder, with a clock that is moved by hand and a folder as destination. */
final class QueueFixture {
    final Path base;
    final Path medium;
    private Connector connector = new FolderConnector();
    private Map<String, String> options;
    private final EvidencePolicy policy = EvidencePolicy.contentConfirmed();
    final RetryPolicy retries = new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(10), 5);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    QueueFixture(Path base) throws IOException {
        this.base = base;
        this.medium = Files.createDirectories(base.resolve("medium"));
        this.options = Map.of("path", medium.toString());
    }

    void useMemory(MemoryConnector memory) {
        connector = memory;
        options = Map.of();
    }

    InstantSource clock() {
        return () -> now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    DeliveryQueue open() throws QueueException {
        return DeliveryQueue.open(base.resolve("queue.sqlite"), clock());
    }

    Targets targets() {
        return name -> name.equals("medium") ? Optional.of(new Targets.Target(new Destination(name, connector,
                DestinationOptions.of(connector, options, SecretSource.none())), policy))
                : Optional.empty();
    }

    RunReport run(DeliveryQueue queue) throws QueueException {
        return run(queue, QueueListener.silent());
    }

    RunReport run(DeliveryQueue queue, QueueListener listener) throws QueueException {
        try (QueueWorker worker = QueueWorker.open(queue, targets(), retries, () -> 1.0)) {
            return worker.runOnce(100, listener);
        }
    }

    /** Some files of one delivery, always the same for the same id. */
    List<Upload> uploads(String id, int... sizes) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            Path source = base.resolve("source-" + id + "-" + i);
            byte[] content = Samples.bytes(id.hashCode() * 31L + i, sizes[i]);
            Files.write(source, content);
            uploads.add(new Upload(id + "-" + i, source, content.length, Samples.sha256(content)));
        }
        return uploads;
    }
}
