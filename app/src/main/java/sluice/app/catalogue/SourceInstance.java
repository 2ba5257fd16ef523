package sluice.app.catalogue;

/**
 * One present source file of a study.
 *
 * @param id internal number; artefact files point at it
 * @param sopInstanceUid or null where there is none
 * @param counts false for a duplicate of an object that another file provides
 */
public record SourceInstance(
        long id, FileStamp stamp, String sha256, String sopInstanceUid, long seriesId, ObjectFacts facts, boolean counts) {

    @Override
    public String toString() {
        return "SourceInstance[" + id + "]";
    }
}
