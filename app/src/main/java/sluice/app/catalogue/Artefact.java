package sluice.app.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * Files that a step made of a study. Never changed once complete; a repeated step makes the next version.
 *
 * @param version from 1 for each study and step
 * @param recipe with what it was made
 * @param folder where its files are, relative to the artefact store of the workspace; holds handles only
 */
public record Artefact(
        long id, StudyId study, ArtefactStep step, int version, Status status, Recipe recipe, Content content) {

    /** Where an artefact stands. */
    public enum Status {
        /** Being made, or left behind by a run that was killed. */
        PLANNED,
        COMPLETE,
        /** A later version is complete. */
        SUPERSEDED,
        /** Never completed; its files may be removed. */
        ABANDONED
    }

    /** Name and version of what was applied, and the SHA-256 of its text. */
    public record Recipe(String name, String digest) {}

    /**
     * @param folder relative, with forward slashes
     * @param setDigest {@link ArtefactFile#setDigest} of the files, empty until complete
     */
    public record Content(String folder, Optional<String> setDigest, int files, long bytes, Instant created) {}
}
