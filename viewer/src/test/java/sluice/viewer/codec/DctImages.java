package sluice.viewer.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Generated DCT-coded frames: any sampling, restart interval, number of scans and bits, with random coefficients. */
final class DctImages {
    private DctImages() {}

    /** @param frame the codestream */
    record Sample(byte[] frame, ImageFormat format) {}

    static Sample random(SplittableRandom r) throws CodecException {
        int components = r.nextInt(4) == 0 ? 1 : 3;
        return random(r, components, r.nextInt(4) == 0 ? 12 : 8, 1 + r.nextInt(90), 1 + r.nextInt(90));
    }

    static Sample random(SplittableRandom r, int components, int precision, int columns, int rows) throws CodecException {
        List<int[]> factors = new ArrayList<>();
        int[][] usual = {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {4, 1}, {4, 2}, {3, 1}, {3, 2}};
        factors.add(usual[r.nextInt(components == 1 ? 4 : usual.length)]);
        for (int c = 1; c < components; c++) {
            factors.add(r.nextInt(6) == 0 ? new int[] {1 + r.nextInt(2), 1} : new int[] {1, 1});
        }
        int maxH = factors.stream().mapToInt(f -> f[0]).max().orElseThrow();
        int maxV = factors.stream().mapToInt(f -> f[1]).max().orElseThrow();
        List<DctComponent> parts = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            int[] f = factors.get(c);
            DctComponent part = new DctComponent(c + 1, new int[] {f[0], f[1], maxH, maxV}, c == 0 ? 0 : 1, columns, rows);
            part.steps = c == 2 ? parts.get(1).steps : steps(r);
            part.coefficients = new short[(int) part.blocks() * 64];
            parts.add(part);
        }
        List<DctScan> scans = new ArrayList<>();
        int restart = r.nextInt(2) == 0 ? 0 : 1 + r.nextInt(9);
        if (components == 1 || r.nextInt(3) == 0 || factors.stream().mapToInt(f -> f[0] * f[1]).sum() > 10) {
            for (DctComponent part : parts) {
                scans.add(scan(List.of(part), restart));
            }
        } else {
            scans.add(scan(parts, restart));
        }
        for (DctComponent part : parts) {
            fill(part, precision, r, scans.size() > 1 || components == 1);
        }
        List<byte[]> application = components == 1 ? List.of() : List.of(JpegApplicationData.segment(0xEE,
                new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0}));
        DctFrame frame = new DctFrame(precision, rows, columns, precision == 8 ? 0xC0 : 0xC1, parts, scans, application);
        String photometric = components == 1 ? r.nextInt(3) == 0 ? "MONOCHROME1" : "MONOCHROME2"
                : maxH * maxV > 1 ? "YBR_FULL_422" : r.nextBoolean() ? "RGB" : "YBR_FULL";
        return new Sample(DctWriter.write(frame), new ImageFormat(rows, columns, components, precision == 8 ? 8 : 16, precision,
                precision - 1, false, photometric, false));
    }

    private static int[] steps(SplittableRandom r) {
        int[] steps = new int[64];
        int most = r.nextInt(3) == 0 ? 255 : 20;
        Arrays.setAll(steps, i -> 1 + r.nextInt(most));
        return steps;
    }

    /** Tables with one symbol that never comes, so that the writer has to make better ones. */
    private static DctScan scan(List<DctComponent> components, int restart) throws CodecException {
        List<DctScan.Part> parts = new ArrayList<>();
        byte[] counts = new byte[16];
        counts[3] = 1;
        DctHuffman none = new DctHuffman(counts, new byte[] {(byte) 0xff});
        for (DctComponent c : components) {
            int place = c.table;
            parts.add(new DctScan.Part(c, place, place, none, none));
        }
        return new DctScan(parts, 0, 63, 0, 0, restart);
    }

    /** Levels well inside the range, with some blocks flat and some busy; decoders differ in how they clamp what is far out. */
    private static void fill(DctComponent c, int precision, SplittableRandom r, boolean single) {
        int range = 8 << precision - 1;
        for (int by = 0; by < (single ? c.blocksDown : c.paddedDown); by++) {
            for (int bx = 0; bx < (single ? c.blocksAcross : c.paddedAcross); bx++) {
                int at = c.at(bx, by);
                c.coefficients[at] = (short) (r.nextInt(-range / 2, range / 2) / c.steps[0]);
                int busy = r.nextInt(12) - 4;
                for (int i = 0; i < busy; i++) {
                    int k = 1 + r.nextInt(63);
                    c.coefficients[at + k] = (short) (r.nextInt(-range / 12, range / 12) / c.steps[k]);
                }
            }
        }
    }

    /** Boxes inside the image. */
    static List<PixelBox> boxes(SplittableRandom r, ImageFormat format) {
        List<PixelBox> boxes = new ArrayList<>();
        for (int i = r.nextInt(4); i >= 0; i--) {
            int x = r.nextInt(format.columns());
            int y = r.nextInt(format.rows());
            boxes.add(new PixelBox(x, y, 1 + r.nextInt(Math.min(40, format.columns() - x)),
                    1 + r.nextInt(Math.min(20, format.rows() - y))));
        }
        return boxes;
    }

    /** Whether all decoders widen its components alike: some interpolate what is halved in height only, or refuse thirds. */
    static boolean undisputed(Sample sample) throws CodecException {
        DctFrame frame = DctReader.read(sample.frame(), sample.format());
        return frame.components().stream().allMatch(c -> frame.largestH() % c.h == 0 && frame.largestV() % c.v == 0
                && (c.h < frame.largestH() || c.v == frame.largestV()));
    }

    /** What the JDK's own decoder (libjpeg) makes of the components, without any change of colour. */
    static byte[] byPlatform(byte[] frame) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(frame))) {
            reader.setInput(in, true, true);
            java.awt.image.Raster raster = reader.readRaster(0, null);
            int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
            byte[] bytes = new byte[samples.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) samples[i];
            }
            return bytes;
        } finally {
            reader.dispose();
        }
    }
}
