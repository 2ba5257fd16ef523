package sluice.app.catalogue;

/**
 * What a source file belongs to. All three identify and are stored encrypted; {@link #toString} shows nothing.
 *
 * @param studyKey Study Instance UID; for NIfTI what the scan takes for one
 * @param seriesKey Series Instance UID, likewise
 * @param sopInstanceUid or null where there is none: such a file is known by its content
 */
public record ObjectKeys(String studyKey, String seriesKey, String sopInstanceUid) {

    @Override
    public String toString() {
        return "ObjectKeys[…]";
    }
}
