package sluice.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.demo.DemoReport;

@Command(name = "demo", description = "Shows the whole way with phantom studies; needs nothing but this program.",
        footer = {"", "Example:", "  sluice demo --out demo", "",
            "Makes phantom studies with planted identifiers, starts an SFTP server inside the process, runs the whole way,",
            "opens what arrived with the recipient's key and looks for what was planted. Exit code 0 only if all of it held."})
final class DemoCommand extends Verb {
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "sluice-demo",
            description = "A new or empty folder for the report and everything that was made. Default: ${DEFAULT-VALUE}.")
    private Path out;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    DemoCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        DemoReport report;
        try (Context.ProgressView progress = context().progress()) {
            report = context().services().demo().run(out, progress.listener());
        }
        if (json) {
            terminal().json(report.withoutPictures());
        } else {
            report.promises().forEach(p -> terminal().print((p.held() ? "held    " : "BROKEN  ") + p.text() + ": " + p.detail()));
            report.studies().forEach(s -> terminal().print(s.handle() + "  " + s.modality() + "  " + s.state() + "  " + s.evidence()));
            terminal().print("report: " + out.resolve("report.html"));
        }
        return report.held() ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }
}
