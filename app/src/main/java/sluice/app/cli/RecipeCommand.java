package sluice.app.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.RecipeTool;

/** Recipes of de-identification. */
@Command(name = "recipe", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list|show|schema|check|explain)",
        description = "Shows recipes of de-identification, checks them and explains what they do.")
final class RecipeCommand implements Runnable {
    static CommandLine with(Context c) {
        return new CommandLine(new RecipeCommand()).addSubcommand(new ListThem(c)).addSubcommand(new Show(c))
                .addSubcommand(new Schema(c)).addSubcommand(new Check(c)).addSubcommand(new Explain(c));
    }

    @Override
    public void run() {
        throw new UsageProblem("say what to do with recipes: list, show, schema, check or explain");
    }

    @Command(name = "list", description = "The recipes that come with the product.",
            footer = {"", "Example:", "  sluice recipe list"})
    static final class ListThem extends Verb {
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        ListThem(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            var rows = context().services().recipes().list();
            if (json) {
                terminal().json(rows);
            } else {
                TextTable table = new TextTable("RECIPE", "VERSION", "WHAT IT IS FOR");
                rows.forEach(r -> table.row(r.name(), r.version(), r.description()));
                table.lines().forEach(terminal()::print);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "show", description = "Prints a shipped recipe as JSON, to read or to start one's own from.",
            footer = {"", "Example:", "  sluice recipe show eucaim > ours.json"})
    static final class Show extends Verb {
        @Parameters(paramLabel = "NAME", description = "A shipped recipe's name.")
        private String name;

        Show(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            terminal().print(context().services().recipes().source(name).stripTrailing());
            return ExitCode.DONE;
        }
    }

    @Command(name = "schema", description = "Prints the JSON Schema (draft 2020-12) of recipe files, for editors.",
            footer = {"", "Example:", "  sluice recipe schema > recipe-schema.json"})
    static final class Schema extends Verb {
        Schema(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            terminal().print(context().services().recipes().schema().stripTrailing());
            return ExitCode.DONE;
        }
    }

    @Command(name = "check", description = "Says whether a file is a recipe that can be run.",
            footer = {"", "Example:", "  sluice recipe check ours.json"})
    static final class Check extends Verb {
        @Parameters(paramLabel = "FILE", description = "A recipe file.")
        private Path file;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Check(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            RecipeTool.Row recipe = context().services().recipes().check(file);
            if (json) {
                terminal().json(recipe);
            } else {
                terminal().print("valid: " + recipe.name() + " " + recipe.version() + ", options "
                        + (recipe.options().isEmpty() ? "none" : String.join(", ", recipe.options())));
                terminal().print("digest " + recipe.digest());
            }
            if (!recipe.runs()) {
                terminal().note("but it cannot be run: " + recipe.hindrance());
            }
            return recipe.runs() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    /** An attribute of an item by its depth, item number and tag; the whole path would push the rest off the screen. */
    private static String indented(String path) {
        int last = path.lastIndexOf("].");
        int depth = path.length() - path.replace("[", "").length();
        return last < 0 ? path : ">".repeat(depth) + path.substring(path.lastIndexOf('['), last + 1) + " " + path.substring(last + 2);
    }

    @Command(name = "explain", description = "For a DICOM or NIfTI file: each attribute, what becomes of it, and which rule decides.",
            footer = {"", "Examples:", "  sluice recipe explain image.dcm --recipe eucaim",
                "  sluice recipe explain image.dcm --recipe ours.json --json", "",
                "Writes nothing and shows no value, neither of what goes nor of what stays."})
    static final class Explain extends Verb {
        @Parameters(paramLabel = "FILE", description = "A DICOM or NIfTI file; never changed.")
        private Path file;
        @Option(names = "--recipe", required = true, paramLabel = "NAME|FILE", description = "A shipped recipe's name, or a file.")
        private String recipe;
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        Explain(Context context) {
            super(context);
        }

        @Override
        public Integer call() throws Exception {
            RecipeTool.Explained explained = context().services().recipes().explain(file, recipe);
            if (json) {
                terminal().json(explained);
            } else {
                TextTable table = new TextTable("ATTRIBUTE", "KEYWORD", "RESULT", "RULE");
                explained.attributes().forEach(l -> table.row(indented(l.path()), l.keyword(), l.result(), l.rule()));
                if (!table.isEmpty()) {
                    table.lines().forEach(terminal()::print);
                }
                explained.notes().forEach(n -> terminal().note("note: " + n));
            }
            if (!explained.refused().isEmpty()) {
                terminal().note("the file would not be passed on: " + explained.refused());
            }
            return explained.refused().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }
}
