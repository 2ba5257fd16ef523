package sluice.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.ScanSummary;
import sluice.app.curation.StudyRow;

@Command(name = "list", description = "The work list.",
        footer = {"", "Examples:", "  sluice -w curation list", "  sluice -w curation list --state QC_PASSED --json"})
final class ListCommand extends Verb {
    @Option(names = "--state", paramLabel = "STATE", split = ",", description = "Only studies in this state (or states, separated by commas).")
    private List<String> states = List.of();

    @Option(names = "--quarantine", description = "List the files that are in no study instead, with the reason.")
    private boolean quarantine;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ListCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (ReadWorkspace workspace = context().readWorkspace()) {
            if (quarantine) {
                return quarantine(workspace.studies().quarantine());
            }
            List<StudyRow> rows = workspace.studies().list(states);
            if (json) {
                terminal().json(rows);
                return ExitCode.DONE;
            }
            TextTable table = new TextTable("STUDY", "STATE", "SUBJECT", "KIND", "MODALITY", "SERIES", "FILES", "SIZE", "FINDINGS");
            rows.forEach(r -> table.row(r.handle(), r.state(), r.subject().isEmpty() ? "-" : r.subject(), r.kind(),
                    String.join(",", r.modalities()), r.series(), r.instances(), HumanUnits.bytes(r.bytes()), r.openFindings()));
            if (table.isEmpty()) {
                terminal().note("no studies" + (states.isEmpty() ? "; sluice scan FOLDER finds some" : " in this state"));
            } else {
                table.lines().forEach(terminal()::print);
            }
            return ExitCode.DONE;
        }
    }

    private int quarantine(List<ScanSummary.Quarantined> files) {
        if (json) {
            terminal().json(files);
        } else {
            files.forEach(q -> terminal().print(q.code() + "  " + q.path() + ": " + q.reason()));
        }
        return ExitCode.DONE;
    }
}
