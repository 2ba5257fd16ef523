package sluice.transfer.connector;

import java.time.Duration;

/** Keeps the average rate of every upload at or below a limit by delaying its listener; reading back is not limited. */
public final class ThrottledConnector extends ForwardingConnector {
    private static final long NANOS = 1_000_000_000L;
    private final long bytesPerSecond;
    private final Ticker ticker;

    /** @param bytesPerSecond at least 1 */
    public ThrottledConnector(Connector inner, long bytesPerSecond, Ticker ticker) {
        super(inner);
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a rate is at least one byte per second");
        }
        this.bytesPerSecond = bytesPerSecond;
        this.ticker = ticker;
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
                long start = ticker.nanos();
                session.append(upload, offset, (position, size) -> {
                    listener.at(position, size);
                    // as double: bytes times 10^9 leaves a long after 9 GB
                    long due = (long) ((double) (position - offset) / bytesPerSecond * NANOS);
                    long early = due - (ticker.nanos() - start);
                    if (early > 0) {
                        ticker.sleep(Duration.ofNanos(early));
                    }
                });
            }
        };
    }
}
