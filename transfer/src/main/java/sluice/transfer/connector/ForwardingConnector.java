package sluice.transfer.connector;

import java.util.List;
import java.util.Set;

/** A connector whose sessions are wrapped; everything that it declares stays the same. */
abstract class ForwardingConnector implements Connector {
    private final Connector inner;

    ForwardingConnector(Connector inner) {
        this.inner = inner;
    }

    /** The wrapped form of a file session. */
    abstract FileSession wrap(FileSession session, DestinationOptions options);

    final Connector inner() {
        return inner;
    }

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public String title() {
        return inner.title();
    }

    @Override
    public int version() {
        return inner.version();
    }

    @Override
    public List<OptionSpec> options() {
        return inner.options();
    }

    @Override
    public Set<Capability> capabilities() {
        return inner.capabilities();
    }

    @Override
    public Session open(DestinationOptions options) throws TransferException {
        Session session = inner.open(options);
        return session instanceof FileSession files ? wrap(files, options) : session;
    }
}
