package sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.CurationException;
import sluice.app.curation.IdentityVault;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.SecretText;
import sluice.app.curation.WorkspaceFolder;

/** The way back from pseudonyms, and the versions of the secret behind them. */
@Command(name = "vault", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(lookup|export|rotate|secret-text)",
        description = "Looks up who a pseudonym is, exports the mapping, makes a new secret, takes in a shared one.")
final class VaultCommand implements Runnable {
    static CommandLine with(Context c) {
        return new CommandLine(new VaultCommand()).addSubcommand(new Lookup(c)).addSubcommand(new Export(c))
                .addSubcommand(new Rotate(c)).addSubcommand(new ShareText(c));
    }

    @Override
    public void run() {
        throw new UsageProblem("say what to do with the vault: lookup, export, rotate or secret-text");
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

    @Command(name = "secret-text", description = "Takes in the text that sites share for pseudonyms of the scheme eucaim-md5.",
            footer = {"", "Examples:", "  sluice -w curation vault secret-text", "  sluice -w curation vault secret-text --file shared.txt", "",
                "Without --file you are asked for it. It is sealed in the workspace's vault as the other secrets are; the file is yours to",
                "remove. Give it before the first study leaves under such a pseudonym: afterwards it stays as it is."})
    static final class ShareText extends Verb {
        @Option(names = "--file", paramLabel = "FILE", description = "Holds nothing but the text, UTF-8, at least 16 bytes.")
        private Path file;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        ShareText(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            byte[] text = file == null ? typed() : SecretText.of(file);
            try {
                IdentityVault.Shared done = context().withPassphrase(passphrase -> {
                    try (OpenWorkspace workspace = context().services().open(context().workspacePath(), passphrase)) {
                        return workspace.vault().share(text, passphrase);
                    }
                });
                if (json) {
                    terminal().json(done);
                } else {
                    terminal().print("the shared text is in the vault" + (done.replaced() ? " in place of the one before" : ""));
                }
                return ExitCode.DONE;
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        }

        private byte[] typed() throws CurationException {
            char[] first = asked("The text that the sites share");
            char[] second = new char[0];
            try {
                second = asked("The same again");
                if (!Arrays.equals(first, second)) {
                    throw new UsageProblem("the two texts differ; nothing was changed");
                }
                return SecretText.of(first);
            } finally {
                Arrays.fill(first, '\0');
                Arrays.fill(second, '\0');
            }
        }

        private char[] asked(String prompt) {
            return terminal().askSecret(prompt).orElseThrow(() -> new UsageProblem("nobody is there to be asked; name a file with --file"));
        }
    }
}
