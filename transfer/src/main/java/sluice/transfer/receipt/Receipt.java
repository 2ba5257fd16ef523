package sluice.transfer.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is kept as proof of one delivery.
 *
 * @param deliveryId  the delivery's own identifier
 * @param destination the name under which the user configured the destination
 * @param kind        connector and its version, e.g. {@code sftp/1}
 * @param peer        identity that the other side proved, e.g. an SSH host key fingerprint {@code SHA256:…}; empty where
 *                    a destination has none (a mounted folder)
 * @param items       one entry per item, in the order of sending
 * @param completedAt when the last observation was made
 */
public record Receipt(String deliveryId, String destination, String kind, String peer,
                      List<ItemEvidence> items, Instant completedAt) {
    public Receipt {
        Objects.requireNonNull(deliveryId, "deliveryId");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(completedAt, "completedAt");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a receipt has at least one item");
        }
    }
}
