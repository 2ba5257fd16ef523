package sluice.app.catalogue;

import java.security.SecureRandom;
import java.time.Clock;
import sluice.app.audit.AuditDraft;

/**
 * An open catalogue. May be used from several threads: changes wait for each other, readers see what was committed last and
 * wait for no change. Within one process there is one of these that writes; {@link WorkspaceLock} sees to it between
 * processes.
 */
public final class Catalogue implements AutoCloseable {

    /** Reads from a moment's view. */
    public interface Reading<T, X extends Exception> {
        T from(View view) throws X;
    }

    /** Works inside a transaction. */
    public interface Work<T, X extends Exception> {
        T on(Change change) throws X;
    }

    private final Lane reading;
    private final Lane writing;
    private final Clock clock;
    private final SecureRandom random;

    /** @param writing null for a catalogue that is only read */
    Catalogue(Lane reading, Lane writing, Clock clock, SecureRandom random) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
        this.random = random;
    }

    /** One connection and what is needed to use it. */
    record Lane(Sql sql, Crypt crypt) implements AutoCloseable {

        void enter() {
            if (sql.owner().isHeldByCurrentThread()) {
                throw new IllegalStateException("a transaction cannot be begun inside another one");
            }
            sql.owner().lock();
        }

        void leave() {
            sql.owner().unlock();
        }

        @Override
        public void close() {
            sql.close();
        }
    }

    /** Reads any number of things as they were at one moment. Keep it short: it holds back the write-ahead log. */
    public <T, X extends Exception> T read(Reading<T, X> work) throws X {
        reading.enter();
        try {
            reading.sql().script("BEGIN");
            try {
                return work.from(new View(reading.sql(), reading.crypt()));
            } finally {
                reading.sql().script("ROLLBACK");
            }
        } finally {
            reading.leave();
        }
    }

    /**
     * Makes changes and their audit entries in one transaction that is on the disk when this returns. Should the work throw,
     * nothing has happened.
     */
    public <T, X extends Exception> T commit(AuditDraft entry, Work<T, X> work) throws X {
        return transaction("PRAGMA synchronous = FULL", entry, work);
    }

    /**
     * The same for what can be had again by repeating it, such as a batch of a scan: survives a killed process, but the last
     * ones may be lost, whole, when the power fails before the next {@link #commit}.
     */
    public <T, X extends Exception> T commitRepeatable(AuditDraft entry, Work<T, X> work) throws X {
        return transaction("PRAGMA synchronous = NORMAL", entry, work);
    }

    private <T, X extends Exception> T transaction(String durability, AuditDraft entry, Work<T, X> work) throws X {
        if (writing == null) {
            throw new IllegalStateException("this catalogue was opened for reading");
        }
        writing.enter();
        try {
            writing.sql().script(durability);
            writing.sql().script("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                Trace trace = new Trace(entry, clock);
                T result = work.on(new Change(writing.sql(), writing.crypt(), random, trace));
                AuditTrail trail = new AuditTrail(writing.sql(), writing.crypt());
                trace.drafts().forEach(draft -> trail.append(clock, draft));
                writing.sql().script("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } finally {
            writing.leave();
        }
    }

    private void rollBack() {
        try {
            writing.sql().script("ROLLBACK");
        } catch (CatalogueException e) {
            // a full disk makes SQLite roll back by itself; the failure that led here is the one to tell
        }
    }

    @Override
    public void close() {
        reading.close();
        if (writing != null) {
            writing.close();
        }
    }
}
