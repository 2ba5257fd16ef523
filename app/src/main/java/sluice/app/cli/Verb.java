package sluice.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import sluice.app.curation.BatchResult;
import sluice.app.curation.Problem;

/** What the verbs share: the context, and how the outcome of a batch is told. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class Verb implements Callable<Integer> {
    private final Context context;

    Verb(Context context) {
        this.context = context;
    }

    final Context context() {
        return context;
    }

    final Terminal terminal() {
        return context.terminal();
    }

    /** Names every item that failed on standard error. */
    final int finish(List<Problem> problems) {
        for (Problem p : problems) {
            terminal().note("not done: " + p.item() + ": " + p.code() + ": " + p.reason());
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /** Prints a batch as JSON or as lines, then names what failed. */
    final <T> int finish(BatchResult<T> result, boolean json, java.util.function.Function<T, String> line) {
        if (json) {
            terminal().json(result);
        } else {
            result.done().forEach(done -> terminal().print(line.apply(done)));
        }
        int code = finish(result.problems());
        return result.refused() ? ExitCode.REFUSED : code;
    }
}
