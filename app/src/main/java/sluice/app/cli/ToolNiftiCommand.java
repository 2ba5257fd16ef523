package sluice.app.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.ExportNifti;

@Command(name = "nifti", description = "Writes DICOM series as NIfTI, one image with a JSON sidecar for each volume.",
        footer = {"", "Examples:", "  sluice tool nifti series --out converted", "  sluice tool nifti enhanced.dcm --out converted --json", "",
            "Slices lie where their positions say; a tilted gantry shears the grid and moves no pixel. Existing files are never",
            "replaced. Names and sidecars hold nothing that says whose the images are; faces and burned-in text stay."})
final class ToolNiftiCommand extends Verb {
    @Parameters(paramLabel = "SERIES_FOLDER", description = "A folder, with its subfolders, or a file; never changed.")
    private Path in;
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder outside of SERIES_FOLDER.")
    private Path out;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolNiftiCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        ExportNifti.Result result;
        try (Context.ProgressView progress = context().progress()) {
            result = context().services().exportNifti().run(in, out, progress.listener());
        }
        if (json) {
            terminal().json(result);
        } else {
            result.volumes().forEach(this::print);
            result.setAside().forEach(left -> terminal().note("set aside: " + left.files() + " file(s): " + left.kind()));
        }
        if (result.volumes().isEmpty()) {
            terminal().note("no volume was found; nothing was written");
            finish(result.problems());
            return ExitCode.SOME_FAILED;
        }
        return finish(result.problems());
    }

    private void print(ExportNifti.Pair p) {
        terminal().print(p.image() + ": " + p.shape().stream().map(String::valueOf).collect(Collectors.joining(" x ")) + ", "
                + p.datatype());
        p.findings().forEach(f -> terminal().note("  " + f.kind() + ": " + f.message()));
    }
}
