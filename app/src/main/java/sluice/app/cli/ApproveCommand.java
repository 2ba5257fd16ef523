package sluice.app.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.BatchResult;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.Selection;
import sluice.app.curation.StepRow;
import sluice.app.job.Progress;

@Command(name = "approve", description = "A person approves exactly the files that were checked.",
        footer = {"", "Examples:", "  sluice -w curation approve k3v9qx2m7a --by \"A. Radiologist\"",
            "  sluice -w curation approve --all --by \"A. Radiologist\" --accept recognisable-face", "",
            "A study with findings on HOLD is refused unless each code is accepted by name, after looking at the images.",
            "Any later change of the files voids the approval."})
final class ApproveCommand extends StepVerb {
    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who approves; kept in the audit trail.")
    private String by;

    @Option(names = "--accept", paramLabel = "CODE", split = ",", description = "Findings on HOLD that this person accepts.")
    private List<String> accepted = List.of();

    ApproveCommand(Context context) {
        super(context);
    }

    @Override
    BatchResult<StepRow> step(OpenWorkspace workspace, Selection studies, Progress progress) throws Exception {
        return workspace.decide().approve(studies, by, Set.copyOf(accepted));
    }
}
