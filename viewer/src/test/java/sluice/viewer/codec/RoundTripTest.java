package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the plain families encode, they decode to the same values; what is damaged, they refuse. */
class RoundTripTest {
    private static final String[] SYNTAXES = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1"};

    private static CodecFamily family(String syntax) {
        return Codecs.standard().family(syntax).orElseThrow();
    }

    @Test
    void everyShapeComesBack() throws CodecException {
        SplittableRandom random = new SplittableRandom(11);
        for (String syntax : SYNTAXES) {
            CodecFamily family = family(syntax);
            for (ImageFormat format : Images.formats()) {
                Raster raster = Images.raster(format, random);
                byte[] frame = family.encoder().orElseThrow().encode(raster, format);
                for (int padding = 0; padding <= frame.length % 2; padding++) {
                    Raster back = family.decoder().decode(Arrays.copyOf(frame, frame.length + padding), format);
                    assertArrayEquals(raster.bytes(), back.bytes(), syntax + " " + format);
                    assertEquals(raster.photometric(), back.photometric());
                }
            }
        }
    }

    @Test
    void nativeLayoutsAreThoseOfTheStandard() throws CodecException {
        PixelDecoder decoder = family("1.2.840.10008.1.2").decoder();
        byte[] six = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(new byte[] {1, 3, 5, 2, 4, 6}, decoder.decode(six, Images.colour(1, 2, 8, "RGB", true)).bytes());
        Raster wide = decoder.decode(new byte[] {1, 2, 3, 4}, Images.colour(1, 2, 8, "YBR_FULL_422", false));
        assertArrayEquals(new byte[] {1, 3, 4, 2, 3, 4}, wide.bytes());
        assertEquals("YBR_FULL", wide.photometric());
        assertArrayEquals(new byte[] {1, 0, 1, 0, 0, 0, 0, 0, 1},
                decoder.decode(new byte[] {5, (byte) 0xFF}, Images.grey(1, 9, 1, 1, false)).bytes());
    }

    @Test
    void rleLayoutIsThatOfTheStandard() throws CodecException {
        CodecFamily rle = family("1.2.840.10008.1.2.5");
        ImageFormat format = Images.grey(2, 3, 16, 16, false);
        byte[] values = {1, 9, 2, 9, 3, 9, 4, 8, 4, 8, 4, 7};
        byte[] frame = rle.encoder().orElseThrow().encode(new Raster(2, 3, 1, 2, values, "MONOCHROME2"), format);
        byte[] expected = new byte[64 + 6 + 6];
        expected[0] = 2;
        expected[4] = 64;
        expected[8] = 70;
        byte[] segments = {-2, 9, -1, 8, 0, 7, 2, 1, 2, 3, -2, 4};
        System.arraycopy(segments, 0, expected, 64, 12);
        assertArrayEquals(expected, frame);
    }

