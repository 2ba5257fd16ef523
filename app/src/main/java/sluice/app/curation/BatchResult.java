package sluice.app.curation;

import java.util.List;

/**
 * What a batch did.
 *
 * @param done one value for each item that was done
 * @param problems one for each item that was not, or not wholly; nothing of it was lost
 * @param refused whether nothing was done and gates alone are the reason: no item was in a state for it
 */
public record BatchResult<T>(List<T> done, List<Problem> problems, boolean refused) {
    public BatchResult {
        done = List.copyOf(done);
        problems = List.copyOf(problems);
    }

    /** Of a batch that no gate kept back as a whole. */
    public BatchResult(List<T> done, List<Problem> problems) {
        this(done, problems, false);
    }

    /** @param gates how many of the problems come from gates */
    static <T> BatchResult<T> of(List<T> done, List<Problem> problems, int gates) {
        return new BatchResult<>(done, problems, done.isEmpty() && gates > 0 && gates == problems.size());
    }
}
