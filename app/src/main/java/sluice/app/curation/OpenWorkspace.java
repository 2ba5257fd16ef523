package sluice.app.curation;

import java.util.List;

/**
 * A workspace that is open, with its use cases. Holds the right to write; closing gives it back and wipes the secrets.
 *
 * @param parts what is to be closed with it, in this order
 */
public record OpenWorkspace(ScanSources scan, ListStudies studies, DeidentifyStudies deidentify, CheckStudies check,
        DecideStudies decide, StageStudies stage, Destinations destinations, SendDeliveries send, DeliveryStatus status,
        AuditTrail audit, RunThrough runThrough, IdentityVault vault, List<AutoCloseable> parts) implements AutoCloseable {

    @Override
    public void close() {
        closeAll(parts);
    }

    /** Closes every part, whatever becomes of the others. */
    static void closeAll(List<AutoCloseable> parts) {
        RuntimeException first = null;
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IllegalStateException("the workspace did not close cleanly", e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
