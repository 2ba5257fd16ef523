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

    @ParameterizedTest
    @ValueSource(strings = {PROCESS_14, JPEG_LS})
    void everyImageComesBack(String syntax) throws CodecException {
        for (LosslessImages.Made made : LosslessImages.of(11, 1500)) {
            comesBack(syntax, made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PROCESS_14, JPEG_LS})
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

    private static void comesBack(String syntax, LosslessImages.Made made) throws CodecException {
        CodecFamily family = Codecs.standard().family(syntax).orElseThrow();
        byte[] frame = family.encoder().orElseThrow().encode(made.raster(), made.format());
        Raster again = family.decoder().decode(frame, made.format());
        assertArrayEquals(made.raster().bytes(), again.bytes(), made.name());
        assertEquals(made.raster().photometric(), again.photometric(), made.name());
    }
}
