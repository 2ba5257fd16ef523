package sluice.transfer.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import sluice.transfer.connector.TransferException;

/**
 * Works the queue on the calling thread, alone: a second worker on the same queue is refused. Interrupt the thread to stop
 * it; the delivery under way goes back to waiting and is taken up where it stopped.
 */
public final class QueueWorker implements AutoCloseable {
    private final WorkLog log;
    private final WorkerLock lock;
    private final Targets targets;
    private final RetryPolicy policy;
    private final DoubleSupplier chance;

    private QueueWorker(WorkLog log, WorkerLock lock, Targets targets, RetryPolicy policy, DoubleSupplier chance) {
        this.log = log;
        this.lock = lock;
        this.targets = targets;
        this.policy = policy;
        this.chance = chance;
    }

    /**
     * Becomes the worker of a queue and puts back what a killed one left behind.
     *
     * @param chance values from 0 to 1 for {@link RetryPolicy#delay}
     * @throws QueueException.Busy when another worker has the queue, in this process or in another
     */
    public static QueueWorker open(DeliveryQueue queue, Targets targets, RetryPolicy policy, DoubleSupplier chance)
            throws QueueException {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(chance, "chance");
        WorkerLock lock = WorkerLock.take(queue.file());
        try {
            WorkLog log = queue.workLog();
            log.recover();
            return new QueueWorker(log, lock, targets, policy, chance);
        } catch (QueueException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Tries each delivery that is due now, once; deliveries to one destination share a session.
     *
     * @param limit at most this many deliveries
     */
    public RunReport runOnce(int limit, QueueListener listener) throws QueueException {
        return runOnce(limit, delivery -> true, listener);
    }

    /**
     * Tries each of these deliveries that is due now, once; deliveries to one destination share a session.
     *
     * @param limit at most this many deliveries
     * @param which leaves the others as they are
     */
    public RunReport runOnce(int limit, Predicate<Delivery> which, QueueListener listener) throws QueueException {
        Map<String, List<Delivery>> byDestination = new LinkedHashMap<>();
        for (Delivery delivery : log.due(Integer.MAX_VALUE).stream().filter(which).limit(limit).toList()) {
            byDestination.computeIfAbsent(delivery.destination(), name -> new ArrayList<>()).add(delivery);
        }
        List<RunReport.Result> results = new ArrayList<>();
        for (Map.Entry<String, List<Delivery>> entry : byDestination.entrySet()) {
            try (Line line = new Line(targets, entry.getKey())) {
                for (Delivery delivery : entry.getValue()) {
                    if (Thread.currentThread().isInterrupted()) {
                        return new RunReport(results);
                    }
                    if (log.begin(delivery)) {
                        results.add(work(line, delivery, listener));
                    }
                }
            }
        }
        return new RunReport(results);
    }

    private RunReport.Result work(Line line, Delivery delivery, QueueListener listener) throws QueueException {
        listener.started(delivery);
        Ending ending = new Work(line, delivery, log, listener).run(this::failed);
        boolean moved = log.end(delivery.id(), ending);
        DeliveryState state = moved ? ending.state() : DeliveryState.CANCELLED;
        Optional<Failure> failure = moved ? ending.failure() : Optional.empty();
        listener.finished(delivery.id(), state, failure);
        return new RunReport.Result(delivery.id(), state, failure);
    }

    private Ending failed(Delivery delivery, TransferException e, long bytes) {
        int failures = delivery.schedule().failures() + 1;
        Optional<Failure> failure = Optional.of(Failure.of(e));
        return switch (e.next()) {
            case STOPPED -> new Ending(DeliveryState.WAITING, log.now(), failures - 1, Optional.empty(), Optional.empty(),
                    bytes);
            case HOLD -> new Ending(DeliveryState.HELD, log.now(), failures, failure, Optional.empty(), bytes);
            case RETRY -> policy.exhausted(failures)
                    ? new Ending(DeliveryState.HELD, log.now(), failures, failure, Optional.empty(), bytes)
                    : new Ending(DeliveryState.FAILED, log.now().plus(policy.delay(failures, chance.getAsDouble())),
                            failures, failure, Optional.empty(), bytes);
        };
    }

    /** Ends this worker's hold on the queue; the queue itself stays open. */
    @Override
    public void close() {
        lock.close();
    }
}
