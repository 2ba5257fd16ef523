package sluice.app.curation;

import java.time.Instant;
import java.util.List;

/**
 * One delivery of one study.
 *
 * @param state of the delivery: OUTBOX (the queue has not taken it yet), WAITING, SENDING, SENT, RECEIVED, FAILED, HELD, CANCELLED
 * @param items the names under which its files stand at the destination, with the evidence for each, in order of sending
 * @param nextAttempt when it will be tried again; null where it will not
 * @param problem why the last attempt failed; empty where it did not
 */
public record DeliveryRow(String delivery, String study, String destination, String state, List<Item> items, long bytes,
        int attempts, Instant nextAttempt, String problem) {

    /** @param evidence such as {@code read-back}; empty where there is none yet */
    public record Item(String remoteName, long bytes, String sha256, String evidence) {}
}
