package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Codestreams that are allowed and that our encoders do not write. */
class LosslessVariantsTest {
    /** ITU-T T.87 H.3, without loss. */
    private static final String JPEG_LS_EXAMPLE = "ffd8fff7000b080004000401011100ffda0008010100000000"
            + "c000006c80208e01c0000057400000" + "6ee6000001bc18000005d800009160ffd9";

    @Test
    void allPredictorsTransformsIntervalsAndScans() throws CodecException {
        SplittableRandom random = new SplittableRandom(9);
        JpegLosslessDecoder decoder = new JpegLosslessDecoder();
        for (int i = 0; i < 1200; i++) {
            int stored = 2 + random.nextInt(15);
            int samples = 1 + random.nextInt(4);
            LosslessImages.Made made = LosslessImages.of(random, 1 + random.nextInt(20), 1 + random.nextInt(20), samples,
                    stored > 8 ? 2 : 1, stored, false, LosslessImages.KINDS.get(i % 5));
            LosslessStream stream = new LosslessStream(made.raster(), stored, 1 + i % 7, random.nextInt(Math.min(3, stored)));
            byte[] frame = stream.write(random.nextBoolean(), random.nextInt(4), random.nextBoolean());
            assertArrayEquals(stream.expected(), decoder.decode(frame, made.format()).bytes(),
                    () -> made.name() + " " + stream);
        }
    }

    @Test
    void aNegativeNumberCodedWithItsSignIsKept() throws CodecException {
        byte[] values = {-5, -1, 100, 0, 0, -8, 7, 0};
        Raster raster = new Raster(2, 2, 1, 2, values, "MONOCHROME2");
        byte[] frame = new LosslessStream(raster, 12, 1, 0).write(true, 0, false);
        ImageFormat signed = new ImageFormat(2, 2, 1, 16, 12, 11, true, "MONOCHROME2", false);
        assertArrayEquals(values, new JpegLosslessDecoder().decode(frame, signed).bytes());
        ImageFormat unsigned = new ImageFormat(2, 2, 1, 16, 12, 11, false, "MONOCHROME2", false);
        assertThrows(CodecException.class, () -> new JpegLosslessDecoder().decode(frame, unsigned));
    }

    @Test
    void theStandardsExampleOfJpegLs() throws CodecException {
        byte[] values = {0, 0, 90, 74, 68, 50, 43, (byte) 205, 64, (byte) 145, (byte) 145, (byte) 145, 100, (byte) 145,
            (byte) 145, (byte) 145};
        byte[] frame = HexFormat.of().parseHex(JPEG_LS_EXAMPLE);
        ImageFormat format = new ImageFormat(4, 4, 1, 8, 8, 7, false, "MONOCHROME2", false);
        assertArrayEquals(values, new JpegLsDecoder().decode(frame, format).bytes());
        assertArrayEquals(frame, new JpegLsEncoder().encode(new Raster(4, 4, 1, 1, values, "MONOCHROME2"), format));
    }

    /** Of an old encoder, above 12 bits: the header is the same, the thresholds are not. */
    @Test
    void thresholdsWithoutBoundAreRecognised() throws CodecException {
        LosslessImages.Made made = LosslessImages.of(new SplittableRandom(4), 60, 50, 1, 2, 16, false, "smooth");
        CodestreamWriter out = new CodestreamWriter(1000);
        byte[] usual = new JpegLsEncoder().encode(made.raster(), made.format());
        out.bytes(usual, 0, 2 + 13 + 10);
        JpegLsParameters parameters = JpegLsParameters.of(16, 0, new int[5]).withUnboundedThresholds();
        JpegLsLineEncoder encoder = new JpegLsLineEncoder(new JpegLsContexts(parameters), out, 50);
        int[] above = new int[52];
        int run = 0;
        for (int y = 0; y < 60; y++) {
            int[] line = new int[52];
            RasterRows.of(made.raster()).get(y, 0, line, 1);
            run = encoder.line(above, line, run);
            above = line;
        }
        encoder.finish();
        out.u16(0xffd9);
        byte[] old = out.toByteArray();
        assertFalse(Arrays.equals(usual, old));
        assertArrayEquals(made.raster().bytes(), new JpegLsDecoder().decode(old, made.format()).bytes());
    }

    @Test
    void whatIsNotSupportedIsSaid() {
        ImageFormat format = new ImageFormat(4, 4, 1, 8, 8, 7, false, "MONOCHROME2", false);
        for (String lse : new String[] {"fff8000502010100", "fff800060400040004"}) {
            byte[] frame = HexFormat.of().parseHex("ffd8" + lse + JPEG_LS_EXAMPLE.substring(4));
            assertReason(CodecException.Reason.UNSUPPORTED, new JpegLsDecoder(), frame, format);
        }
        byte[] mapped = HexFormat.of().parseHex(JPEG_LS_EXAMPLE.replace("ffda00080101000000", "ffda00080101010000"));
        assertReason(CodecException.Reason.UNSUPPORTED, new JpegLsDecoder(), mapped, format);
        byte[] baseline = HexFormat.of().parseHex("ffd8ffc0000b080004000401011100ffd9");
        assertReason(CodecException.Reason.UNSUPPORTED, new JpegLsDecoder(), baseline, format);
        assertReason(CodecException.Reason.UNSUPPORTED, new JpegLosslessDecoder(), baseline, format);
    }

    private static void assertReason(CodecException.Reason reason, PixelDecoder decoder, byte[] frame, ImageFormat format) {
        assertEquals(reason, assertThrows(CodecException.class, () -> decoder.decode(frame, format)).reason());
    }
}
