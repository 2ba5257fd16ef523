package sluice.app.curation;

/**
 * One item of a batch that was not done, and why; the others went on.
 *
 * @param item what the person who ran the batch knows it by: a study's handle or a path as it was given
 * @param code short and stable, for scripts, such as {@code TRUNCATED}
 * @param reason for people; never a value from a patient's data set
 */
public record Problem(String item, String code, String reason) {}
