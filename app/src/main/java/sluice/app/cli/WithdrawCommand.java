package sluice.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "withdraw", description = "Takes studies back, also after they were sent; what has to be told to the destination is printed.",
        footer = {"", "Example:", "  sluice -w curation withdraw k3v9qx2m7a --why \"consent was withdrawn\""})
final class WithdrawCommand extends StepVerb {
    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; default: the user of this machine.")
    private String by = System.getProperty("user.name", "unknown");

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason; kept in the audit trail.")
    private String why;

    WithdrawCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        if (studies.all()) {
            throw new UsageProblem("a withdrawal cannot be undone; name each study");
        }
        return workspace.decide().withdraw(studies, by, why);
    }
}
