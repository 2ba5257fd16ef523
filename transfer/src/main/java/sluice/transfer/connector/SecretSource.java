package sluice.transfer.connector;

import java.util.Optional;

/** Finds a secret by its reference when a session is opened; given by the application, which knows where secrets are kept. */
@FunctionalInterface
public interface SecretSource {
    /**
     * The secret, as a fresh array that the caller wipes after use.
     *
     * @param reference what the destination's option says, in the application's own notation
     * @return empty when there is no such secret
     */
    Optional<char[]> find(String reference);

    /** A source that knows no secret. */
    static SecretSource none() {
        return reference -> Optional.empty();
    }
}
