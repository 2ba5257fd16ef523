package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and lying frames: a {@link CodecException} or an image of the size asked for, nothing else. */
class LosslessHostileTest {

    @ParameterizedTest
    @ValueSource(strings = {LosslessRoundTripTest.PROCESS_14, LosslessRoundTripTest.JPEG_LS, LosslessRoundTripTest.JPEG_2000,
        LosslessRoundTripTest.HIGH_THROUGHPUT})
    void mutatedFramesAreRefusedOrHaveTheirSize(String syntax) throws CodecException {
        assertTrue(mutate(syntax, 21, 6000) > 0, "no mutation was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {LosslessRoundTripTest.PROCESS_14, LosslessRoundTripTest.JPEG_LS, LosslessRoundTripTest.JPEG_2000,
        LosslessRoundTripTest.HIGH_THROUGHPUT})
    void everyCutIsRefused(String syntax) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        for (LosslessImages.Made made : LosslessImages.of(3, 40)) {
            byte[] frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
            int last = frame.length - 3;
            for (int length = 0; length < last; length += 1 + length / 50) {
                byte[] cut = Arrays.copyOf(frame, length);
                assertThrows(CodecException.class, () -> family.decoder().decode(cut, made.format()),
                        () -> made.name() + " cut at " + cut.length + " of " + frame.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LosslessRoundTripTest.PROCESS_14, LosslessRoundTripTest.JPEG_LS, LosslessRoundTripTest.JPEG_2000,
        LosslessRoundTripTest.HIGH_THROUGHPUT})
    void anotherSizeThanTheDataSetIsAMismatch(String syntax) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        LosslessImages.Made made = LosslessImages.of(new SplittableRandom(1), 20, 30, 1, 2, 12, false, "smooth");
        byte[] frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
        for (ImageFormat other : new ImageFormat[] {format(30, 20, 1, 16), format(20, 31, 1, 16), format(20, 30, 3, 16),
                format(20, 30, 1, 8), format(0, 30, 1, 16)}) {
            CodecException e = assertThrows(CodecException.class, () -> family.decoder().decode(frame, other));
            assertEquals(CodecException.Reason.MISMATCH, e.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LosslessRoundTripTest.PROCESS_14, LosslessRoundTripTest.JPEG_LS, LosslessRoundTripTest.JPEG_2000,
        LosslessRoundTripTest.HIGH_THROUGHPUT})
    void hugeSizesAreRefusedBeforeMemoryIsTaken(String syntax) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        LosslessImages.Made made = LosslessImages.of(new SplittableRandom(1), 20, 30, 1, 1, 8, false, "flat");
        byte[] frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
        if (Set.of(LosslessRoundTripTest.JPEG_2000, LosslessRoundTripTest.HIGH_THROUGHPUT).contains(syntax)) {
            for (int field = 8; field < 40; field += field == 12 ? 12 : 4) {
                frame[field + 2] = (byte) 0xff;
                frame[field + 3] = (byte) 0xff;
            }
        } else {
            int at = 0;
            while (frame[at] != (byte) 0xff || frame[at + 1] != (byte) 0xc3 && frame[at + 1] != (byte) 0xf7) {
                at++;
            }
            Arrays.fill(frame, at + 5, at + 9, (byte) 0xff);
        }
        assertThrows(CodecException.class, () -> family.decoder().decode(frame, format(65535, 65535, 1, 8)));
        assertThrows(CodecException.class, () -> family.decoder().decode(frame, format(65535, 65535, 4, 16)));
    }

    private static ImageFormat format(int rows, int columns, int samples, int allocated) {
        return new ImageFormat(rows, columns, samples, allocated, allocated, allocated - 1, false, "MONOCHROME2", false);
    }

    /** @return how many of the mutations were refused */
    static int mutate(String syntax, long seed, int count) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        byte[] frame = null;
        LosslessImages.Made made = null;
        for (int i = 0; i < count; i++) {
            if (i % 50 == 0) {
                made = LosslessImages.of(random.nextLong(), 1).get(0);
                frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
            }
            byte[] bad = mutated(frame, random);
            try {
                Raster raster = family.decoder().decode(bad, made.format());
                assertEquals(made.raster().bytes().length, raster.bytes().length);
            } catch (CodecException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(syntax + " seed " + seed + " mutation " + i + " of " + made.name(), e);
            }
        }
        return refused;
    }

    static byte[] mutated(byte[] frame, SplittableRandom random) {
        byte[] bad = frame.clone();
        int header = Math.min(bad.length, 160);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextBoolean() ? random.nextInt(header) : random.nextInt(bad.length);
            switch (random.nextInt(5)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) random.nextInt(256);
                case 2 -> bad[at] = (byte) 0xff;
                case 3 -> {
                    int length = Math.min(random.nextInt(16), bad.length - at);
                    System.arraycopy(frame, random.nextInt(frame.length - length + 1), bad, at, length);
                }
                default -> bad = random.nextInt(8) == 0 ? Arrays.copyOf(bad, Math.max(1, at)) : bad;
            }
            header = Math.min(bad.length, header);
        }
        return bad;
    }
}
