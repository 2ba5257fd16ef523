package sluice.transfer.staging;

import java.io.IOException;

/** The store could not do it; whatever has a final name is untouched. The message holds no path. */
public final class StagingException extends IOException {

    /** What kind of failure this is. */
    public enum Reason {
        /** Not enough room. */
        DISK_FULL,
        /** The folder cannot be written. */
        NOT_WRITABLE,
        /** A file of the store is not there. */
        MISSING,
        /** A file of the store is not what its name says. */
        DAMAGED,
        /** What was written has not the size that was announced. */
        SIZE_DIFFERS,
        /** Any other failure of the disk. */
        FAILED
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param message what happened, what it means for the data, what can be done */
    public StagingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }
}
