package sluice.transfer.queue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import sluice.transfer.connector.Capability;
import sluice.transfer.connector.Connector;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.OptionSpec;
import sluice.transfer.connector.Place;
import sluice.transfer.connector.RemoteEntry;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.folder.FolderConnector;
import sluice.transfer.receipt.Evidence;

/** A folder that does not let anybody read back. */
final class SizeOnlyConnector implements Connector {
    private final Connector inner = new FolderConnector();

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
        return Set.of();
    }

    @Override
    public Session open(DestinationOptions options) throws TransferException {
        FileSession session = (FileSession) inner.open(options);
        return new FileSession() {
            @Override
            public String peer() {
                return "";
            }

            @Override
            public OptionalLong length(String remoteName, Place place) throws TransferException {
                return session.length(remoteName, place);
            }

            @Override
            public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
                session.append(upload, offset, listener);
            }

            @Override
            public Evidence evidence(Upload upload, Place place) throws TransferException {
                return new Evidence.SizeOnly(length(upload.remoteName(), place).orElseThrow());
            }

            @Override
            public void publish(Upload upload) throws TransferException {
                session.publish(upload);
            }

            @Override
            public void discardPart(String remoteName) throws TransferException {
                session.discardPart(remoteName);
            }

            @Override
            public List<RemoteEntry> list() {
                return List.of();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
