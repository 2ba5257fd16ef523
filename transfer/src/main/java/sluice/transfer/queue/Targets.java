package sluice.transfer.queue;

import java.util.Objects;
import java.util.Optional;
import sluice.transfer.connector.Destination;
import sluice.transfer.connector.TransferException;
import sluice.transfer.receipt.EvidencePolicy;

/** Finds the configured destinations by name; given by the application. */
@FunctionalInterface
public interface Targets {
    /**
     * The destination with this name as it is configured now.
     *
     * @return empty when there is none
     * @throws TransferException.InvalidOptions when its options are no longer acceptable
     */
    Optional<Target> find(String name) throws TransferException.InvalidOptions;

    /**
     * A destination and what counts there as received.
     *
     * @param destination where to
     * @param policy      the weakest evidence accepted
     */
    record Target(Destination destination, EvidencePolicy policy) {
        public Target {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(policy, "policy");
        }
    }
}
