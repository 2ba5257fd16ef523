package sluice.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "reject", description = "A person takes studies out of the way to delivery; everything is kept.",
        footer = {"", "Example:", "  sluice -w curation reject k3v9qx2m7a --why \"consent was withdrawn\""})
final class RejectCommand extends StepVerb {
    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; default: the user of this machine.")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason; kept in the audit trail.")
    private String why;

    RejectCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        return workspace.decide().reject(studies, by, why);
    }
}
