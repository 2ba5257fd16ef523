package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lossless codec writes it reads back, value for value. */
class LosslessRoundTripTest {
    static final String PROCESS_14 = "1.2.840.10008.1.2.4.57";
    static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    static final String HIGH_THROUGHPUT = "1.2.840.10008.1.2.4.201";
    static final String HIGH_THROUGHPUT_RPCL = "1.2.840.10008.1.2.4.202";
    static final String JPEG_2000_LOSSY = "1.2.840.10008.1.2.4.91";

    @ParameterizedTest
    @ValueSource(strings = {PROCESS_14, JPEG_LS, JPEG_2000, HIGH_THROUGHPUT, HIGH_THROUGHPUT_RPCL})
    void everyImageComesBack(String syntax) throws CodecException {
        for (LosslessImages.Made made : LosslessImages.of(11, 1500)) {
            comesBack(syntax, made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PROCESS_14, JPEG_LS, JPEG_2000, HIGH_THROUGHPUT, HIGH_THROUGHPUT_RPCL})
    void everyPrecisionComesBackWithEveryContent(String syntax) throws CodecException {
        SplittableRandom random = new SplittableRandom(5);
        for (int stored = 1; stored <= 16; stored++) {
            for (String kind : LosslessImages.KINDS) {
                for (int samples = 1; samples <= 4; samples++) {
                    comesBack(syntax, LosslessImages.of(random, 37, 300, samples, stored > 8 ? 2 : 1, stored, false, kind));
                    comesBack(syntax, LosslessImages.of(random, 23, 17, samples, 2, stored, true, kind));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JPEG_2000, HIGH_THROUGHPUT, HIGH_THROUGHPUT_RPCL})
    void theReversibleColourTransformComesBackAsRgb(String syntax) throws CodecException {
        SplittableRandom random = new SplittableRandom(8);
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        for (int i = 0; i < 60; i++) {
            int stored = 1 + i % 16;
            LosslessImages.Made made = LosslessImages.of(random, 1 + random.nextInt(70), 1 + random.nextInt(150), 3,
                    stored > 8 ? 2 : 1, stored, false, LosslessImages.KINDS.get(i % 5));
            ImageFormat f = made.format();
            ImageFormat rct = new ImageFormat(f.rows(), f.columns(), 3, f.bitsAllocated(), stored, stored - 1, false, "YBR_RCT",
                    false);
            Raster again = family.decoder().decode(family.encoder().orElseThrow().encode(made.raster(), rct), rct);
            assertArrayEquals(made.raster().bytes(), again.bytes(), made.name());
            assertEquals("RGB", again.photometric());
        }
    }

    private static void comesBack(String syntax, LosslessImages.Made made) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        byte[] frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
        Raster again = family.decoder().decode(frame, made.format());
        assertArrayEquals(made.raster().bytes(), again.bytes(), made.name());
        assertEquals(made.raster().photometric(), again.photometric(), made.name());
    }
}
