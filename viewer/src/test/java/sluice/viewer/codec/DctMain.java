package sluice.viewer.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;

/**
 * By hand: {@code mutate SEED COUNT} runs damaged frames, {@code speed FILE…} measures decoding and blanking of first frames,
 * {@code redact FILE X Y WIDTH HEIGHT FOLDER} writes the first frame
 * before and after, as codestreams.
 */
final class DctMain {
    private DctMain() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "mutate" -> {
                DctHostile hostile = new DctHostile();
                hostile.run(Long.parseLong(args[1]), Integer.parseInt(args[2]));
                System.out.println(hostile.refused() + " of " + args[2] + " refused");
            }
            case "speed" -> {
                for (int i = 1; i < args.length; i++) {
                    speed(Path.of(args[i]));
                }
            }
            case "redact" -> redact(args);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void speed(Path path) throws IOException {
        DicomFile file = new DicomReader().readHeader(path);
        ImageFormat format = ImageFormat.of(file.dataset());
        byte[] frame = file.pixels().orElseThrow().frame(0);
        List<PixelBox> boxes = List.of(new PixelBox(0, 0, format.columns() / 4, format.rows() / 10));
        double decode = 1e9;
        double redact = 1e9;
        for (int i = 0; i < 40; i++) {
            long start = System.nanoTime();
            new DctDecoder().decode(frame, format);
            long middle = System.nanoTime();
            decode = Math.min(decode, (middle - start) / 1e3);
            if (i % 4 == 0) {
                new DctRedactor().redact(frame, format, boxes);
                redact = Math.min(redact, (System.nanoTime() - middle) / 1e3);
            }
        }
        System.out.printf("%s: %d x %d x %d, %.2f bits a pixel: decoded at %.1f, blanked at %.1f megapixels/s%n",
                path.getFileName(), format.columns(), format.rows(), format.samples(), frame.length * 8.0 / format.pixels(),
                format.pixels() / decode, format.pixels() / redact);
    }

    private static void redact(String[] args) throws IOException {
        DicomFile file = new DicomReader().readHeader(Path.of(args[1]));
        ImageFormat format = ImageFormat.of(file.dataset());
        byte[] frame = file.pixels().orElseThrow().frame(0);
        PixelBox box = new PixelBox(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]),
                Integer.parseInt(args[5]));
        Path folder = Files.createDirectories(Path.of(args[6]));
        Files.write(folder.resolve("before.jpg"), frame);
        Files.write(folder.resolve("after.jpg"), new DctRedactor().redact(frame, format, List.of(box)));
    }
}
