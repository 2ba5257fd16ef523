package sluice.transfer.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import sluice.transfer.connector.Capability;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.Destination;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.OptionSpec;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.RemoteEntry;
import sluice.transfer.connector.SecretSource;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.folder.FolderConnector;
import sluice.transfer.receipt.Evidence;
import sluice.transfer.receipt.EvidencePolicy;

/** A process of its own that works a queue into a folder and dies without any clean-up at the n-th step. */
final class KillableRun {
    static final int KILLED = 9;
    static final int BUSY = 8;
    /** Stands in the log where an offset would, once an item is published. */
    static final long PUBLISHED = Long.MAX_VALUE;
    private static long stepsLeft;

    private KillableRun() {
    }

    /** Arguments: queue file, destination folder, log of offsets and publications, steps until death. */
    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[2]);
        stepsLeft = Long.parseLong(arguments[3]);
        Connector connector = new Dying(log);
        Targets targets = name -> Optional.of(new Targets.Target(new Destination(name, connector, DestinationOptions.of(
                connector, Map.of("path", arguments[1]), SecretSource.none())), EvidencePolicy.contentConfirmed()));
        try (DeliveryQueue queue = DeliveryQueue.open(Path.of(arguments[0]), InstantSource.system());
                QueueWorker worker = QueueWorker.open(queue, targets, RetryPolicy.standard(), () -> 0)) {
            worker.runOnce(100, new QueueListener() {
                @Override
                public void started(Delivery delivery) {
                    step();
                }

                @Override
                public void finished(String deliveryId, DeliveryState state, Optional<Failure> failure) {
                    step();
                }
            });
        } catch (QueueException.Busy e) {
            Runtime.getRuntime().halt(BUSY);
        }
    }

    private static void step() {
        if (stepsLeft-- == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static final class Dying implements Connector {
        private final Connector inner = new FolderConnector();
        private final Path log;

        Dying(Path log) {
            this.log = log;
        }

        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public String title() {
            return inner.title();
        }

        @Override
        public int version() {
            return inner.version();
        }

        @Override
        public List<OptionSpec> options() {
            return inner.options();
        }

        @Override
        public Set<Capability> capabilities() {
            return inner.capabilities();
        }

        @Override
        public Session open(DestinationOptions options) throws TransferException {
            return new DyingSession((FileSession) inner.open(options), log);
        }
    }

    private record DyingSession(FileSession inner, Path log) implements FileSession {
        private void note(Upload upload, long offset) {
            try {
                Files.writeString(log, upload.remoteName() + " " + offset + "\n", StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String peer() {
            return "";
        }

        @Override
        public OptionalLong length(String remoteName, Place place) throws TransferException {
            step();
            return inner.length(remoteName, place);
        }

        @Override
        public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
            note(upload, offset);
            inner.append(upload, offset, (position, size) -> {
                step();
                listener.at(position, size);
            });
            step();
        }

        @Override
        public Evidence evidence(Upload upload, Place place) throws TransferException {
            step();
            return inner.evidence(upload, place);
        }

        @Override
        public void publish(Upload upload) throws TransferException {
            step();
            inner.publish(upload);
            note(upload, PUBLISHED);
            step();
        }

        @Override
        public void discardPart(String remoteName) throws TransferException {
            step();
            inner.discardPart(remoteName);
        }

        @Override
        public List<RemoteEntry> list() throws TransferException {
            return inner.list();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
