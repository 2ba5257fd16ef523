package sluice.transfer.connector;

import java.util.List;
import java.util.Set;

/** A kind of destination. Implementations are stateless; all state of a connection is in the session. */
public interface Connector {
    /** Short name for settings and the command line, e.g. {@code sftp}. */
    String id();

    /** Name for people, e.g. {@code "SFTP server"}. */
    String title();

    /** Version of the connector's behaviour, kept in receipts as {@code id/version}. */
    int version();

    /** The options, in the order in which a person would fill them in. */
    List<OptionSpec> options();

    /** What the kind of destination can do. */
    Set<Capability> capabilities();

    /**
     * Connects, proves both sides' identity and checks that the destination's folder or service is there.
     *
     * @throws TransferException typed, see there; nothing stays open
     */
    Session open(DestinationOptions options) throws TransferException;

    /** {@code id/version}, as receipts name the connector. */
    default String kind() {
        return id() + "/" + version();
    }
}
