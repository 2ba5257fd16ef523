package sluice.app.deid.pixels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.dicom.DicomException;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;

/** Real images in a folder, decoded. */
final class CleanImages {
    /** Parts of the names of shared files that do show text or test patterns, as a look at them says. */
    private static final List<String> WITH_TEXT = List.of("US1_", "VL1_", "test16signed", "ovly_p01", "OBXXXX1A", "mlut_18",
            "palette", "Palette", "PALETTE", "rgb_color", "ybr_color", "TestPattern", "color-pl", "color-px", "SC_", "US-", "YBR",
            "color3d", "examples_jpeg2k", "FreezePattern", "JLSN_RGB", "JLSL_RGB", "JPGLosslessP14SV1_1s_1f_8b",
            "JPEGExtended_3s_1f_u_08_08", "CT-MONO2-16-ankle", "GREYSCALE_IMAGE", "vet-dx");

    /** One frame. */
    record Image(Path file, int frame, GreyPlane plane) {}

    private CleanImages() {}

    /** Frames of files below a folder that show no text and can be decoded, at most so many of each, spread. */
    static List<Image> below(Path folder, int framesOfEach) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(p -> WITH_TEXT.stream().noneMatch(p.getFileName().toString()::contains)).sorted().toList();
        }
        List<Image> images = new ArrayList<>();
        for (Path file : files) {
            Optional<DicomFile> read = read(file);
            if (read.isPresent() && read.get().pixels().isPresent()) {
                frames(file, read.get(), framesOfEach, images);
            }
        }
        return images;
    }

    private static Optional<DicomFile> read(Path file) throws IOException {
        try {
            return Optional.of(new DicomReader().read(file));
        } catch (DicomException notAnImage) {
            return Optional.empty();
        }
    }

    private static void frames(Path file, DicomFile dicom, int most, List<Image> images) throws IOException {
        try {
            EncodedImage image = EncodedImage.of(dicom);
            FrameDecoder decoder = new FrameDecoder(image, Codecs.standard());
            int count = Math.min(decoder.frames(), most);
            for (int i = 0; i < count; i++) {
                int frame = (int) ((long) i * decoder.frames() / count);
                ImageFormat format = image.format();
                if (!image.floating() && format.bitsAllocated() >= 8) {
                    images.add(new Image(file, frame, GreyPlanes.of(decoder.frame(frame), format, null).get(0)));
                }
            }
        } catch (IOException undecodable) {
            // what no codec takes is not looked at here
            return;
        }
    }
}
