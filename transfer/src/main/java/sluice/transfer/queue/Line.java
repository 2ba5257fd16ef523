package sluice.transfer.queue;

import java.util.List;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;

/** The connection to one destination during one run: opened when first needed, opened again after it broke. */
final class Line implements AutoCloseable {
    private final Targets targets;
    private final String name;
    private Targets.Target target;
    private FileSession session;
    private TransferException refusal;

    Line(Targets targets, String name) {
        this.targets = targets;
        this.name = name;
    }

    /** @throws TransferException also for all following deliveries of the run, when opening failed once */
    FileSession session() throws TransferException {
        if (refusal != null) {
            throw refusal;
        }
        if (session == null) {
            try {
                session = open();
            } catch (TransferException e) {
                refusal = e;
                throw e;
            }
        }
        return session;
    }

    private FileSession open() throws TransferException {
        Session opened = target().destination().open();
        if (opened instanceof FileSession files) {
            return files;
        }
        opened.close();
        throw new TransferException.InvalidOptions(List.of("the destination takes DICOM objects, not sealed files"));
    }

    Targets.Target target() throws TransferException {
        if (target == null) {
            target = targets.find(name).orElseThrow(() ->
                    new TransferException.InvalidOptions(List.of("it is no longer configured")));
        }
        return target;
    }

    /** After a failure: keeps the session only when it can still be used. */
    void failed(TransferException e) {
        if (!e.sessionUsable()) {
            close();
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
