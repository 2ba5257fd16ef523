package sluice.transfer.connector;

/** An open connection to a destination. Used by one thread at a time. */
public sealed interface Session extends AutoCloseable permits FileSession, ObjectSession {
    /**
     * The identity that the other side proved, e.g. an SSH host key fingerprint {@code SHA256:…}; empty where the
     * destination has none.
     */
    String peer();

    /** Ends the connection; never throws, since everything that had to be durable was reported before. */
    @Override
    void close();
}
