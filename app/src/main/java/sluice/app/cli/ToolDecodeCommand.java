package sluice.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.curation.BatchResult;
import sluice.app.curation.tool.DecodePixels;

@Command(name = "decode", description = "Writes the stored pixel values of a DICOM image after decompression.",
        footer = {"", "Examples:", "  sluice tool decode image.dcm --out image.raw",
            "  sluice tool decode cine.dcm --frame 3 --out third.raw --json", "",
            "Little endian, row by row, samples interleaved, as many bits as allocated; 1-bit images as one byte per pixel,",
            "colour as RGB, palette images as stored indices. Shows whatever is burned into the image."})
final class ToolDecodeCommand extends Verb {
    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file;
    @Option(names = "--frame", paramLabel = "N", description = "Only this frame; the first is 1. Default: all frames.")
    private Integer frame;
    @Option(names = "--out", required = true, paramLabel = "RAW", description = "A new file.")
    private Path out;
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    ToolDecodeCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws Exception {
        BatchResult<DecodePixels.Pixels> result = context().services().decodePixels().decode(file, Optional.ofNullable(frame), out);
        for (DecodePixels.Pixels p : result.done()) {
            if (json) {
                terminal().json(p);
            } else {
                terminal().print(p.columns() + " x " + p.rows() + ", " + (p.frame() == null ? p.frames() + " frame(s)" : "frame "
                        + p.frame()) + ", " + p.samples() + " sample(s), " + p.photometricInterpretation() + ", "
                        + HumanUnits.bytes(p.bytes()) + ", SHA-256 " + p.sha256());
            }
        }
        return finish(result.problems());
    }
}
