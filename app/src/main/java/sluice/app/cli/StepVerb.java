package sluice.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

/** A verb that takes studies one step further. */
abstract class StepVerb extends Verb {
    @Mixin
    private StudySelection selection;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    StepVerb(Context context) {
        super(context);
    }

    abstract BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Selection studies = selection.get();
        try (OpenWorkspace workspace = context().openWorkspace()) {
            BatchResult<StepRow> result;
            try (Context.ProgressView progress = context().progress()) {
                result = step(workspace, studies, progress.listener());
            }
            int code = finish(result, json, row -> row.study() + "  " + row.state() + "  " + row.summary());
            if (result.done().isEmpty() && result.problems().isEmpty()) {
                terminal().note("no study is ready for this step");
            }
            return code;
        }
    }
}
