package sluice.transfer.queue;

import java.util.List;
import java.util.Optional;

/** What one run over the queue did, in the order of working. */
public record RunReport(List<Result> results) {
    public RunReport {
        results = List.copyOf(results);
    }

    /** How many deliveries are in this state after the run. */
    public long count(DeliveryState state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    /**
     * One delivery after the run.
     *
     * @param deliveryId which
     * @param state      where it stands now
     * @param failure    why it is not sent
     */
    public record Result(String deliveryId, DeliveryState state, Optional<Failure> failure) {
    }
}
