package sluice.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.CurationException;
import sluice.app.curation.DeliveryRow;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.SendResult;

@Command(name = "send", description = "Works the queue; may be stopped at any moment and goes on where it stopped.",
        footer = {"", "Examples:", "  sluice -w curation send", "  sluice -w curation send --to repository --watch"})
final class SendCommand extends Verb {
    private static final long LOOK_AGAIN_MILLIS = 5_000;

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
        if (watch && json) {
            throw new UsageProblem("--watch goes on for ever, --json prints one document: use status --json beside it");
        }
        return watch ? watch() : context().withPassphrase(passphrase -> round(passphrase, true));
    }

    /** Between two rounds the workspace is free for others, so that new studies can be staged. */
    private int watch() throws Exception {
        Optional<char[]> passphrase = context().workspacePassphrase();
        boolean now = true;
        while (true) {
            try {
                round(passphrase, now);
                now = false;
            } catch (CurationException.Busy e) {
                continue; // somebody is staging or scanning; the queue waits
            } finally {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    private int round(Optional<char[]> passphrase, boolean now) throws CurationException, IOException {
        try (OpenWorkspace workspace = context().services().open(context().workspacePath(), passphrase)) {
            SendResult result;
            try (Context.ProgressView progress = context().progress()) {
                result = workspace.send().run(Optional.ofNullable(destination), now, progress.listener());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CurationException.Busy("sending was stopped; it goes on where it stopped", e);
            }
            if (json) {
                terminal().json(result);
            } else {
                result.deliveries().forEach(d -> terminal().print(line(d)));
                if (result.deliveries().isEmpty() && !watch) {
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
