package sluice.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.DeidentifyTree;

@Command(name = "deidentify", description = "De-identifies a folder tree or one file, DICOM and NIfTI.",
        footer = {"", "Examples:", "  sluice tool deidentify incoming out --recipe basic",
            "  sluice tool deidentify incoming out --recipe basic --secret-file project.key --report report.json --map maps", "",
            "Names in OUT hold no identifiers. Without --secret-file a secret in your own configuration folder is used, made",
            "at first use, so that later batches get the same pseudonyms. The mapping files of --map identify patients:",
            "keep them apart from OUT."})
final class ToolDeidentifyCommand extends Verb {
    @Parameters(index = "0", paramLabel = "IN", description = "A file or folder; never changed.")
    private Path in;
    @Parameters(index = "1", paramLabel = "OUT", description = "A folder outside IN.")
    private Path out;
    @Option(names = "--recipe", required = true, paramLabel = "NAME|FILE", description = "A shipped recipe's name, or a file.")
    private String recipe;
    @Option(names = "--secret-file", paramLabel = "F", description = "The project's secret, at least 16 bytes.")
    private Path secretFile;
    @Option(names = "--report", paramLabel = "FILE.json", description = "What was done to each file; never an old value.")
    private Path report;
    @Option(names = "--map", paramLabel = "DIR", description = "Writes patient, UID and file mappings as CSV; these identify.")
    private Path map;
    @Option(names = "--relative-days", paramLabel = "FILE.csv",
            description = "Writes how many days after the patient's first study each one was made, by new identifiers.")
    private Path relativeDays;
    @Option(names = "--baseline", paramLabel = "FILE.csv",
            description = "Counts those days from here instead: a header, then patient and date on each line.")
    private Path baseline;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolDeidentifyCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        if (baseline != null && relativeDays == null) {
            throw new UsageProblem("--baseline says from when the days of --relative-days FILE count; that option is missing");
        }
        DeidentifyTree.Result result;
        try (Context.ProgressView progress = context().progress()) {
            result = context().services().deidentifyTree().run(new DeidentifyTree.Request(in, out, recipe,
                    Optional.ofNullable(secretFile), Optional.ofNullable(report), Optional.ofNullable(map),
                    new DeidentifyTree.Days(Optional.ofNullable(relativeDays), Optional.ofNullable(baseline))),
                    progress.listener());
        }
        if (json) {
            terminal().json(result);
        } else {
            terminal().print(result.written() + " files written, " + result.refused() + " refused, "
                    + result.notImages() + " not images");
        }
        return finish(result.problems());
    }
}
