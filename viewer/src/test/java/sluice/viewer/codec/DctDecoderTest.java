package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** Decoding against the JDK's decoder, and what is refused. */
class DctDecoderTest {
    private final DctDecoder decoder = new DctDecoder();

    @Test
    void generatedFramesDecodeAsThePlatformDecodesThem() throws IOException {
        int compared = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            DctImages.Sample sample = DctImages.random(r, r.nextBoolean() ? 1 : 3, 8, 1 + r.nextInt(90), 1 + r.nextInt(90));
            if (!DctImages.undisputed(sample)) {
                continue;
            }
            byte[] expected = DctImages.byPlatform(sample.frame());
            assertArrayEquals(expected, decoder.decode(sample.frame(), sample.format()).bytes(), "seed " + seed);
            compared++;
        }
        assertTrue(compared > 200, "compared " + compared);
    }

    @Test
    void progressiveFramesDecodeAsThePlatformDecodesThem() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom r = new SplittableRandom(seed);
            int columns = 1 + r.nextInt(100);
            int rows = 1 + r.nextInt(100);
            boolean grey = r.nextBoolean();
            byte[] frame = progressive(picture(r, columns, rows, grey));
            ImageFormat format = new ImageFormat(rows, columns, grey ? 1 : 3, 8, 8, 7, false,
                    grey ? "MONOCHROME2" : "YBR_FULL_422", false);
            assertArrayEquals(DctImages.byPlatform(frame), decoder.decode(frame, format).bytes(),
                    "seed " + seed);
        }
    }

    @Test
    void aProgressiveFrameWithoutItsLastScansIsRefused() throws IOException {
        byte[] frame = progressive(picture(new SplittableRandom(1), 64, 64, true));
        ImageFormat format = new ImageFormat(64, 64, 1, 8, 8, 7, false, "MONOCHROME2", false);
        for (int cut = frame.length - 3; cut > 0; cut -= 7) {
            byte[] part = Arrays.copyOf(frame, cut);
            assertThrows(CodecException.class, () -> decoder.decode(part, format));
            byte[] ended = Arrays.copyOf(part, cut + 2);
            ended[cut] = -1;
            ended[cut + 1] = (byte) 0xD9;
            assertThrows(CodecException.class, () -> decoder.decode(ended, format), "cut at " + cut);
        }
    }

    @Test
    void aCutSequentialFrameIsRefused() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(5), 3, 8, 70, 60);
        for (int cut = sample.frame().length - 3; cut >= 0; cut--) {
            byte[] part = Arrays.copyOf(sample.frame(), cut);
            assertThrows(CodecException.class, () -> decoder.decode(part, sample.format()), "cut at " + cut);
        }
    }

    @Test
    void aMissingEndBehindACompleteFrameIsForgiven() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(6), 3, 8, 70, 60);
        byte[] part = Arrays.copyOf(sample.frame(), sample.frame().length - 2);
        assertArrayEquals(decoder.decode(sample.frame(), sample.format()).bytes(),
                decoder.decode(part, sample.format()).bytes());
    }

    @Test
    void anotherImageThanTheDataSetDescribesIsAMismatch() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(7), 1, 12, 40, 30);
        ImageFormat f = sample.format();
        for (ImageFormat other : new ImageFormat[] {
            new ImageFormat(31, 40, 1, 16, 12, 11, false, "MONOCHROME2", false),
            new ImageFormat(30, 39, 1, 16, 12, 11, false, "MONOCHROME2", false),
            new ImageFormat(30, 40, 3, 16, 12, 11, false, "RGB", false),
            new ImageFormat(30, 40, 1, 8, 8, 7, false, "MONOCHROME2", false)}) {
            assertEquals(CodecException.Reason.MISMATCH,
                    assertThrows(CodecException.class, () -> decoder.decode(sample.frame(), other)).reason());
        }
        assertEquals(30, decoder.decode(sample.frame(), f).rows());
    }

    @Test
    void aSmallFrameThatClaimsAHugeImageCostsNoMemory() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(8), 1, 8, 40, 30);
        byte[] bomb = sample.frame().clone();
        int at = 0;
        while (bomb[at] != -1 || bomb[at + 1] != (byte) 0xC0) {
            at++;
        }
        Arrays.fill(bomb, at + 5, at + 9, (byte) 0xff);
        assertEquals(CodecException.Reason.MISMATCH,
                assertThrows(CodecException.class, () -> decoder.decode(bomb, sample.format())).reason());
        ImageFormat huge = new ImageFormat(65535, 65535, 1, 8, 8, 7, false, "MONOCHROME2", false);
        assertThrows(CodecException.class, () -> decoder.decode(bomb, huge));
    }

    @Test
    void theNumberOfLinesMayStandBehindTheFirstScan() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(9), 1, 8, 40, 30);
        byte[] frame = sample.frame();
        int at = 0;
        while (frame[at] != -1 || frame[at + 1] != (byte) 0xC0) {
            at++;
        }
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        open.write(frame, 0, at + 5);
        open.write(new byte[2]);
        open.write(frame, at + 7, frame.length - 2 - at - 7);
        open.write(new byte[] {-1, (byte) 0xDC, 0, 4, 0, 30, -1, (byte) 0xD9});
        assertArrayEquals(decoder.decode(frame, sample.format()).bytes(),
                decoder.decode(open.toByteArray(), sample.format()).bytes());
    }

    @Test
    void signedValuesGetTheirSign() throws IOException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(10), 1, 12, 16, 16);
        ImageFormat signed = new ImageFormat(16, 16, 1, 16, 12, 11, true, "MONOCHROME2", false);
        Raster plain = decoder.decode(sample.frame(), sample.format());
        Raster raster = decoder.decode(sample.frame(), signed);
        for (int i = 0; i < 256; i++) {
            long value = plain.value(i % 16, i / 16, 0);
            assertEquals(value < 2048 ? value : value - 4096, (short) raster.value(i % 16, i / 16, 0));
        }
    }

    static BufferedImage picture(SplittableRandom r, int columns, int rows, boolean grey) {
        BufferedImage image = new BufferedImage(columns, rows,
                grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        int a = r.nextInt(1, 9);
        int b = r.nextInt(1, 9);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                image.setRGB(x, y, (x * a & 255) << 16 | (y * b & 255) << 8 | (x * y + r.nextInt(30) & 255));
            }
        }
        return image;
    }

    private static byte[] progressive(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
