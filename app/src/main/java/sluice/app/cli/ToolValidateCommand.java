package sluice.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.ValidatePath;

@Command(name = "validate", description = "Findings on DICOM or NIfTI files, by severity.",
        footer = {"", "Example:", "  sluice tool validate series/", "",
            "Exit code 1 when a finding is STOP: the file cannot be read or is no valid object."})
final class ToolValidateCommand extends Verb {
    @Parameters(paramLabel = "PATH", description = "A file or folder.")
    private Path path;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolValidateCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ValidatePath.Report report;
        try (Context.ProgressView progress = context().progress()) {
            report = context().services().validatePath().validate(path, progress.listener());
        }
        if (json) {
            terminal().json(report);
        } else {
            TextTable table = new TextTable("SEVERITY", "CODE", "FILE", "WHAT");
            report.findings().forEach(f -> table.row(f.severity(), f.code(), f.path(), f.text()));
            if (!table.isEmpty()) {
                table.lines().forEach(terminal()::print);
            }
            terminal().note(report.files() + " files, " + report.findings().size() + " findings");
        }
        return report.stopped() ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
