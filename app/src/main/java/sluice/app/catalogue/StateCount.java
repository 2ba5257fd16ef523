package sluice.app.catalogue;

/**
 * How much is in one state.
 *
 * @param instances objects that count
 */
public record StateCount(StudyState state, long studies, long instances, long bytes) {}
