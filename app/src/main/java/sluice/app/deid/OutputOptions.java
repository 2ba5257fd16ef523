package sluice.app.deid;

/**
 * How files are written.
 *
 * @param syncToDisk force every file to disk before it gets its name; costs much time on many small files
 * @param ifDifferent what to do if a file of other content has the name already
 */
public record OutputOptions(boolean syncToDisk, IfDifferent ifDifferent) {

    /** Two sources with one SOP Instance UID and different content: copies in two encodings, or a defect at the site. */
    public enum IfDifferent {
        /** the later one gets a name with a suffix that is derived from its logical name */
        KEEP_BOTH,
        /** the later one is refused */
        REFUSE,
        /** the later one wins: for a second run with another recipe */
        REPLACE
    }

    /** Fast and careful: no forcing to disk, nothing is replaced or dropped. */
    public static final OutputOptions DEFAULT = new OutputOptions(false, IfDifferent.KEEP_BOTH);
}
