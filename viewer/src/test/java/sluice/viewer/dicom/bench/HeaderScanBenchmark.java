package sluice.viewer.dicom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/**
 * Files per second of a header scan over CT-like files with 512 KB of pixel data each, warm cache; and in the same run
 * those of the toolkit's own stream, as a ratio that is independent of the machine. See viewer/docs/benchmarks.md.
 */
public final class HeaderScanBenchmark {
    private static final int FILES = 400;
    private static final int ROUNDS = 25;

    private HeaderScanBenchmark() {}

    private interface Scan {
        int elements(Path file) throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("header-scan");
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 0; i < FILES; i++) {
                files.add(write(folder.resolve(i + ".dcm"), new Random(i)));
            }
            DicomReader reader = new DicomReader();
            Scan ours = file -> reader.readHeader(file).dataset().size();
            Scan toolkits = HeaderScanBenchmark::toolkit;
            System.out.println(reader.readHeader(files.get(0)).dataset().size() + " elements per file");
            for (int warm = 0; warm < 3; warm++) {
                rate(ours, files, 1, ROUNDS);
                rate(toolkits, files, 1, ROUNDS / 4);
            }
            for (int threads = 1; threads <= 2; threads++) {
                double own = rate(ours, files, threads, ROUNDS);
                double toolkit = rate(toolkits, files, threads, ROUNDS / 4);
                System.out.printf("%d thread(s): readHeader %,.0f files/s (%.1f us each), toolkit stream %,.0f files/s,"
                        + " ratio %.1f%n", threads, own, 1e6 * threads / own, toolkit, own / toolkit);
            }
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static double rate(Scan scan, List<Path> files, int threads, int rounds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> jobs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Callable<Integer> job = () -> {
                    int elements = 0;
                    for (int round = 0; round < rounds; round++) {
                        for (Path file : files) {
                            elements += scan.elements(file);
                        }
                    }
                    return elements;
                };
                jobs.add(pool.submit(job));
            }
            for (Future<Integer> job : jobs) {
                job.get();
            }
            return (double) files.size() * rounds * threads / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private static int toolkit(Path file) throws IOException {
        try (ImageInputStream in = new ImageInputStream(file.toFile())) {
            return in.readDataset(-1, 0x7FE00010).size();
        }
    }

    private static Path write(Path file, Random random) {
        Attributes header = CtPhantom.header(random);
        PixelSource pixels = PixelSource.ofNative(new byte[512 * 512 * 2], VR.OW, header);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            new DicomWriter().write(channel, new Attributes(), header, pixels,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
