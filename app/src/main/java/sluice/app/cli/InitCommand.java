package sluice.app.cli;

import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.app.curation.InitWorkspace;

@Command(name = "init", description = "Makes a workspace: catalogue, keys, staging area.",
        footer = {"", "Examples:", "  sluice -w curation init --site \"Ward 7\"",
            "  SLUICE_PASSPHRASE=… sluice -w curation init", "",
            "With a passphrase the keys are wrapped by it. Without one they are wrapped by a key file in your own",
            "configuration folder, so that a copy of the workspace alone shows nobody's identity."})
final class InitCommand extends Verb {
    @Option(names = "--site", paramLabel = "NAME", description = "The site's name, for receipts and reports.")
    private String site = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    InitCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        Optional<char[]> passphrase = context().passphrase();
        if (passphrase.isEmpty() && terminal().interactive()) {
            passphrase = askTwice();
        }
        try {
            InitWorkspace.Made made = context().services().init(context().workspacePath(), site, passphrase);
            if (json) {
                terminal().json(made);
            } else {
                terminal().print("workspace " + made.workspaceId() + " is ready");
                terminal().print("keys are protected by " + made.keyProtection());
                terminal().print("next: sluice -w " + context().workspacePath() + " scan FOLDER");
            }
            return ExitCode.DONE;
        } finally {
            passphrase.ifPresent(p -> Arrays.fill(p, '\0'));
        }
    }

    private Optional<char[]> askTwice() {
        Optional<char[]> first = terminal().askSecret("New passphrase (empty: protect by a key file)");
        if (first.isEmpty() || first.get().length == 0) {
            return Optional.empty();
        }
        char[] second = terminal().askSecret("The same again").orElse(new char[0]);
        boolean same = Arrays.equals(first.get(), second);
        Arrays.fill(second, '\0');
        if (!same) {
            throw new UsageProblem("the two passphrases differ; nothing was made");
        }
        return first;
    }
}
