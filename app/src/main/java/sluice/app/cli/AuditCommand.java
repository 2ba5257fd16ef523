package sluice.app.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.AuditTrail;
import sluice.app.curation.ReadWorkspace;

/** The audit chain. */
@Command(name = "audit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(verify|export)",
        description = "Verifies and exports the audit chain.")
final class AuditCommand implements Runnable {
    static CommandLine with(Context c) {
        return new CommandLine(new AuditCommand()).addSubcommand(new Verify(c)).addSubcommand(new Export(c));
    }

    @Override
    public void run() {
        throw new UsageProblem("say what to do with the audit chain: verify or export");
    }

    @Command(name = "verify", description = "Computes the whole chain again and compares.",
            footer = {"", "Example:", "  sluice -w curation audit verify"})
    static final class Verify extends Verb {
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Verify(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (ReadWorkspace workspace = context().readWorkspace()) {
                AuditTrail.Verdict verdict = workspace.audit().verify();
                if (json) {
                    terminal().json(verdict);
                } else {
                    terminal().print(verdict.intact()
                            ? "intact: " + verdict.entries() + " entries, head " + verdict.head()
                            : "BROKEN: " + verdict.message());
                }
                return verdict.intact() ? ExitCode.DONE : ExitCode.REFUSED;
            }
        }
    }

    @Command(name = "export", description = "Writes the chain to a file that can be verified without the workspace.",
            footer = {"", "Example:", "  sluice -w curation audit export audit.jsonl"})
    static final class Export extends Verb {
        @Parameters(paramLabel = "FILE", description = "A new file.")
        private Path file;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Export(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (ReadWorkspace workspace = context().readWorkspace()) {
                long entries = workspace.audit().export(file);
                if (json) {
                    terminal().json(Map.of("entries", entries));
                } else {
                    terminal().note(entries + " entries written");
                }
                return ExitCode.DONE;
            }
        }
    }
}
