package sluice.transfer.connector;

import java.util.List;
import java.util.OptionalLong;
import sluice.transfer.receipt.Evidence;

/** Passes every call on; decorators override what they change. */
abstract class ForwardingFileSession implements FileSession {

    /** The session that does the work now. */
    abstract FileSession inner();

    @Override
    public String peer() {
        return inner().peer();
    }

    @Override
    public OptionalLong length(String remoteName, Place place) throws TransferException {
        return inner().length(remoteName, place);
    }

    @Override
    public void append(Upload upload, long offset, TransferListener listener) throws TransferException {
        inner().append(upload, offset, listener);
    }

    @Override
    public Evidence evidence(Upload upload, Place place) throws TransferException {
        return inner().evidence(upload, place);
    }

    @Override
    public void publish(Upload upload) throws TransferException {
        inner().publish(upload);
    }

    @Override
    public void discardPart(String remoteName) throws TransferException {
        inner().discardPart(remoteName);
    }

    @Override
    public List<RemoteEntry> list() throws TransferException {
        return inner().list();
    }

    @Override
    public void close() {
        inner().close();
    }
}
