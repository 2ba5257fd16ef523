package sluice.app.catalogue;

/**
 * A file as last recorded under its path.
 *
 * @param id internal number of this version
 * @param stamp path, size and time of last change
 * @param sha256 64 hexadecimal digits, empty in quarantine
 * @param study or null in quarantine
 */
public record KnownFile(long id, FileStamp stamp, String sha256, StudyId study, FileState state) {

    @Override
    public String toString() {
        return "KnownFile[" + id + ", " + state + "]";
    }
}
