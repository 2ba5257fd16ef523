package sluice.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.tool.PathInfo;

@Command(name = "info", description = "What a DICOM file, series folder, DICOMDIR or NIfTI file holds.",
        footer = {"", "Examples:", "  sluice tool info image.dcm", "  sluice tool info --json series/", "",
            "Shows technical facts only, nothing that says whose the images are."})
final class ToolInfoCommand extends Verb {
    @Parameters(paramLabel = "PATH", description = "A file or folder.")
    private Path path;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolInfoCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        PathInfo info = context().services().inspectPath().inspect(path);
        if (json) {
            terminal().json(info);
        } else {
            print(info);
        }
        return info.kind().equals("OTHER") ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private void print(PathInfo info) {
        terminal().print(info.kind() + ", " + info.files() + (info.files() == 1 ? " file, " : " files, ")
                + HumanUnits.bytes(info.bytes()));
        if (info.dicom() != null) {
            PathInfo.Dicom d = info.dicom();
            line("modality", d.modality());
            line("SOP class", d.sopClassUid());
            line("SOP instance", d.sopInstanceUid());
            line("study", d.studyInstanceUid());
            line("series", d.seriesInstanceUid());
            line("transfer syntax", d.transferSyntaxUid() + " " + d.transferSyntax());
            if (d.rows() > 0) {
                line("image", d.columns() + " x " + d.rows() + (d.frames() > 1 ? ", " + d.frames() + " frames" : ""));
                line("pixels", d.photometricInterpretation() + ", " + d.samplesPerPixel() + " sample(s), " + d.bitsStored()
                        + " of " + d.bitsAllocated() + " bits" + (d.signed() ? ", signed" : ""));
            }
            line("de-identified", d.patientIdentityRemoved() ? "marked as such" : "no");
            d.deviations().forEach(v -> line("deviation", v));
        }
        if (info.nifti() != null) {
            PathInfo.Nifti n = info.nifti();
            line("format", n.version() + ", " + n.byteOrder());
            line("dimensions", n.dimensions().toString());
            line("spacing", n.spacing().toString());
            line("data type", n.datatype() + ", " + n.bitsPerVoxel() + " bits");
            line("orientation", "sform " + n.sformCode() + ", qform " + n.qformCode());
            Arrays.stream(n.affine()).forEach(row -> line("", Arrays.toString(row)));
            line("extensions", Integer.toString(n.extensions()));
        }
        TextTable series = new TextTable("MODALITY", "FILES", "FRAMES", "IMAGE", "TRANSFER SYNTAX", "SIZE", "SERIES");
        info.series().forEach(s -> series.row(s.modality(), s.files(), s.frames(), s.columns() + " x " + s.rows(),
                s.transferSyntaxUid(), HumanUnits.bytes(s.bytes()), s.seriesInstanceUid()));
        if (!series.isEmpty()) {
            series.lines().forEach(terminal()::print);
        }
        info.others().forEach(o -> terminal().note("no readable image: " + o.path() + ": " + o.code()));
    }

    private void line(String name, String value) {
        terminal().print(String.format("  %-16s %s", name, value));
    }
}
