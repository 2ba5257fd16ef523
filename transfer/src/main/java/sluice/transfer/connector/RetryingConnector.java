package sluice.transfer.connector;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import sluice.transfer.receipt.Evidence;

/**
 * Bridges short disturbances: an operation that failed with {@link TransferException.Next#RETRY} is done again in a new
 * session after a pause, an upload at the offset that the destination then reports. Destinations whose login can be used
 * once only are never opened again. Long outages are the queue's work.
 */
public final class RetryingConnector extends ForwardingConnector {
    private final List<Duration> pauses;
    private final Ticker ticker;

    /** @param pauses one per further try, e.g. 1 s, 5 s */
    public RetryingConnector(Connector inner, List<Duration> pauses, Ticker ticker) {
        super(inner);
        this.pauses = List.copyOf(pauses);
        this.ticker = ticker;
    }

    @Override
    FileSession wrap(FileSession session, DestinationOptions options) {
        return capabilities().contains(Capability.SINGLE_USE_LOGIN) ? session : new Retrying(session, options);
    }

    private interface Step<T> {
        T run() throws TransferException;
    }

    private final class Retrying extends ForwardingFileSession {
        private final DestinationOptions options;
        private FileSession current;
        private final String peer;

        Retrying(FileSession first, DestinationOptions options) {
            this.current = first;
            this.peer = first.peer();
            this.options = options;
        }

        @Override
        FileSession inner() {
            return current;
        }

        @Override
        public String peer() {
            return peer;
        }

        private <T> T retry(Step<T> step) throws TransferException {
            boolean reopen = false;
            for (Duration pause : pauses) {
                try {
                    return attempt(reopen, step);
                } catch (TransferException e) {
                    if (e.next() != TransferException.Next.RETRY || e instanceof TransferException.Full) {
                        throw e;
                    }
                    waitFor(pause);
                    reopen = true;
                }
            }
            return attempt(reopen, step);
        }

        private <T> T attempt(boolean reopen, Step<T> step) throws TransferException {
            if (reopen) {
                current.close();
                if (!(RetryingConnector.this.inner().open(options) instanceof FileSession files)) {
                    throw new TransferException.Protocol("a second session of another shape", null);
                }
                current = files;
                if (!files.peer().equals(peer)) {
                    throw new TransferException.PeerChanged(peer, files.peer());
                }
            }
            return step.run();
        }

        private void waitFor(Duration pause) throws TransferException {
            try {
                ticker.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransferException.Cancelled(e);
            }
        }

        @Override
        public OptionalLong length(String remoteName, Place place) throws TransferException {
            return retry(() -> current.length(remoteName, place));
        }

        @Override
        public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
            long[] from = {offset};
            boolean[] again = {false};
            retry(() -> {
                if (again[0]) {
                    OptionalLong part = current.length(upload.remoteName(), Place.PART);
                    from[0] = Math.min(part.orElse(0), upload.size());
                }
                again[0] = true;
                current.append(upload, from[0], listener);
                return null;
            });
        }

        @Override
        public Evidence evidence(Upload upload, Place place) throws TransferException {
            return retry(() -> current.evidence(upload, place));
        }

        @Override
        public void publish(Upload upload) throws TransferException {
            boolean[] again = {false};
            retry(() -> {
                // a rename whose answer was lost has happened: then nothing is left to rename
                if (!again[0] || current.length(upload.remoteName(), Place.PART).isPresent()) {
                    again[0] = true;
                    current.publish(upload);
                }
                return null;
            });
        }

        @Override
        public void discardPart(String remoteName) throws TransferException {
            retry(() -> {
                current.discardPart(remoteName);
                return null;
            });
        }

        @Override
        public List<RemoteEntry> list() throws TransferException {
            return retry(() -> current.list());
        }
    }
}
