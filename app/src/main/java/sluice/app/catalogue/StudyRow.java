package sluice.app.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the work list; identifies nobody.
 *
 * @param revision grows with every change, for compare-and-set
 * @param pseudonym once it is known
 * @param updated last change of state or content
 */
public record StudyRow(
        StudyId id,
        SourceKind kind,
        StudyState state,
        long revision,
        StudySummary summary,
        Optional<String> pseudonym,
        Instant updated) {}
