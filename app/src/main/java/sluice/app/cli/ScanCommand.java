package sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ScanSummary;

@Command(name = "scan", description = "Indexes files and folders; the originals stay where they are.",
        footer = {"", "Examples:", "  sluice -w curation scan /data/incoming",
            "  sluice -w curation scan --json disc1 disc2", "",
            "May be repeated and stopped at any time; unchanged files are passed over. What is no readable image goes to",
            "quarantine with a reason, which gives exit code 1 only for files that claim to be images."})
final class ScanCommand extends Verb {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<Path> paths;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ScanCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace workspace = context().openWorkspace(); Context.ProgressView progress = context().progress()) {
            ScanSummary summary = workspace.scan().scan(paths, progress.listener());
            progress.close();
            if (json) {
                terminal().json(summary);
            } else {
                terminal().print(summary.files() + " files, " + HumanUnits.bytes(summary.bytes()) + ": "
                        + summary.dicom() + " DICOM, " + summary.nifti() + " NIfTI, " + summary.unchanged()
                        + " unchanged since the last scan");
                terminal().print(summary.studies() + " studies in the workspace");
                summary.quarantined().stream().filter(ScanSummary.Quarantined::damaged).forEach(q -> terminal().note(
                        "quarantine: " + q.path() + ": " + q.code() + ": " + q.reason()));
                long others = summary.quarantined().size() - summary.damaged();
                if (others > 0) {
                    terminal().note(others + " other files are no images; sluice list --quarantine names them");
                }
            }
            return summary.damaged() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }
}