    @Test
    void rleThatContradictsItselfIsRefused() throws CodecException {
        ImageFormat format = Images.grey(2, 4, 8, 8, false);
        byte[] good = new byte[64 + 4];
        good[0] = 1;
        good[4] = 64;
        good[64] = -3;
        good[66] = -3;
        PixelDecoder decoder = family("1.2.840.10008.1.2.5").decoder();
        assertEquals(8, decoder.decode(good, format).bytes().length);
        refused(CodecException.Reason.MISMATCH, good, 0, 2, format);
        refused(CodecException.Reason.MISMATCH, good, 3, -1, format);
        refused(CodecException.Reason.CORRUPT, good, 4, 63, format);
        refused(CodecException.Reason.CORRUPT, good, 4, 68, format);
        refused(CodecException.Reason.CORRUPT, good, 7, -128, format);
        refused(CodecException.Reason.CORRUPT, good, 64, -4, format);
        refused(CodecException.Reason.CORRUPT, good, 66, -128, format);
        refused(CodecException.Reason.CORRUPT, good, 66, 3, format);
        refused(CodecException.Reason.CORRUPT, good, 64, 127, format);
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(CodecException.class, () -> decoder.decode(cut, format));
        }
        byte[] two = Arrays.copyOf(good, good.length);
        two[0] = 2;
        two[8] = 64;
        assertThrows(CodecException.class, () -> decoder.decode(two, Images.grey(2, 4, 16, 16, false)));
        assertThrows(CodecException.class, () -> decoder.decode(good, Images.colour(2, 4, 64, "RGB", false)));
    }

    private static void refused(CodecException.Reason reason, byte[] good, int at, int value, ImageFormat format) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        CodecException e = assertThrows(CodecException.class,
                () -> family("1.2.840.10008.1.2.5").decoder().decode(bad, format));
        assertEquals(reason, e.reason(), at + " " + value);
    }

    @Test
    void damagedFramesAreRefusedOrDecodedWhole() throws CodecException {
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (String syntax : SYNTAXES) {
            CodecFamily family = family(syntax);
            for (ImageFormat format : Images.formats()) {
                byte[] frame = family.encoder().orElseThrow().encode(Images.raster(format, random), format);
                for (int i = 0; i < 20; i++) {
                    byte[] bad = Arrays.copyOf(frame, random.nextInt(3) == 0 ? random.nextInt(frame.length) : frame.length);
                    for (int k = random.nextInt(4); k >= 0 && bad.length > 0; k--) {
                        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                    }
                    try {
                        FrameSize.check(family.decoder().decode(bad, format), format);
                    } catch (CodecException e) {
                        refused++;
                    }
                }
            }
        }
        assertTrue(refused > 1000, "refused " + refused);
    }

    @Test
    void impossibleFormatsAreRefusedBeforeMemoryIsTaken() {
        for (String syntax : SYNTAXES) {
            PixelDecoder decoder = family(syntax).decoder();
            for (ImageFormat format : new ImageFormat[] {Images.grey(0, 3, 8, 8, false), Images.grey(3, -1, 8, 8, false),
                Images.grey(3, 3, 12, 12, false), Images.grey(65535, 65535, 16, 16, false),
                new ImageFormat(3, 3, 5, 8, 8, 7, false, "RGB", false)}) {
                assertThrows(CodecException.class, () -> decoder.decode(new byte[64], format), syntax + format);
            }
        }
    }

    @Test
    void coloursFollowTheEquationsOfTheStandard() throws CodecException {
        byte[] ybr = {(byte) 150, 100, (byte) 200, 0, (byte) 128, (byte) 128, (byte) 255, (byte) 128, (byte) 128};
        Raster rgb = Colours.toRgb(new Raster(1, 3, 3, 1, ybr, "YBR_FULL"), 8);
        assertArrayEquals(new byte[] {(byte) 251, 108, 100, 0, 0, 0, (byte) 255, (byte) 255, (byte) 255}, rgb.bytes());
        byte[] partial = {16, (byte) 128, (byte) 128, (byte) 235, (byte) 128, (byte) 128};
        assertArrayEquals(new byte[] {0, 0, 0, -1, -1, -1},
                Colours.toRgb(new Raster(1, 2, 3, 1, partial, "YBR_PARTIAL_422"), 8).bytes());
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2000; i++) {
            int r = random.nextInt(256);
            int g = random.nextInt(256);
            int b = random.nextInt(256);
            byte[] one = {(byte) Math.round(.299 * r + .587 * g + .114 * b),
                (byte) Math.min(255, Math.round(-.1687 * r - .3313 * g + .5 * b + 128)),
                (byte) Math.min(255, Math.round(.5 * r - .4187 * g - .0813 * b + 128))};
            Raster back = Colours.toRgb(new Raster(1, 1, 3, 1, one, "YBR_FULL"), 8);
            assertEquals(r, back.value(0, 0, 0), 2);
            assertEquals(g, back.value(0, 0, 1), 2);
            assertEquals(b, back.value(0, 0, 2), 2);
        }
        assertThrows(CodecException.class, () -> Colours.toRgb(new Raster(1, 1, 4, 1, new byte[4], "CMYK"), 8));
    }
}
