package sluice.app.curation;

import java.time.Instant;
import java.util.List;

/** One study with what was made of it, what was found, what was decided and what happened, oldest first. */
public record StudyDetail(StudyRow study, List<Artefact> artefacts, List<Finding> findings, List<Decision> decisions,
        List<Event> history) {

    /** Files that a step made. The digest is over the names and digests of all of them. */
    public record Artefact(String step, int version, String recipe, long files, long bytes, String digest, Instant created) {}

    /** @param status open, accepted or resolved */
    public record Finding(String step, String code, String severity, String text, String status) {}

    /** @param valid false where the files changed after the decision */
    public record Decision(String kind, String by, String why, Instant time, boolean valid) {}

    /** One entry of the audit chain about this study. */
    public record Event(long sequence, Instant time, String actor, String action, String details) {}
}
