package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Blanking in the coefficient domain over random images, samplings, restart intervals and boxes. */
class DctRedactorTest {
    private final DctRedactor redactor = new DctRedactor();
    private final DctDecoder decoder = new DctDecoder();

    @Test
    void coefficientsOfOtherBlocksStayAndBoxesAreBlack() throws IOException {
        for (int seed = 0; seed < 1500; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            DctImages.Sample sample = DctImages.random(r);
            List<PixelBox> boxes = DctImages.boxes(r, sample.format());
            byte[] redacted = redactor.redact(sample.frame(), sample.format(), boxes);
            DctFrame was = DctReader.read(sample.frame(), sample.format());
            DctFrame is = DctReader.read(redacted, sample.format());
            for (int c = 0; c < was.components().size(); c++) {
                assertOnlyTouchedBlocksDiffer(was, was.components().get(c), is.components().get(c), boxes, "seed " + seed);
            }
            assertBlackInside(decoder.decode(redacted, sample.format()), boxes, "seed " + seed);
            assertArrayEquals(redacted, redactor.redact(redacted, sample.format(), boxes), "again, seed " + seed);
        }
    }

    /** Found pixel by pixel and not by the arithmetic of the redactor. */
    private static boolean[] touched(DctFrame frame, DctComponent was, List<PixelBox> boxes) {
        boolean[] touched = new boolean[was.paddedAcross * was.paddedDown];
        for (PixelBox box : boxes) {
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    int sx = x * was.h / frame.largestH();
                    int sy = y * was.v / frame.largestV();
                    int dx = was.h < frame.largestH() ? 1 : 0;
                    int dy = was.v < frame.largestV() ? 1 : 0;
                    for (int v = Math.max(0, sy - dy); v <= Math.min(was.height - 1, sy + dy); v++) {
                        for (int h = Math.max(0, sx - dx); h <= Math.min(was.width - 1, sx + dx); h++) {
                            touched[v / 8 * was.paddedAcross + h / 8] = true;
                        }
                    }
                }
            }
        }
        return touched;
    }

    private static void assertOnlyTouchedBlocksDiffer(DctFrame frame, DctComponent was, DctComponent is, List<PixelBox> boxes,
            String message) {
        boolean[] touched = touched(frame, was, boxes);
        for (int by = 0; by < was.blocksDown; by++) {
            for (int bx = 0; bx < was.blocksAcross; bx++) {
                int at = was.at(bx, by);
                short[] now = Arrays.copyOfRange(is.coefficients, at, at + 64);
                if (touched[by * was.paddedAcross + bx]) {
                    assertArrayEquals(new short[63], Arrays.copyOfRange(now, 1, 64), message);
                } else {
                    assertArrayEquals(Arrays.copyOfRange(was.coefficients, at, at + 64), now, message);
                }
            }
        }
    }

    private static void assertBlackInside(Raster raster, List<PixelBox> boxes, String message) {
        int largest = raster.sampleBytes() == 1 ? 255 : 4095;
        for (PixelBox box : boxes) {
            for (int y = box.y(); y < box.bottom(); y++) {
                for (int x = box.x(); x < box.right(); x++) {
                    for (int s = 0; s < raster.samples(); s++) {
                        int black = switch (raster.photometric()) {
                            case "MONOCHROME1" -> largest;
                            case "YBR_FULL" -> s == 0 ? 0 : (largest + 1) / 2;
                            default -> 0;
                        };
                        assertEquals(black, raster.value(x, y, s), message);
                    }
                }
            }
        }
    }

    @Test
    void samplesStayWhereNoTouchedBlockHoldsThemOrLiesBesideThem() throws IOException {
        int stayed = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            DctImages.Sample sample = DctImages.random(r);
            List<PixelBox> boxes = DctImages.boxes(r, sample.format());
            DctFrame frame = DctReader.read(sample.frame(), sample.format());
            Raster was = decoder.decode(sample.frame(), sample.format());
            Raster is = decoder.decode(redactor.redact(sample.frame(), sample.format(), boxes), sample.format());
            for (int s = 0; s < was.samples(); s++) {
                DctComponent c = frame.components().get(s);
                boolean[] touched = touched(frame, c, boxes);
                for (int y = 0; y < was.rows(); y++) {
                    for (int x = 0; x < was.columns(); x++) {
                        if (!near(frame, c, touched, x, y)) {
                            assertEquals(was.value(x, y, s), is.value(x, y, s), "seed " + seed);
                            stayed++;
                        }
                    }
                }
            }
        }
        assertTrue(stayed > 100_000, "stayed " + stayed);
    }

    private static boolean near(DctFrame frame, DctComponent c, boolean[] touched, int x, int y) {
        int beside = new DctUpsampling(frame).interpolates(c) ? 1 : 0;
        boolean near = false;
        for (int dy = -beside; dy <= beside; dy++) {
            for (int dx = -beside; dx <= beside; dx++) {
                int bx = Math.max(0, Math.min(c.width - 1, x * c.h / frame.largestH() + dx)) / 8;
                int by = Math.max(0, Math.min(c.height - 1, y * c.v / frame.largestV() + dy)) / 8;
                near |= touched[by * c.paddedAcross + bx];
            }
        }
        return near;
    }

    @Test
    void otherDecodersSeeTheSame() throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            DctImages.Sample sample = DctImages.random(r, r.nextBoolean() ? 1 : 3, 8, 1 + r.nextInt(90), 1 + r.nextInt(90));
            byte[] redacted = redactor.redact(sample.frame(), sample.format(), DctImages.boxes(r, sample.format()));
            if (DctImages.undisputed(sample)) {
                assertArrayEquals(DctImages.byPlatform(redacted), decoder.decode(redacted, sample.format()).bytes());
                compared++;
            }
        }
        assertTrue(compared > 200, "compared " + compared);
    }

    @Test
    void withoutBoxesAllCoefficientsStay() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(3), 3, 8, 50, 50);
        assertArrayEquals(sample.frame(), redactor.redact(sample.frame(), sample.format(), List.of()));
    }

    @Test
    void tablesWithoutTheSymbolsOfBlackAreReplaced() throws IOException {
        DctImages.Sample sample = new DctImages.Sample(DctImages.random(new SplittableRandom(4), 1, 8, 64, 64).frame(),
                new ImageFormat(64, 64, 1, 8, 8, 7, false, "MONOCHROME2", false));
        DctFrame grey = DctReader.read(sample.frame(), sample.format());
        Arrays.fill(grey.components().get(0).coefficients, (short) 0);
        byte[] one = new byte[16];
        one[0] = 1;
        DctHuffman onlyZero = new DctHuffman(one, new byte[1]);
        DctScan scan = new DctScan(List.of(new DctScan.Part(grey.components().get(0), 0, 0, onlyZero, onlyZero)), 0, 63, 0, 0, 0);
        byte[] frame = DctWriter.write(new DctFrame(8, 64, 64, 0xC0, grey.components(), List.of(scan), List.of()));
        byte[] redacted = redactor.redact(frame, sample.format(), List.of(new PixelBox(20, 20, 9, 9)));
        assertBlackInside(decoder.decode(redacted, sample.format()), List.of(new PixelBox(16, 16, 16, 16)), "");
        DctScan.Part after = DctReader.read(redacted, sample.format()).scans().get(0).parts().get(0);
        assertFalse(after.dc().same(onlyZero));
        assertTrue(after.ac().same(onlyZero));
        assertArrayEquals(DctImages.byPlatform(redacted), decoder.decode(redacted, sample.format()).bytes());
    }

    @Test
    void commentsThumbnailsAndWhatStandsBehindTheFrameAreGone() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(11), 3, 8, 50, 50);
        byte[] name = "MUSTERFRAU^ERIKA".getBytes(StandardCharsets.US_ASCII);
        byte[] jfif = Arrays.copyOf("JFIF\0\1\1\0\0\1\0\1".getBytes(StandardCharsets.US_ASCII), 14 + 3 * 16);
        jfif[12] = 4;
        jfif[13] = 4;
        System.arraycopy(name, 0, jfif, 14, name.length);
        ByteArrayOutputStream planted = new ByteArrayOutputStream();
        planted.write(sample.frame(), 0, 2);
        planted.writeBytes(JpegApplicationData.segment(0xE0, jfif));
        planted.writeBytes(JpegApplicationData.segment(0xE1, name));
        planted.writeBytes(JpegApplicationData.segment(0xFE, name));
        planted.write(sample.frame(), 2, sample.frame().length - 2);
        planted.writeBytes(name);
        byte[] redacted = redactor.redact(planted.toByteArray(), sample.format(), List.of());
        assertFalse(new String(redacted, StandardCharsets.ISO_8859_1).contains("MUSTERFRAU"));
        assertTrue(new String(redacted, StandardCharsets.ISO_8859_1).contains("JFIF"));
        assertTrue(new String(redacted, StandardCharsets.ISO_8859_1).contains("Adobe"));
        assertArrayEquals(decoder.decode(sample.frame(), sample.format()).bytes(),
                decoder.decode(redacted, sample.format()).bytes());
    }

    @Test
    void fewerBitsStoredThanCodedLimitTheBrightestValue() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(12), 1, 12, 40, 40);
        ImageFormat ten = new ImageFormat(40, 40, 1, 16, 10, 9, false, "MONOCHROME1", false);
        Raster raster = decoder.decode(redactor.redact(sample.frame(), ten, List.of(new PixelBox(0, 0, 40, 40))), ten);
        int step = DctReader.read(sample.frame(), ten).components().get(0).steps[0];
        long value = raster.value(5, 5, 0);
        assertTrue(value <= 1023 && value >= 1022 - step / 8, "value " + value);
    }

    @Test
    void whatCannotBeBlankedIsRefused() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(13), 1, 8, 40, 40);
        assertEquals(CodecException.Reason.MISMATCH, assertThrows(CodecException.class,
                () -> redactor.redact(sample.frame(), sample.format(), List.of(new PixelBox(30, 30, 20, 5)))).reason());
        ImageFormat palette = new ImageFormat(40, 40, 1, 8, 8, 7, false, "PALETTE COLOR", false);
        assertEquals(CodecException.Reason.UNSUPPORTED, assertThrows(CodecException.class,
                () -> redactor.redact(sample.frame(), palette, List.of(new PixelBox(3, 3, 2, 5)))).reason());
    }
}
