package sluice.app.catalogue;

import java.util.Set;

/**
 * A page of the work list.
 *
 * @param states empty for all
 * @param modality such as {@code MR}, or null
 * @param text part of a handle or pseudonym, or null
 * @param after where the previous page ended, or null for the first
 * @param limit most rows, 1 to 1000
 */
public record StudyQuery(Set<StudyState> states, String modality, String text, Sort sort, Cursor after, int limit) {

    /** The order of the list. */
    public enum Sort {
        /** Last change first. */
        UPDATED,
        HANDLE
    }

    /**
     * The last row of a page. With {@link Sort#UPDATED} a study that changes while somebody pages moves to the front, and is
     * seen again only from there.
     */
    public record Cursor(long updatedMillis, String handle) {}

    public StudyQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a page has 1 to 1000 rows");
        }
    }

    /** All studies, last change first. */
    public static StudyQuery all(int limit) {
        return new StudyQuery(Set.of(), null, null, Sort.UPDATED, null, limit);
    }

    public StudyQuery inStates(Set<StudyState> wanted) {
        return new StudyQuery(wanted, modality, text, sort, after, limit);
    }

    public StudyQuery withModality(String wanted) {
        return new StudyQuery(states, wanted, text, sort, after, limit);
    }

    public StudyQuery withText(String wanted) {
        return new StudyQuery(states, modality, wanted, sort, after, limit);
    }

    public StudyQuery by(Sort order) {
        return new StudyQuery(states, modality, text, order, after, limit);
    }

    public StudyQuery after(Cursor end) {
        return new StudyQuery(states, modality, text, sort, end, limit);
    }
}
