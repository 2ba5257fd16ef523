package sluice.app.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.DeliveryRow;
import sluice.app.curation.ReadWorkspace;
import sluice.app.curation.StatusReport;

@Command(name = "status", description = "Studies by state, and deliveries with their evidence and next attempt.",
        footer = {"", "Examples:", "  sluice -w curation status", "  sluice -w curation status --json"})
final class StatusCommand extends Verb {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    StatusCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (ReadWorkspace workspace = context().readWorkspace()) {
            StatusReport report = workspace.status().report();
            if (json) {
                terminal().json(report);
                return ExitCode.DONE;
            }
            terminal().print(report.studies().entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                    .collect(Collectors.joining(", ", "studies: ", report.studies().isEmpty() ? "none" : "")));
            TextTable table = new TextTable("STUDY", "DELIVERY", "DESTINATION", "STATE", "EVIDENCE", "SIZE", "TRIES", "NEXT", "PROBLEM");
            for (DeliveryRow d : report.deliveries()) {
                table.row(d.study(), d.delivery(), d.destination(), d.state(), evidence(d), HumanUnits.bytes(d.bytes()),
                        d.attempts(), d.nextAttempt() == null ? "-" : d.nextAttempt(), d.problem());
            }
            if (!table.isEmpty()) {
                terminal().print("");
                table.lines().forEach(terminal()::print);
            }
            return ExitCode.DONE;
        }
    }

    private static String evidence(DeliveryRow d) {
        String kinds = d.items().stream().map(DeliveryRow.Item::evidence).filter(e -> !e.isEmpty()).distinct().sorted()
                .collect(Collectors.joining(","));
        return kinds.isEmpty() ? "-" : kinds;
    }
}
