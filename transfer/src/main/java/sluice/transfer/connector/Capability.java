package sluice.transfer.connector;

/** What a kind of destination can do. A capability is declared, never discovered by failing. */
public enum Capability {
    /** An interrupted upload goes on at the offset that it had reached. */
    RESUME,
    /** An upload appears under its final name at once and complete, or not at all. */
    RENAME,
    /** The names and lengths at the destination can be listed. */
    LIST,
    /** Stored bytes can be read again. */
    READ_BACK,
    /** The destination can compute a digest of what it stored. */
    REMOTE_DIGEST,
    /** Written bytes can be forced to the medium. */
    FSYNC,
    /** A login can be used once only (a one-time password): a lost session is never opened again by itself. */
    SINGLE_USE_LOGIN
}
