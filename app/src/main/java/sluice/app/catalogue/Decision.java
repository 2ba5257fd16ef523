package sluice.app.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person decided about a study. Followed by another one when they change their mind, never changed.
 *
 * @param by name of the person
 * @param artefact number of the content artefact that was decided on
 * @param setDigest digest of its files
 */
public record Decision(
        long id,
        Kind kind,
        String by,
        String why,
        OptionalLong artefact,
        Optional<String> setDigest,
        Instant time) {

    /** What can be decided. */
    public enum Kind {
        APPROVE,
        REJECT,
        WITHDRAW
    }
}
