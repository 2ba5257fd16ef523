package sluice.transfer.queue;

import java.util.Optional;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.ItemEvidence;

/**
 * One file of a delivery.
 *
 * @param upload   what is to be sent
 * @param evidence what was observed at the destination; empty while it is not there
 */
public record DeliveryItem(Upload upload, Optional<ItemEvidence> evidence) {
}
