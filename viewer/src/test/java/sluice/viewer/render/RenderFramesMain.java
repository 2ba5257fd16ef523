package sluice.viewer.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DisplayHeader;
import sluice.viewer.dicom.PaletteColours;
import sluice.viewer.dicom.VoiWindow;

/**
 * Writes the first frame of each file as the renderer shows it, one device pixel for each frame pixel, for comparison with other
 * programs. Reads lines of "file TAB picture" from standard input; pictures are binary PPM. What cannot be shown is told on
 * standard output with its class of error. For each picture prints "file TAB way": window or table for the first of the data set, or a window
 * that was given because it has none.
 */
public final class RenderFramesMain {
    private RenderFramesMain() {}

    public static void main(String[] arguments) throws IOException {
        for (String line : new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            String[] names = line.split("\t");
            try {
                System.out.println(names[0] + "\t" + show(Path.of(names[0]), Path.of(names[1])));
            } catch (IOException e) {
                System.out.println(names[0] + "\trefused " + e.getClass().getSimpleName());
            }
        }
    }

    private static String show(Path file, Path picture) throws IOException {
        DicomFile dicom = new DicomReader().read(file);
        if (dicom.pixels().isEmpty()) {
            return "no pixels";
        }
        EncodedImage image = EncodedImage.of(dicom);
        DisplayHeader header = DisplayHeader.of(dicom, 0);
        Frame frame = Frames.of(new FrameDecoder(image, Codecs.standard()).frame(0), image.format(), image.floating(),
                PaletteColours.of(dicom));
        FrameView view = FrameView.plain(frame.columns(), frame.rows());
        Optional<Tone> tone = Optional.empty();
        String way = "colour";
        if (frame instanceof Frame.Grey grey) {
            VoiMap voi = AutoWindow.preferred(header, grey.samples(), image.format().bitsStored());
            way = header.tables().isEmpty() ? "" : "table";
            if (voi instanceof VoiMap.Windowed automatic && header.windows().isEmpty()) {
                // whole numbers, so that others can be given exactly this window
                VoiWindow w = VoiWindow.of(Math.round(automatic.window().centre()), Math.max(2, Math.round(automatic.window().width())));
                voi = new VoiMap.Windowed(w);
                way = "given " + w.centre() + " " + w.width();
            } else if (voi instanceof VoiMap.Windowed w) {
                way = "window " + w.window().function();
            }
            tone = Optional.of(Tone.of(header, voi));
        }
        // padding is not set apart, because other programs do not either
        ArgbImage shown = SliceRenderer.alone().render(new FrameRequest(view, frame, tone, Interpolation.NEAREST, Optional.empty(),
                FrameRequest.BLACK));
        byte[] head = ("P6\n" + shown.width() + " " + shown.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII);
        byte[] ppm = new byte[head.length + 3 * shown.argb().length];
        System.arraycopy(head, 0, ppm, 0, head.length);
        for (int n = 0; n < shown.argb().length; n++) {
            for (int s = 0; s < 3; s++) {
                ppm[head.length + 3 * n + s] = (byte) (shown.argb()[n] >> 16 - 8 * s);
            }
        }
        Files.write(picture, ppm);
        return way;
    }
}
