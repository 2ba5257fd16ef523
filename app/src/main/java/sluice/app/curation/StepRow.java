package sluice.app.curation;

/**
 * What a step did to one study.
 *
 * @param state the study's state after the step
 * @param summary for people, such as {@code 46 files, recipe basic}
 */
public record StepRow(String study, String state, long files, long bytes, String summary) {}
