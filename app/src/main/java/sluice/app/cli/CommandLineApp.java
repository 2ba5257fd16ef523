package sluice.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import sluice.app.curation.CurationException;
import sluice.app.curation.IoTrouble;
import sluice.app.settings.SettingsException;

/** Parses a command line, runs one verb, and turns whatever happens into an exit code and a sentence. */
public final class CommandLineApp {
    private final Terminal terminal;
    private final CommandLine commands;

    public CommandLineApp(Services services) {
        this(services, Terminal.ofProcess());
    }

    CommandLineApp(Services services, Terminal terminal) {
        this.terminal = terminal;
        Sluice root = new Sluice();
        Context context = new Context(root, services, terminal);
        commands = new CommandLine(root);
        verbs(context).forEach(commands::addSubcommand);
        CommandLine tools = new CommandLine(new ToolCommand());
        toolVerbs(context).forEach(tools::addSubcommand);
        commands.addSubcommand(tools);
        commands.setOut(new PrintWriter(terminal.out(), true)).setErr(new PrintWriter(terminal.err(), true));
        commands.setUsageHelpWidth(118);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF));
        commands.setParameterExceptionHandler((e, args) -> usage(e));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    }

    private static List<Object> verbs(Context c) {
        return List.of(new DemoCommand(c), new InitCommand(c), new ScanCommand(c), new ListCommand(c), new ShowCommand(c),
                new DeidentifyCommand(c), new CheckCommand(c), new ApproveCommand(c), new RejectCommand(c),
                new WithdrawCommand(c), new StageCommand(c), DestinationCommand.with(c), new SendCommand(c),
                new StatusCommand(c), AuditCommand.with(c), VaultCommand.with(c), RecipeCommand.with(c), new RunCommand(c));
    }

    private static List<Object> toolVerbs(Context c) {
        return List.of(new ToolInfoCommand(c), new ToolDecodeCommand(c), new ToolRenderCommand(c), new ToolNiftiCommand(c),
                new ToolDeidentifyCommand(c), new ToolValidateCommand(c), new ToolSealCommand(c), new ToolOpenCommand(c), new ToolKeygenCommand(c));
    }

    /** @return the exit code, see {@link ExitCode} */
    public int run(String... args) {
        try {
            return commands.execute(args);
        } catch (Error e) { // no memory, or a part of the program is missing: nobody else would say it without a stack trace
            return internal(e, "an internal error");
        }
    }

    private int usage(ParameterException e) {
        terminal.note("sluice: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(terminal.err(), true));
        terminal.note("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure) {
        IoTrouble trouble = IoTrouble.of(failure);
        if (trouble.canBeRemoved()) {
            terminal.note("sluice: " + trouble.text());
            return ExitCode.SOME_FAILED;
        }
        Exception e = CurationException.explain(failure);
        if (e instanceof UsageProblem || e instanceof CurationException.Unknown) {
            terminal.note("sluice: " + e.getMessage());
            return ExitCode.USAGE;
        }
        if (e instanceof CurationException.Refused || e instanceof CurationException.Busy) {
            terminal.note("sluice: refused: " + e.getMessage());
            return ExitCode.REFUSED;
        }
        if (e instanceof CurationException.NoAccess || e instanceof SettingsException) {
            terminal.note("sluice: no access: " + e.getMessage());
            return ExitCode.NO_ACCESS;
        }
        if (e instanceof InterruptedException) {
            terminal.note("sluice: cancelled; what was finished is kept, and the same command goes on from there");
            return ExitCode.SOME_FAILED;
        }
        return internal(e, e instanceof IOException ? "reading or writing failed (" + e.getClass().getSimpleName() + ")"
                : "an internal error");
    }

    private int internal(Throwable e, String kind) {
        terminal.note("sluice: " + kind + ", code " + ErrorCode.of(e)
                + ". Nothing under a final name is half-written; originals were not touched.");
        return ExitCode.INTERNAL;
    }
}
