package sluice.app.curation;

import java.util.List;

/**
 * What working the queue did.
 *
 * @param deliveries each one that was tried, as it stands now
 * @param noAccess whether a destination could not be reached or did not let us in
 */
public record SendResult(List<DeliveryRow> deliveries, boolean noAccess) {
    public SendResult {
        deliveries = List.copyOf(deliveries);
    }
}
