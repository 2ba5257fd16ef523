package sluice.app.cli;

import picocli.CommandLine.Command;

/** The verbs that need no workspace. */
@Command(name = "tool", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "TOOL",
        description = "Single steps on files, without a workspace.")
final class ToolCommand implements Runnable {
    @Override
    public void run() {
        throw new UsageProblem("a tool is missing; sluice tool --help lists them");
    }
}
