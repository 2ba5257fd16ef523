package sluice.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "deidentify", description = "Writes de-identified copies of studies into the workspace.",
        footer = {"", "Examples:", "  sluice -w curation deidentify --all", "  sluice -w curation deidentify k3v9qx2m7a --recipe basic",
            "", "May be stopped at any time; the next run takes up the study where it stopped."})
final class DeidentifyCommand extends StepVerb {
    @Option(names = "--recipe", paramLabel = "NAME|FILE", defaultValue = "basic",
            description = "A shipped recipe's name or a recipe file; default: ${DEFAULT-VALUE}.")
    private String recipe;

    DeidentifyCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        return workspace.deidentify().run(studies, recipe, progress);
    }
}
