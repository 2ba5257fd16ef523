package sluice.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.BatchResult;
import sluice.app.curation.tool.RenderPicture;

@Command(name = "render", description = "Writes what the viewer would show of an image or a volume as a PNG file.",
        footer = {"", "Examples:", "  sluice tool render image.dcm --out image.png",
            "  sluice tool render series/ --plane coronal --window 40,400 --out coronal.png",
            "  sluice tool render t1.nii.gz --plane sagittal --slice 90 --size 800x600 --out sagittal.png", "",
            "Without --plane: the frames of a file, or the slices of a folder, as they were acquired. Slices count from 1, the one",
            "nearest to the onlooker first (axial: from the feet, coronal: from the front, sagittal: from the patient's left).",
            "Of a folder with several volumes the largest. Shows whatever is burned into the image."})
final class ToolRenderCommand extends Verb {
    @Parameters(paramLabel = "PATH", description = "A DICOM file, a folder with a series, or a NIfTI file.")
    private Path path;
    @Option(names = "--out", required = true, paramLabel = "PNG", description = "A new file.")
    private Path out;
    @Option(names = "--plane", paramLabel = "axial|coronal|sagittal", description = "A plane of the patient through the volume.")
    private String plane;
    @Option(names = "--slice", paramLabel = "N", description = "The first is 1. Default: the middle.")
    private Integer slice;
    @Option(names = "--window", paramLabel = "C,W",
            description = "Centre and width, in HU for CT. Default: the image's first window, else from its values.")
    private String window;
    @Option(names = "--size", paramLabel = "WxH", description = "Pixels. Default: one for each pixel, at most 2048.")
    private String size;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolRenderCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        RenderPicture.Request request = new RenderPicture.Request(path, Optional.ofNullable(plane).map(ToolRenderCommand::plane),
                Optional.ofNullable(slice), Optional.ofNullable(window).map(ToolRenderCommand::window),
                Optional.ofNullable(size).map(ToolRenderCommand::size));
        BatchResult<RenderPicture.Picture> result = context().services().renderPicture().render(request, out);
        for (RenderPicture.Picture p : result.done()) {
            if (json) {
                terminal().json(p);
            } else {
                terminal().print(p.width() + " x " + p.height() + " pixels, slice " + p.slice() + " of " + p.slices()
                        + (p.window() == null ? "" : String.format(Locale.ROOT, ", window %.6g,%.6g", p.window().centre(), p.window().width())));
            }
        }
        return finish(result.problems());
    }

    private static RenderPicture.Plane plane(String text) {
        try {
            return RenderPicture.Plane.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem("--plane is axial, coronal or sagittal");
        }
    }

    private static RenderPicture.Window window(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new RenderPicture.Window(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            // the same end as of too few numbers
        }
        throw new UsageProblem("--window is a centre and a width, such as 40,400");
    }

    private static RenderPicture.Size size(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("x", -1);
        try {
            if (parts.length == 2) {
                return new RenderPicture.Size(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            // the same end as of too few numbers
        }
        throw new UsageProblem("--size is a width and a height, such as 800x600");
    }
}
