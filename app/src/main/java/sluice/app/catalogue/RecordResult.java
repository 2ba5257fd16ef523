package sluice.app.catalogue;

import java.util.Set;

/**
 * What {@link SourceChanges#record} did with a batch.
 *
 * @param added new files, also those that came back after they had vanished
 * @param changed files whose content differs from what was recorded: a new version
 * @param unchanged files that were known as they are
 * @param duplicates of {@code added} and {@code changed}: objects that another present file already provides
 * @param quarantined newly in quarantine
 * @param studies studies that got or lost a file
 */
public record RecordResult(
        int added, int changed, int unchanged, int duplicates, int quarantined, Set<StudyId> studies) {}
