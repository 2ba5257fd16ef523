package sluice.app.cli;

import picocli.CommandLine.Command;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "check", description = "Reads again what was written and looks for what must not be there.",
        footer = {"", "Example:", "  sluice -w curation check --all", "",
            "Findings: NOTE is for information, WARNING is worth a look, HOLD waits for a person (approve --accept CODE),",
            "STOP cannot be accepted. show STUDY lists them."})
final class CheckCommand extends StepVerb {
    CheckCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        return workspace.check().run(studies, progress);
    }
}
