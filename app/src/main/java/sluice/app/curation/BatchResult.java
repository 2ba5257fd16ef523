package sluice.app.curation;

import java.util.List;

/**
 * What a batch did.
 *
 * @param done one value for each item that was done
 * @param problems one for each item that was not; nothing of it was lost
 */
public record BatchResult<T>(List<T> done, List<Problem> problems) {
    public BatchResult {
        done = List.copyOf(done);
        problems = List.copyOf(problems);
    }
}
