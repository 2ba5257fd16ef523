package sluice.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.StudyDetail;
import sluice.app.curation.StudyRow;

@Command(name = "show", description = "One study with artefacts, findings, decisions and history.",
        footer = {"", "Example:", "  sluice -w curation show k3v9qx2m7a"})
final class ShowCommand extends Verb {
    @Parameters(paramLabel = "STUDY", description = "The study's handle, as list prints it.")
    private String study;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (ReadWorkspace workspace = context().readWorkspace()) {
            StudyDetail detail = workspace.studies().show(study);
            if (json) {
                terminal().json(detail);
            } else {
                print(detail);
            }
            return ExitCode.DONE;
        }
    }

    private void print(StudyDetail detail) {
        StudyRow row = detail.study();
        terminal().print(row.handle() + "  " + row.state() + "  " + row.kind() + " " + String.join(",", row.modalities())
                + "  " + row.series() + " series, " + row.instances() + " files, " + HumanUnits.bytes(row.bytes())
                + (row.subject().isEmpty() ? "" : "  subject " + row.subject()));
        TextTable artefacts = new TextTable("ARTEFACT", "VERSION", "RECIPE", "FILES", "SIZE", "DIGEST", "CREATED");
        detail.artefacts().forEach(a -> artefacts.row(a.step(), a.version(), a.recipe(), a.files(), HumanUnits.bytes(a.bytes()),
                a.digest().length() > 16 ? a.digest().substring(0, 16) : a.digest(), a.created()));
        TextTable findings = new TextTable("FINDING", "SEVERITY", "STEP", "STATUS", "WHAT");
        detail.findings().forEach(f -> findings.row(f.code(), f.severity(), f.step(), f.status(), f.text()));
        TextTable decisions = new TextTable("DECISION", "BY", "TIME", "VALID", "WHY");
        detail.decisions().forEach(d -> decisions.row(d.kind(), d.by(), d.time(), d.valid() ? "yes" : "no", d.why()));
        TextTable history = new TextTable("SEQ", "TIME", "ACTOR", "ACTION", "DETAILS");
        detail.history().forEach(e -> history.row(e.sequence(), e.time(), e.actor(), e.action(), e.details()));
        for (TextTable table : new TextTable[] {artefacts, findings, decisions, history}) {
            if (!table.isEmpty()) {
                terminal().print("");
                table.lines().forEach(terminal()::print);
            }
        }
    }
}
