package sluice.app.catalogue;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The disk or the file system failed: full, read-only, locked by a foreign program, gone. */
public final class StorageFailure extends CatalogueException {
    private static final long serialVersionUID = 1;

    // primary result codes, https://www.sqlite.org/rescode.html
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    /** What the user can do something about. */
    public enum Reason {
        DISK_FULL("the disk is full; make room and repeat"),
        READ_ONLY("the workspace cannot be written; check the rights of the folder"),
        BUSY("another program keeps the file locked; close it and repeat"),
        CANNOT_OPEN("the file cannot be opened; check that the workspace is still there"),
        OTHER("the storage reported an error; check the disk and repeat");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final Reason reason;

    StorageFailure(Reason reason, Throwable cause) {
        super("The catalogue could not be read or written: " + reason.text + ". Nothing was changed.", cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The typed failure for what the database reported. */
    static CatalogueException of(SQLException e) {
        if (e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return new StorageFailure(Reason.DISK_FULL, e); // no room for the index of the log: not told as a full disk
        }
        switch (e.getErrorCode() & 0xFF) {
            case CORRUPT, NOT_A_DATABASE:
                return new DamagedCatalogue("the database reports code " + e.getErrorCode(), e);
            case BUSY, LOCKED:
                return new StorageFailure(Reason.BUSY, e);
            case FULL:
                return new StorageFailure(Reason.DISK_FULL, e);
            case READ_ONLY:
                return new StorageFailure(Reason.READ_ONLY, e);
            case CANNOT_OPEN:
                return new StorageFailure(Reason.CANNOT_OPEN, e);
            default:
                return new StorageFailure(Reason.OTHER, e);
        }
    }
}
