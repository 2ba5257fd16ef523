package sluice.transfer.bag;

import java.io.IOException;

/** A bag or its archive cannot be written or trusted. The message names no path: the caller knows which bag it was. */
public final class BagException extends IOException {

    /** What kind of failure this is. */
    public enum Reason {
        /** A path is absolute, climbs out of the bag, is not NFC, or cannot exist on every supported disk. */
        BAD_PATH,
        /** Two paths are the same file, or one is a folder of the other, on some supported disk. */
        PATH_COLLISION,
        /** A manifest, bag-info.txt or bagit.txt does not follow RFC 8493. */
        TAG_FILE_SYNTAX,
        /** A source file is not what it was when it was listed. */
        SOURCE_CHANGED,
        /** A source file has gone or cannot be read. */
        SOURCE_UNREADABLE,
        /** The archive ends too early. */
        ARCHIVE_TRUNCATED,
        /** The archive contradicts itself: checksum, number or header syntax. */
        ARCHIVE_CORRUPT,
        /** The archive holds something that is never unpacked: a link, a device, a climbing path, a duplicate. */
        ARCHIVE_REFUSED,
        /** The archive is larger than the caller allows. */
        LIMIT_EXCEEDED,
        /** The unpacked bag is not complete and valid. */
        BAG_INVALID,
        /** The folder to write exists already. */
        TARGET_EXISTS
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param message what happened, what it means for the data, what can be done; without any path */
    public BagException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }
}
