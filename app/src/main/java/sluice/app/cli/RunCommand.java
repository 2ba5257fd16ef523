package sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.RunThrough;

@Command(name = "run", description = "The whole way, unattended: scan, deidentify, check, approve by policy, stage, send.",
        footer = {"", "Examples:",
            "  sluice -w curation run --from /data/incoming --to repository --recipe basic --approve-by no-findings",
            "  sluice -w curation run --from /data/phantoms --to disk --recipe basic --approve-by accept:recognisable-face", "",
            "Policies: no-holds approves studies without findings on HOLD or STOP; no-findings demands that there are no",
            "warnings either; accept:CODE,CODE also approves studies whose holds are all named. What a policy does not",
            "approve stays where it is and is named (exit code 3 if nothing at all could go on for that reason, else 1)."})
final class RunCommand extends Verb {
    @Option(names = "--from", required = true, paramLabel = "PATH", split = ",", description = "Files or folders; may be repeated.")
    private List<Path> from;
    @Option(names = "--to", required = true, paramLabel = "DEST", description = "A destination of this workspace.")
    private String to;
    @Option(names = "--recipe", paramLabel = "NAME|FILE", defaultValue = "basic", description = "Default: ${DEFAULT-VALUE}.")
    private String recipe;
    @Option(names = "--approve-by", required = true, paramLabel = "POLICY", description = "no-findings, no-holds or accept:CODE,…")
    private String policy;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    RunCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace workspace = context().openWorkspace()) {
            RunThrough.Report report;
            try (Context.ProgressView progress = context().progress()) {
                report = workspace.runThrough().run(new RunThrough.Request(from, to, recipe, policy), progress.listener());
            }
            if (json) {
                terminal().json(report);
            } else {
                report.studies().forEach(s -> terminal().print(s.study() + "  " + s.state() + "  " + s.summary()));
                report.scan().quarantined().stream().filter(q -> q.damaged()).forEach(q -> terminal().note("quarantine: " + q.path() + ": " + q.code()));
            }
            int code = finish(report.problems());
            if (report.noAccess()) {
                return ExitCode.NO_ACCESS;
            }
            return report.allHeldBack() ? ExitCode.REFUSED : report.scan().damaged() > 0 ? ExitCode.SOME_FAILED : code;
        }
    }
}
