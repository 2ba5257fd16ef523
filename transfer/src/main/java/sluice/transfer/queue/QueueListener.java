package sluice.transfer.queue;

import java.util.Optional;

/** Follows a worker; called on its thread. */
public interface QueueListener {
    /** A delivery is begun. */
    default void started(Delivery delivery) {
    }

    /**
     * Bytes of one item were sent.
     *
     * @param item     position of the item in the delivery, from 0
     * @param position bytes from the item's start
     * @param size     its length in bytes
     */
    default void progress(String deliveryId, int item, long position, long size) {
    }

    /** A delivery has reached this state for now. */
    default void finished(String deliveryId, DeliveryState state, Optional<Failure> failure) {
    }

    /** A listener that does nothing. */
    static QueueListener silent() {
        return new QueueListener() {
        };
    }
}
