package sluice.app.deid;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.PixelBox;
import sluice.viewer.codec.PixelRedaction;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.FrameLayout;
import sluice.viewer.dicom.FrameMaker;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * One multi-frame file of some gigabytes: made, copied, de-identified, and one box blanked in all its frames, native and in
 * RLE Lossless. To be run with a small heap.
 * Arguments: folder for the files, number of frames of 512 x 512 pixels and 16 bits (8000 give 4.2 GB).
 */
public final class BigFileBenchmark {
    private static final int SIDE = 512;
    private static final PixelBox BOX = new PixelBox(10, 20, 200, 30);

    private final Path root;
    private final int frames;
    private final FrameLayout layout;
    private final Attributes image;

    private BigFileBenchmark(Path root, int frames) {
        this.root = root;
        this.frames = frames;
        layout = new FrameLayout(SIDE, SIDE, 1, 16, frames, "MONOCHROME2");
        image = Samples.image(1);
        image.setInt(Tag.Rows, VR.US, SIDE);
        image.setInt(Tag.Columns, VR.US, SIDE);
        image.setString(Tag.NumberOfFrames, VR.IS, Integer.toString(frames));
    }

    public static void main(String[] args) throws Exception {
        Path root = Files.createDirectories(Path.of(args[0]));
        BigFileBenchmark run = new BigFileBenchmark(root, Integer.parseInt(args[1]));
        run.measure("native", PixelSource.madeNative(BigFileBenchmark::noise, run.layout),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        run.measure("RLE", PixelSource.madeEncapsulated(new RleNoise(ImageFormat.of(run.image)), run.layout),
                TransferSyntax.RLE_LOSSLESS);
        System.out.printf("heap: at most %d MB in use of %d MB%n", peak() >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private void measure(String what, PixelSource pixels, TransferSyntax syntax) throws IOException {
        Path source = root.resolve("source.dcm");
        long t0 = System.nanoTime();
        write(source, image, pixels, syntax);
        long t1 = System.nanoTime();
        Files.copy(source, root.resolve("copy.dcm"), StandardCopyOption.REPLACE_EXISTING);
        long t2 = System.nanoTime();
        Outcome outcome = Samples.files(root.resolve("out")).deidentify(source, "source.dcm");
        long t3 = System.nanoTime();
        if (!(outcome instanceof Written)) {
            throw new IllegalStateException("not written");
        }
        DicomFile file = new DicomReader().read(source);
        PixelRedaction.Redacted redacted = new PixelRedaction(Codecs.standard())
                .redact(EncodedImage.of(file), Collections.nCopies(frames, List.of(BOX)), false);
        Path blanked = root.resolve("blanked.dcm");
        write(blanked, file.dataset(), redacted.pixels(), redacted.transferSyntax());
        long t4 = System.nanoTime();
        check(blanked);
        System.out.printf("%s, %.2f GB: made in %.1f s, copied in %.1f s, de-identified in %.1f s, blanked in %.1f s%n", what,
                Files.size(source) / 1e9, (t1 - t0) / 1e9, (t2 - t1) / 1e9, (t3 - t2) / 1e9, (t4 - t3) / 1e9);
        Files.delete(source);
        Files.delete(root.resolve("copy.dcm"));
        Files.delete(root.resolve("out").resolve(((Written) outcome).path()));
        Files.delete(blanked);
    }

    private void check(Path blanked) throws IOException {
        EncodedImage image = EncodedImage.of(new DicomReader().read(blanked));
        FrameDecoder decoder = new FrameDecoder(image, Codecs.standard());
        for (int i = 0; i < frames; i += Math.max(1, frames / 7)) {
            Raster raster = decoder.frame(i);
            byte[] was = noise(i);
            Raster before = new Raster(SIDE, SIDE, 1, 2, was, raster.photometric());
            for (int p = 0; p < SIDE * SIDE; p++) {
                int x = p % SIDE;
                int y = p / SIDE;
                if (raster.value(x, y, 0) != (BOX.contains(x, y) ? 0 : before.value(x, y, 0))) {
                    throw new IllegalStateException("frame " + i + " is not what it should be");
                }
            }
        }
    }

    private static void write(Path file, Attributes data, PixelSource pixels, TransferSyntax syntax) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            new DicomWriter().write(channel, new Attributes(), data, pixels, syntax);
        }
    }

    /** Twelve bits, different in each frame. */
    private static byte[] noise(int frame) {
        SplittableRandom random = new SplittableRandom(frame);
        byte[] bytes = new byte[SIDE * SIDE * 2];
        for (int i = 0; i < bytes.length; i += 8) {
            long v = random.nextLong() & 0x0FFF0FFF0FFF0FFFL;
            for (int k = 0; k < 8; k++) {
                bytes[i + k] = (byte) (v >> 8 * k);
            }
        }
        return bytes;
    }

    /** All frames have the same length, or the whole file would be made twice only to be measured. */
    private record RleNoise(ImageFormat format) implements FrameMaker {
        @Override
        public byte[] frame(int index) throws IOException {
            Raster raster = new Raster(SIDE, SIDE, 1, 2, noise(index), "MONOCHROME2");
            byte[] frame = Codecs.standard().family(TransferSyntax.RLE_LOSSLESS.uid()).orElseThrow().encoder().orElseThrow()
                    .encode(raster, format);
            return Arrays.copyOf(frame, (int) length(index));
        }

        @Override
        public long length(int index) {
            return SIDE * SIDE * 2 + 20_000;
        }
    }

    private static long peak() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            sum += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return sum;
    }
}
