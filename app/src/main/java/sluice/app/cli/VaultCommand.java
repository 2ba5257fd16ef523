package sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.IdentityVault;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.WorkspaceFolder;

/** The way back from pseudonyms, and the versions of the secret behind them. */
@Command(name = "vault", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(lookup|export|rotate)",
        description = "Looks up who a pseudonym is, exports the mapping, makes a new secret.")
final class VaultCommand implements Runnable {
    static CommandLine with(Context c) {
        return new CommandLine(new VaultCommand()).addSubcommand(new Lookup(c)).addSubcommand(new Export(c))
                .addSubcommand(new Rotate(c));
    }

    @Override
    public void run() {
        throw new UsageProblem("say what to do with the vault: lookup, export or rotate");
    }

    @Command(name = "lookup", description = "Prints what a patient pseudonym or a new UID stands for. This identifies, and is audited.",
            footer = {"", "Example:", "  sluice -w curation vault lookup SL-JGZ0-FC1M-XHA0-DQ8M"})
    static final class Lookup extends Verb {
        @Parameters(paramLabel = "PSEUDONYM|UID", description = "As it stands in what left.")
        private String name;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Lookup(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (OpenWorkspace workspace = context().openWorkspace()) {
                IdentityVault.Found found = workspace.vault().lookup(name.strip());
                if (json) {
                    terminal().json(found);
                } else {
                    terminal().print(found.pseudonym() + " is " + String.join(" \\ ", found.patient().stream()
                            .filter(part -> !part.isEmpty()).toList()) + " (secret version " + found.secretVersion() + ")");
                    if (!found.uid().isEmpty()) {
                        terminal().print(name.strip() + " was " + found.uid());
                    }
                }
                return ExitCode.DONE;
            }
        }
    }

    @Command(name = "export", description = "Writes all old and new identifiers as a table. This identifies everybody, and is audited.",
            footer = {"", "Examples:", "  sluice -w curation vault export --out mapping.c4gh --to safe.pub",
                "  sluice -w curation vault export --out mapping.csv", "",
                "A .c4gh file is encrypted to the keys of --to; a .csv file is not encrypted, only its owner may read it."})
    static final class Export extends Verb {
        @Option(names = "--out", required = true, paramLabel = "FILE.csv|FILE.c4gh", description = "A new file outside of the workspace.")
        private Path out;
        @Option(names = "--to", paramLabel = "KEY.pub", description = "Who can open a .c4gh file; may be given several times.")
        private List<Path> recipients = new ArrayList<>();
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Export(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            String ending = out.getFileName().toString().toLowerCase(Locale.ROOT);
            if (ending.endsWith(".c4gh") == recipients.isEmpty() || !ending.endsWith(".c4gh") && !ending.endsWith(".csv")) {
                throw new UsageProblem("the table is FILE.c4gh with --to KEY.pub, or FILE.csv without; nothing was written");
            }
            try (OpenWorkspace workspace = context().openWorkspace()) {
                IdentityVault.Exported done =
                        workspace.vault().export(out, recipients, new WorkspaceFolder(context().workspacePath()));
                if (json) {
                    terminal().json(done);
                } else {
                    terminal().print(done.patients() + " patients and " + done.uids() + " UIDs written"
                            + (done.encrypted() ? ", encrypted" : "; the file identifies them all"));
                }
                return ExitCode.DONE;
            }
        }
    }

    @Command(name = "rotate", description = "Makes a new secret for patients who come from now on; known ones keep their pseudonyms.",
            footer = {"", "Example:", "  sluice -w curation vault rotate"})
    static final class Rotate extends Verb {
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Rotate(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            IdentityVault.Rotated done = context().withPassphrase(passphrase -> {
                try (OpenWorkspace workspace = context().services().open(context().workspacePath(), passphrase)) {
                    return workspace.vault().rotate(passphrase);
                }
            });
            if (json) {
                terminal().json(done);
            } else {
                terminal().print("secret version " + done.secretVersion() + " is in use for new patients");
            }
            return ExitCode.DONE;
        }
    }
}
