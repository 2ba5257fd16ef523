package sluice.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.ConnectorRow;
import sluice.app.curation.DestinationCheck;
import sluice.app.curation.DestinationRow;
import sluice.app.curation.DestinationSpec;
import sluice.app.curation.OpenWorkspace;
import sluice.app.curation.ReadWorkspace;

/** Where studies are sent to. */
@Command(name = "destination", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(add|list|test|remove)",
        description = "Adds, lists, tests and removes destinations.")
final class DestinationCommand implements Runnable {
    static CommandLine with(Context c) {
        return new CommandLine(new DestinationCommand()).addSubcommand(new Add(c)).addSubcommand(new Listing(c))
                .addSubcommand(new Test(c)).addSubcommand(new Remove(c));
    }

    @Override
    public void run() {
        throw new UsageProblem("say what to do with destinations: add, list, test or remove");
    }

    @Command(name = "add", description = "Adds a destination with its options and what it accepts.",
            footer = {"", "Examples:",
                "  sluice -w curation destination add repository --kind sftp -o host=sftp.example.org -o user=site7 \\",
                "      -o key-file=id_ed25519 -o host-key=SHA256:… -o path=incoming --recipient repository.pub",
                "  sluice -w curation destination add disk --kind folder -o path=/media/usb --recipient repository.pub",
                "", "The options of each kind: sluice destination list --kinds"})
    static final class Add extends Verb {
        @Parameters(paramLabel = "NAME", description = "What to call it: letters, digits and hyphens.")
        private String name;
        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "folder or sftp.")
        private String kind;
        @Option(names = {"-o", "--option"}, paramLabel = "NAME=VALUE", description = "An option that the kind declares.")
        private Map<String, String> options = new LinkedHashMap<>();
        @Option(names = "--recipient", required = true, paramLabel = "KEY.pub", split = ",",
                description = "Crypt4GH public key of who may open the deliveries; may be repeated.")
        private List<Path> recipients;
        @Option(names = "--accepts", paramLabel = "CODE", split = ",",
                description = "Findings on HOLD with which this destination may get a study, if a person accepted them there; "
                        + "'all' for every code. Default: all.")
        private List<String> accepts = List.of("all");
        @Option(names = "--evidence", paramLabel = "LEVEL", defaultValue = "remote-digest",
                description = "Weakest evidence that counts as received: size, remote-digest, read-back. Default: ${DEFAULT-VALUE}.")
        private String evidence;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;
        @Option(names = "--replace", description = "In place of the destination of this name; what is queued for it goes there. "
                + "Recipients can change only while nothing is queued.")
        private boolean replace;

        Add(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (OpenWorkspace workspace = context().openWorkspace()) {
                DestinationSpec spec = new DestinationSpec(name, kind, options, recipients, accepts, evidence);
                if (replace) {
                    workspace.destinations().replace(spec);
                } else {
                    workspace.destinations().add(spec);
                }
                if (json) {
                    terminal().json(workspace.destinations().list().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow());
                }
                terminal().note("destination " + name + (replace ? " replaced; " : " added; ") + "sluice destination test " + name + " tries it");
                return ExitCode.DONE;
            }
        }
    }

    @Command(name = "list", description = "Lists the destinations, or the kinds that there are.",
            footer = {"", "Examples:", "  sluice -w curation destination list", "  sluice destination list --kinds"})
    static final class Listing extends Verb {
        @Option(names = "--kinds", description = "List the kinds of destinations with their options instead.")
        private boolean kinds;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Listing(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            if (kinds) {
                List<ConnectorRow> rows = context().services().connectors();
                if (json) {
                    terminal().json(rows);
                } else {
                    rows.forEach(this::print);
                }
                return ExitCode.DONE;
            }
            try (ReadWorkspace workspace = context().readWorkspace()) {
                List<DestinationRow> rows = workspace.destinations().list();
                if (json) {
                    terminal().json(rows);
                    return ExitCode.DONE;
                }
                TextTable table = new TextTable("NAME", "KIND", "EVIDENCE", "ACCEPTS", "OPTIONS");
                rows.forEach(r -> table.row(r.name(), r.kind(), r.evidence(), String.join(",", r.accepts()), r.options()));
                if (table.isEmpty()) {
                    terminal().note("no destinations; sluice destination add --help shows how to add one");
                } else {
                    table.lines().forEach(terminal()::print);
                }
                return ExitCode.DONE;
            }
        }

        private void print(ConnectorRow kind) {
            terminal().print(kind.kind() + ": " + kind.title());
            TextTable table = new TextTable("  OPTION", "REQUIRED", "DEFAULT", "WHAT");
            kind.options().forEach(o -> table.row("  " + o.name(), o.required() ? "yes" : "no",
                    o.defaultValue() == null ? "-" : o.defaultValue(), o.help()));
            table.lines().forEach(terminal()::print);
        }
    }

    @Command(name = "test", description = "Connects, checks who is there, and shows what the destination can do.",
            footer = {"", "Example:", "  sluice -w curation destination test repository"})
    static final class Test extends Verb {
        @Parameters(paramLabel = "NAME", description = "The destination.")
        private String name;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Test(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (ReadWorkspace workspace = context().readWorkspace()) {
                DestinationCheck check = workspace.destinations().test(name);
                if (json) {
                    terminal().json(check);
                } else {
                    terminal().print(check.name() + ": " + check.message()
                            + (check.peer().isEmpty() ? "" : " (" + check.peer() + ")"));
                }
                return check.reachable() ? ExitCode.DONE : ExitCode.NO_ACCESS;
            }
        }
    }

    @Command(name = "remove", description = "Removes a destination; refused while deliveries to it are open.",
            footer = {"", "Example:", "  sluice -w curation destination remove disk"})
    static final class Remove extends Verb {
        @Parameters(paramLabel = "NAME", description = "The destination.")
        private String name;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Remove(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            try (OpenWorkspace workspace = context().openWorkspace()) {
                workspace.destinations().remove(name);
                if (json) {
                    terminal().json(Map.of("removed", name));
                }
                return ExitCode.DONE;
            }
        }
    }
}
