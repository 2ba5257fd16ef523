package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverlayBitsTest {

    @Test
    void marksComeBackAndBoxesAreEmptied() throws CodecException {
        SplittableRandom random = new SplittableRandom(31);
        for (int round = 0; round < 200; round++) {
            OverlayBits overlay = new OverlayBits(1 + random.nextInt(9), 1 + random.nextInt(20), 1 + random.nextInt(3));
            List<byte[]> frames = new ArrayList<>();
            for (int i = 0; i < overlay.frames(); i++) {
                byte[] bitmap = new byte[overlay.rows() * overlay.columns()];
                for (int k = 0; k < bitmap.length; k++) {
                    bitmap[k] = (byte) random.nextInt(2);
                }
                frames.add(bitmap);
            }
            byte[] packed = overlay.packed(frames);
            int changed = random.nextInt(overlay.frames());
            PixelBox box = new PixelBox(random.nextInt(-3, 20), random.nextInt(-3, 9), 1 + random.nextInt(8), 1 + random.nextInt(8));
            byte[] blanked = overlay.blanked(packed, changed, List.of(box));
            for (int i = 0; i < overlay.frames(); i++) {
                assertArrayEquals(frames.get(i), overlay.bitmap(packed, i));
                byte[] expected = frames.get(i).clone();
                for (int k = 0; k < expected.length && i == changed; k++) {
                    expected[k] = box.contains(k % overlay.columns(), k / overlay.columns()) ? 0 : expected[k];
                }
                assertArrayEquals(expected, overlay.bitmap(blanked, i));
            }
        }
    }

    @Test
    void nothingHidesBehindTheLastFrame() throws CodecException {
        OverlayBits overlay = new OverlayBits(1, 3, 1);
        assertArrayEquals(new byte[] {7, 0}, overlay.blanked(new byte[] {-1, -1, 5, 5}, 0, List.of()));
        assertEquals(2, overlay.packedBytes());
        byte[] cut = Arrays.copyOf(new byte[0], 0);
        assertThrows(CodecException.class, () -> overlay.bitmap(cut, 0));
        assertThrows(IllegalArgumentException.class, () -> new OverlayBits(0, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new OverlayBits(65535, 65535, 1));
    }
}
