package sluice.app.catalogue;

/** What is known of a version of a source file. */
public enum FileState {
    PRESENT,
    /** A later version of the same path exists. */
    SUPERSEDED,
    /** A later scan did not find it. */
    VANISHED,
    /** Not understood; belongs to no study. */
    QUARANTINED
}
