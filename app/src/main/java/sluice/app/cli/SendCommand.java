package sluice.app.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.DeliveryRow;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.SendResult;

@Command(name = "send", description = "Works the queue; may be stopped at any moment and goes on where it stopped.",
        footer = {"", "Examples:", "  sluice -w curation send", "  sluice -w curation send --to repository --watch"})
final class SendCommand extends Verb {
    @Option(names = "--to", paramLabel = "DEST", description = "Only deliveries to this destination.")
    private String destination;

    @Option(names = "--watch", description = "Go on waiting for new deliveries and retries until stopped.")
    private boolean watch;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    SendCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace workspace = context().openWorkspace()) {
            SendResult result;
            try (Context.ProgressView progress = context().progress()) {
                result = workspace.send().run(Optional.ofNullable(destination), watch, progress.listener());
            }
            if (json) {
                terminal().json(result);
            } else {
                result.deliveries().forEach(d -> terminal().print(line(d)));
                if (result.deliveries().isEmpty()) {
                    terminal().note("nothing was due");
                }
            }
            List<DeliveryRow> failed = result.deliveries().stream().filter(d -> !d.problem().isEmpty()).toList();
            failed.forEach(d -> terminal().note("not sent: " + d.delivery() + " (study " + d.study() + "): " + d.problem()));
            return failed.isEmpty() ? ExitCode.DONE : result.noAccess() ? ExitCode.NO_ACCESS : ExitCode.SOME_FAILED;
        }
    }

    static String line(DeliveryRow d) {
        return d.study() + "  " + d.state() + "  " + d.delivery() + " to " + d.destination() + "  "
                + HumanUnits.bytes(d.bytes());
    }
}
