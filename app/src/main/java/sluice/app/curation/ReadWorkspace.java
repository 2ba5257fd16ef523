package sluice.app.curation;

import java.util.List;

/**
 * A workspace that is only looked at, also while another process works in it. Closing wipes the secrets.
 *
 * @param destinations for listing and testing only
 * @param parts what is to be closed with it, in this order
 */
public record ReadWorkspace(ListStudies studies, Destinations destinations, DeliveryStatus status, AuditTrail audit,
        List<AutoCloseable> parts) implements AutoCloseable {

    @Override
    public void close() {
        OpenWorkspace.closeAll(parts);
    }
}
