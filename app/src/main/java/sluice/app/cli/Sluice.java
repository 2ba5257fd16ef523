package sluice.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: what all verbs share. */
@Command(name = "sluice", mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND", sortOptions = false,
        header = "Curates medical images where they are, and delivers what was approved: de-identified, sealed, with receipts.",
        description = {"", "The way of a study: scan, deidentify, check, approve, stage, send. Originals are never changed.", ""},
        footer = {"", "Examples:",
            "  sluice demo",
            "  sluice -w curation init --site \"Ward 7\"",
            "  sluice -w curation scan /data/incoming",
            "  sluice -w curation list --state CATALOGUED",
            "", "Exit codes: 0 done, 1 some items failed (each is named), 2 usage, 3 refused by a gate or policy,",
            "4 destination unreachable or not authenticated, 5 internal error."})
final class Sluice implements Callable<Integer> {
    @Spec
    private CommandSpec spec;


    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "The workspace; default: the environment variable SLUICE_WORKSPACE.")
    Path workspace;

    @Option(names = "--passphrase-file", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Holds the workspace's passphrase in its first line; otherwise SLUICE_PASSPHRASE or a prompt.")
    Path passphraseFile;

    /** Without a command the help is what somebody new needs; it is still no success. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
