package sluice.transfer.connector;

import java.util.OptionalLong;
import sluice.transfer.receipt.Evidence;

/**
 * The one way in which a file reaches a destination: look first, append what is missing, verify while the name still ends
 * in {@code .part}, publish, look again. Running it again after any interruption ends the same.
 */
public final class FileDelivery {
    private static final int TRIES = 2;
    private final FileSession session;

    public FileDelivery(FileSession session) {
        this.session = session;
    }

    /**
     * Brings one item to its final name.
     *
     * @return what was observed; it confirms the item, otherwise this method does not return
     * @throws TransferException.Conflict           when other content stands under the final name
     * @throws TransferException.Damaged            when the content was wrong at the destination twice
     * @throws TransferException.LocalSourceChanged when the source does not have the promised digest
     * @throws TransferException                    what the session reports
     */
    public Evidence deliver(Upload upload, TransferListener listener) throws TransferException {
        if (session.length(upload.remoteName(), Place.FINAL).isPresent()) {
            Evidence present = alreadyThere(upload);
            if (session.length(upload.remoteName(), Place.PART).isPresent()) {
                session.discardPart(upload.remoteName());
            }
            return present;
        }
        for (int i = 0; i < TRIES; i++) {
            complete(upload, listener);
            Evidence seen = session.evidence(upload, Place.PART);
            if (seen.confirms(upload.size(), upload.sha256())) {
                return publish(upload, seen);
            }
            session.discardPart(upload.remoteName());
            LocalSource.verify(upload);
        }
        throw new TransferException.Damaged();
    }

    private Evidence alreadyThere(Upload upload) throws TransferException {
        Evidence present = session.evidence(upload, Place.FINAL);
        if (!present.confirms(upload.size(), upload.sha256())) {
            throw new TransferException.Conflict();
        }
        return present;
    }

    private void complete(Upload upload, TransferListener listener) throws TransferException {
        OptionalLong part = session.length(upload.remoteName(), Place.PART);
        long offset = part.orElse(0);
        if (offset > upload.size()) {
            session.discardPart(upload.remoteName());
            session.append(upload, 0, listener);
        } else if (part.isEmpty() || offset < upload.size()) {
            session.append(upload, offset, listener);
        }
    }

    private Evidence publish(Upload upload, Evidence seen) throws TransferException {
        if (seen.strength() == Evidence.Strength.SIZE) {
            // nobody at the other end will notice a changed source, so it has to be noticed here
            LocalSource.verify(upload);
        }
        session.publish(upload);
        OptionalLong published = session.length(upload.remoteName(), Place.FINAL);
        if (published.isEmpty() || published.getAsLong() != upload.size()) {
            throw new TransferException.Protocol("a renamed file does not have its length", null);
        }
        return seen;
    }
}
