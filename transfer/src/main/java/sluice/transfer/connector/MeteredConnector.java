package sluice.transfer.connector;

import java.util.function.LongConsumer;

/** Counts the bytes that were really handed to a destination, resumed prefixes not included. */
public final class MeteredConnector extends ForwardingConnector {
    private final LongConsumer meter;

    /** @param meter gets each further number of bytes, on the sending thread */
    public MeteredConnector(Connector inner, LongConsumer meter) {
        super(inner);
        this.meter = meter;
    }

    @Override
    FileSession wrap(FileSession session, DestinationOptions options) {
        return new ForwardingFileSession() {
            @Override
            FileSession inner() {
                return session;
            }

            @Override
            public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
                long[] last = {offset};
                session.append(upload, offset, (position, size) -> {
                    meter.accept(position - last[0]);
                    last[0] = position;
                    listener.at(position, size);
                });
            }
        };
    }
}
