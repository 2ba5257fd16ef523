package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Damaged and hostile DCT-coded frames. */
class DctHostileTest {

    @Test
    void damagedFramesAreRefusedOrDecodedAndNothingElse() throws CodecException {
        DctHostile hostile = new DctHostile();
        hostile.run(1_000_000, 5000);
        assertTrue(hostile.refused() > 2000, "refused " + hostile.refused());
    }

    @Test
    void endlessScansAreRefused() throws CodecException {
        DctImages.Sample sample = DctImages.random(new SplittableRandom(3), 1, 8, 16, 16);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(sample.frame(), 0, sample.frame().length - 2);
        int scan = 0;
        while (sample.frame()[scan] != -1 || sample.frame()[scan + 1] != (byte) 0xDA) {
            scan++;
        }
        many.write(sample.frame(), scan, sample.frame().length - scan);
        assertEquals(CodecException.Reason.CORRUPT, assertThrows(CodecException.class,
                () -> new DctDecoder().decode(many.toByteArray(), sample.format())).reason());
    }

    @Test
    void bytesThatAreNoCodestreamAreRefused() {
        ImageFormat format = new ImageFormat(8, 8, 1, 8, 8, 7, false, "MONOCHROME2", false);
        for (byte[] bytes : new byte[][] {{}, {-1}, {-1, (byte) 0xD8}, {-1, (byte) 0xD8, -1, (byte) 0xD9}, new byte[100]}) {
            assertThrows(CodecException.class, () -> new DctDecoder().decode(bytes, format));
            assertThrows(CodecException.class, () -> CodestreamComments.removed(new byte[100]));
        }
    }
}
