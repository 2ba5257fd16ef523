package sluice.transfer.seal;

import java.io.IOException;

/** Something could not be sealed, opened or trusted. The message holds neither secrets nor paths. */
public final class SealException extends IOException {

    /** What kind of failure this is. */
    public enum Reason {
        /** The stream does not begin as a Crypt4GH file. */
        NOT_CRYPT4GH,
        /** A version, method or packet type that this code does not know. */
        UNSUPPORTED,
        /** The header contradicts itself or exceeds the limits. */
        HEADER_MALFORMED,
        /** No header packet can be opened with this key. */
        NOT_A_RECIPIENT,
        /** An edit list asks to leave parts of the content out. */
        EDIT_LIST,
        /** A segment was altered, or belongs to another file. */
        NOT_AUTHENTIC,
        /** The stream ends inside the header or a segment. */
        TRUNCATED,
        /** Everything is authentic, but it is not the expected content. */
        NOT_EXPECTED,
        /** A key file cannot be understood. */
        KEY_MALFORMED,
        /** A key that must not be used, such as a point of small order. */
        KEY_REFUSED,
        /** The key file is locked and no passphrase was given. */
        PASSPHRASE_NEEDED,
        /** The passphrase does not open the key file, or the key file was altered. */
        PASSPHRASE_WRONG,
        /** A signed manifest is not in its one canonical form. */
        MANIFEST_MALFORMED,
        /** A signed manifest was altered or signed by another site. */
        SIGNATURE_WRONG
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** @param message what happened, what it means for the data, what can be done */
    public SealException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The kind of failure. */
    public Reason reason() {
        return reason;
    }
}
