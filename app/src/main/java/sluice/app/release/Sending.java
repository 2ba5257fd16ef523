package sluice.app.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import sluice.app.job.Progress;
import sluice.app.settings.Destination;
import sluice.transfer.connector.TransferException;
import sluice.transfer.queue.Delivery;
import sluice.transfer.queue.DeliveryQueue;
import sluice.transfer.queue.DeliveryState;
import sluice.transfer.queue.QueueException;
import sluice.transfer.queue.QueueListener;
import sluice.transfer.queue.QueueWorker;
import sluice.transfer.queue.RetryPolicy;
import sluice.transfer.queue.RunReport;
import sluice.transfer.queue.Targets;

/** Works the delivery queue. */
public final class Sending {
    private static final int AT_ONCE = 100;
    private final DeliveryQueue queue;
    private final DestinationBook book;
    private final RetryPolicy policy;
    private final DoubleSupplier chance;

    /** @param chance values from 0 to 1, for the waits between tries */
    public Sending(DeliveryQueue queue, DestinationBook book, RetryPolicy policy, DoubleSupplier chance) {
        this.queue = queue;
        this.book = book;
        this.policy = policy;
        this.chance = chance;
    }

    /**
     * A person asks for sending now: what failed or waits for a person is tried again.
     *
     * @param destination only what goes there, if given
     */
    public void release(Optional<String> destination) throws QueueException {
        for (Delivery delivery : queue.all()) {
            boolean waits = delivery.state() == DeliveryState.FAILED || delivery.state() == DeliveryState.HELD;
            if (waits && destination.map(delivery.destination()::equals).orElse(true)) {
                queue.release(delivery.id());
            }
        }
    }

    /**
     * Tries each delivery that is due, once.
     *
     * @param destinations as they are configured now
     * @param only the destination to send to; empty for all
     * @throws InterruptedException when stopped; what was under way goes on from there next time
     */
    public List<RunReport.Result> run(List<Destination> destinations, Optional<String> only, Progress progress)
            throws QueueException, InterruptedException {
        Targets targets = name -> target(destinations, name);
        try (QueueWorker worker = QueueWorker.open(queue, targets, policy, chance)) {
            List<Delivery> due = queue.all().stream().filter(d -> d.state() == DeliveryState.WAITING
                    || d.state() == DeliveryState.FAILED).filter(d -> only.map(d.destination()::equals).orElse(true)).toList();
            progress.phase("send", due.size(), due.stream().flatMap(d -> d.items().stream()).mapToLong(i -> i.upload().size()).sum());
            RunReport report = worker.runOnce(AT_ONCE,
                    d -> only.map(d.destination()::equals).orElse(true), new Advance(progress));
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            return report.results();
        }
    }

    private Optional<Targets.Target> target(List<Destination> destinations, String name) throws TransferException.InvalidOptions {
        for (Destination d : destinations) {
            if (d.name().equals(name)) {
                return Optional.of(book.target(d));
            }
        }
        return Optional.empty();
    }

    /** Turns positions within items into steps. */
    private static final class Advance implements QueueListener {
        private final Progress progress;
        private final Map<String, Long> reached = new HashMap<>();

        Advance(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void progress(String deliveryId, int item, long position, long size) {
            long before = reached.getOrDefault(deliveryId + item, 0L);
            if (position > before) {
                reached.put(deliveryId + item, position);
                progress.advance(0, position - before);
            }
        }

        @Override
        public void finished(String deliveryId, DeliveryState state, Optional<sluice.transfer.queue.Failure> failure) {
            progress.advance(1, 0);
        }
    }
}
