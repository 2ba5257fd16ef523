package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.CodecException;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.PaletteColours;

class FramesTest {

    private static ImageFormat format(int samples, int allocated, int stored, int high, boolean signed, String photometric) {
        return new ImageFormat(1, 4, samples, allocated, stored, high, signed, photometric, false);
    }

    private static byte[] words(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[2 * n] = (byte) values[n];
            bytes[2 * n + 1] = (byte) (values[n] >> 8);
        }
        return bytes;
    }

    private static double[] stored(Raster raster, ImageFormat format) throws CodecException {
        Samples samples = ((Frame.Grey) Frames.of(raster, format, false, Optional.empty())).samples();
        double[] all = new double[samples.length()];
        for (int n = 0; n < all.length; n++) {
            all[n] = samples.at(n);
        }
        return all;
    }

    @Test
    void onlyTheStoredBitsCountWithTheirSign() throws CodecException {
        Raster raster = new Raster(1, 4, 1, 2, words(0xF7FF, 0x0800, 0xFFFF, 0x1001), "MONOCHROME2");
        assertArrayEquals(new double[] {2047, -2048, -1, 1}, stored(raster, format(1, 16, 12, 11, true, "MONOCHROME2")));
        assertArrayEquals(new double[] {2047, 2048, 4095, 1}, stored(raster, format(1, 16, 12, 11, false, "MONOCHROME2")));
        assertArrayEquals(new double[] {0xF7F, 0x080, 0xFFF, 0x100}, stored(raster, format(1, 16, 12, 15, false, "MONOCHROME2")));
        assertArrayEquals(new double[] {0xF7FF, 0x800, 65535, 0x1001}, stored(raster, format(1, 16, 16, 15, false, "MONOCHROME2")));
    }

    @Test
    void bytesAndLongWords() throws CodecException {
        Raster bytes = new Raster(1, 4, 1, 1, new byte[] {0, 127, -128, -1}, "MONOCHROME2");
        assertArrayEquals(new double[] {0, 127, 128, 255}, stored(bytes, format(1, 8, 8, 7, false, "MONOCHROME2")));
        assertArrayEquals(new double[] {0, 127, -128, -1}, stored(bytes, format(1, 8, 8, 7, true, "MONOCHROME2")));
        byte[] four = {1, 0, 1, 0, -1, -1, -1, -1, 0, 0, 0, -128, 5, 0, 0, 0};
        Raster longs = new Raster(1, 4, 1, 4, four, "MONOCHROME2");
        assertArrayEquals(new double[] {65537, 4294967295.0f, 2147483648.0, 5},
                stored(longs, format(1, 32, 32, 31, false, "MONOCHROME2")));
        assertArrayEquals(new double[] {65537, -1, -2147483648.0, 5}, stored(longs, format(1, 32, 32, 31, true, "MONOCHROME2")));
    }

    @Test
    void coloursAndPalettes() throws CodecException {
        Raster rgb = new Raster(1, 2, 3, 1, new byte[] {1, 2, 3, -1, 0, -128}, "RGB");
        assertArrayEquals(new int[] {0x010203, 0xFF0080},
                ((Frame.Colour) Frames.of(rgb, format(3, 8, 8, 7, false, "RGB"), false, Optional.empty())).rgb());
        Raster ybr = new Raster(1, 2, 3, 1, new byte[] {100, -128, -128, 76, 85, -1}, "YBR_FULL");
        int[] fromYbr = ((Frame.Colour) Frames.of(ybr, format(3, 8, 8, 7, false, "YBR_FULL"), false, Optional.empty())).rgb();
        assertEquals(0x646464, fromYbr[0]);
        assertEquals(254, fromYbr[1] >> 16, 1);
        assertEquals(0, fromYbr[1] >> 8 & 0xFF, 1);
        Raster indices = new Raster(1, 4, 1, 1, new byte[] {0, 10, 11, -1}, "PALETTE COLOR");
        ImageFormat palette = format(1, 8, 8, 7, false, "PALETTE COLOR");
        PaletteColours colours = new PaletteColours(10, new int[] {0x111111, 0x222222});
        assertArrayEquals(new int[] {0x111111, 0x111111, 0x222222, 0x222222},
                ((Frame.Colour) Frames.of(indices, palette, false, Optional.of(colours))).rgb());
        assertThrows(CodecException.class, () -> Frames.of(indices, palette, false, Optional.empty()));
    }

    @Test
    void contradictingBitsAreRefused() {
        Raster raster = new Raster(1, 4, 1, 1, new byte[4], "MONOCHROME2");
        assertThrows(CodecException.class, () -> stored(raster, format(1, 8, 12, 11, false, "MONOCHROME2")));
        assertThrows(CodecException.class, () -> stored(raster, format(1, 8, 8, 6, false, "MONOCHROME2")));
    }
}
