package sluice.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "stage", description = "Packs approved studies, seals them to the destination's recipients and queues them.",
        footer = {"", "Examples:", "  sluice -w curation stage --all", "  sluice -w curation stage k3v9qx2m7a --to repository", "",
            "A named study that is queued and not sent is packed again, such as when its package was lost or it is to go elsewhere."})
final class StageCommand extends StepVerb {
    @Option(names = "--to", paramLabel = "DEST", description = "The destination; may be left out where there is only one.")
    private String destination;

    StageCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        return workspace.stage().run(studies, java.util.Optional.ofNullable(destination), progress);
    }
}
