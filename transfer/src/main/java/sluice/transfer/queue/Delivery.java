package sluice.transfer.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One delivery as it stands in the queue.
 *
 * @param id          the sender's identifier for it
 * @param destination name of the configured destination
 * @param state       where it stands
 * @param schedule    when it came, when it is next due, how often it failed in a row
 * @param failure     why it failed last or is held; empty when nothing is wrong
 * @param items       in the order of sending; the last one tells the receiver that the delivery is complete
 */
public record Delivery(String id, String destination, DeliveryState state, Schedule schedule, Optional<Failure> failure,
                       List<DeliveryItem> items) {
    public Delivery {
        items = List.copyOf(items);
    }

    /**
     * Times of a delivery.
     *
     * @param enqueuedAt when it was entered
     * @param dueAt      not before this time it is tried (again); without meaning in a final state
     * @param failures   failed attempts since it was entered or released
     */
    public record Schedule(Instant enqueuedAt, Instant dueAt, int failures) {
    }
}
