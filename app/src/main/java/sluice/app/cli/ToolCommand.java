package sluice.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs that need no workspace. */
@Command(name = "tool", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "TOOL",
        description = "Single steps on files, without a workspace.")
final class ToolCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
