package sluice.transfer.queue;

import java.time.Instant;
import java.util.Optional;
import sluice.transfer.receipt.Receipt;

/**
 * How one attempt ended.
 *
 * @param state    the delivery's next state
 * @param due      when it is next due
 * @param failures failures in a row, this one included
 * @param failure  why it did not go through
 * @param receipt  what proves the arrival
 * @param bytes    bytes handed to the destination
 */
record Ending(DeliveryState state, Instant due, int failures, Optional<Failure> failure, Optional<Receipt> receipt,
              long bytes) {

    String outcome() {
        return failure.map(Failure::code).orElse(state.name());
    }

    String code() {
        return failure.map(Failure::code).orElse(null);
    }

    String message() {
        return failure.map(Failure::message).orElse(null);
    }
}
