package sluice.app.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * Something about a study, or about a file in quarantine, that somebody should know.
 *
 * @param study empty for a file in quarantine
 * @param step which step found it, for example {@code scan} or {@code check}
 * @param path of the source file it is about, for the data holder's eyes only; not shown by {@link #toString}
 */
public record Finding(
        long id,
        Optional<StudyId> study,
        String step,
        FindingText text,
        Optional<String> path,
        Settlement settlement,
        Instant created) {

    /** Where a finding stands. */
    public enum Status {
        OPEN,
        /** No longer so. */
        RESOLVED,
        /** Still so, and a person takes responsibility. */
        ACCEPTED
    }

    /** @param by who resolved or accepted it */
    public record Settlement(Status status, Optional<String> by) {}

    @Override
    public String toString() {
        return "Finding[" + id + ", " + text.code() + "]";
    }
}
