package sluice.transfer.connector;

import java.util.Objects;

/**
 * A configured destination.
 *
 * @param name      the user's name for it
 * @param connector its kind
 * @param options   its checked options
 */
public record Destination(String name, Connector connector, DestinationOptions options) {
    public Destination {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(connector, "connector");
        Objects.requireNonNull(options, "options");
    }

    /** Opens a session with these options. */
    public Session open() throws TransferException {
        return connector.open(options);
    }
}
