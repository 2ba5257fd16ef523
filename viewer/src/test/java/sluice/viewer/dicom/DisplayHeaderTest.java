package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

class DisplayHeaderTest {
    private final Attributes top = new Attributes();

    private static Attributes item(Attributes in, int sequence) {
        Sequence items = in.getSequence(sequence) == null ? in.newSequence(sequence, 2) : in.getSequence(sequence);
        Attributes item = new Attributes();
        items.add(item);
        return item;
    }

    private static byte[] words(int... values) {
        byte[] bytes = new byte[2 * values.length];
        for (int n = 0; n < values.length; n++) {
            bytes[2 * n] = (byte) values[n];
            bytes[2 * n + 1] = (byte) (values[n] >> 8);
        }
        return bytes;
    }

    private static void table(Attributes item, VR descriptorVr, int count, int first, int bits, byte[] data) {
        item.setBytes(0x00283002, descriptorVr, words(count, first, bits));
        item.setBytes(0x00283006, VR.OW, data);
    }

    @Test
    void nothingSaidIsNothingDone() {
        DisplayHeader header = DisplayHeader.of(top, 0);
        assertEquals(Rescale.NONE, header.rescale());
        assertEquals(List.of(), header.windows());
        assertEquals(List.of(), header.tables());
        assertEquals(Optional.empty(), header.padding());
        assertEquals(new PixelSpacing(1, 1, PixelSpacing.Meaning.RATIO), header.spacing());
    }

    @Test
    void severalWindowsWithExplanationsAndFunction() {
        top.setString(0x00281050, VR.DS, "40", "-600.5", "nonsense", "10");
        top.setString(0x00281051, VR.DS, "80", "1500", "3", "0");
        top.setString(0x00281055, VR.LO, "BRAIN", "LUNG");
        assertEquals(List.of(new VoiWindow(40, 80, VoiWindow.Function.LINEAR, "BRAIN"),
                new VoiWindow(-600.5, 1500, VoiWindow.Function.LINEAR, "LUNG")), DisplayHeader.of(top, 0).windows());
        top.setString(0x00281056, VR.CS, "SIGMOID");
        assertEquals(VoiWindow.Function.SIGMOID, DisplayHeader.of(top, 0).windows().get(0).function());
        top.setString(0x00281051, VR.DS, "NaN", "Infinity", "0x1p3", "1e400");
        assertEquals(List.of(), DisplayHeader.of(top, 0).windows());
    }

    @Test
    void aFramesOwnGroupGoesBeforeSharedAndTop() {
        top.setString(0x00281053, VR.DS, "9");
        Attributes shared = item(item(top, 0x52009229), 0x00289145);
        shared.setString(0x00281053, VR.DS, "2");
        shared.setString(0x00281052, VR.DS, "-5");
        Attributes first = item(item(top, 0x52009230), 0x00289145);
        first.setString(0x00281053, VR.DS, "3");
        first.setString(0x00281054, VR.LO, "HU");
        item(top, 0x52009230);
        assertEquals(new Rescale(3, 0, "HU"), DisplayHeader.of(top, 0).rescale());
        assertEquals(new Rescale(2, -5, ""), DisplayHeader.of(top, 1).rescale());
        assertEquals(new Rescale(2, -5, ""), DisplayHeader.of(top, 7).rescale());
    }

    @Test
    void slopesThatMakeNoSenseCountAsMissing() {
        for (String slope : new String[] {"0", "abc", "1e999", "--3"}) {
            top.setString(0x00281053, VR.DS, slope);
            top.setString(0x00281052, VR.DS, "0");
            assertEquals(Rescale.NONE, DisplayHeader.of(top, 0).rescale());
        }
    }

    @Test
    void tablesOfBytesAndWordsWithSignedFirstValue() {
        table(item(top, 0x00283010), VR.SS, 4, -2, 12, words(0, 1, 2, 4095));
        table(item(top, 0x00283010), VR.US, 4, 5, 8, new byte[] {1, 2, 3, -1});
        table(item(top, 0x00283010), VR.US, 4, 5, 8, words(1, 2, 3, 255));
        // a signed value under the VR of unsigned ones, which as such would run over the end
        table(item(top, 0x00283010), VR.US, 4096, 0xF800, 8, new byte[4096]);
        // too short: left out
        table(item(top, 0x00283010), VR.US, 5, 0, 16, words(1, 2));
        List<LookupTable> tables = DisplayHeader.of(top, 0).tables();
        assertEquals(4, tables.size());
        assertEquals(new LookupTable(-2, 12, new int[] {0, 1, 2, 4095}, ""), tables.get(0));
        assertEquals(new LookupTable(5, 8, new int[] {1, 2, 3, 255}, ""), tables.get(1));
        assertEquals(tables.get(1), tables.get(2));
        assertEquals(-2048, tables.get(3).first());
    }

    @Test
    void aCountOfZeroIs65536AndWrongDepthsFollowTheEntries() {
        byte[] data = new byte[131072];
        data[131070] = (byte) 0xFF;
        data[131071] = 0x0F;
        table(item(top, 0x00283000), VR.US, 0, 0, 10, data);
        LookupTable modality = DisplayHeader.of(top, 0).modalityTable().orElseThrow();
        assertEquals(65536, modality.entries().length);
        assertEquals(12, modality.bits());
        assertEquals(4095, modality.at(1e9));
    }

    @Test
    void paddingHasTheSignOfThePixelsAndEitherOrder() {
        top.setBytes(0x00280120, VR.US, words(0xF830));
        assertEquals(Optional.of(new PixelPadding(63536, 63536)), DisplayHeader.of(top, 0).padding());
        top.setInt(0x00280103, VR.US, 1);
        assertEquals(Optional.of(new PixelPadding(-2000, -2000)), DisplayHeader.of(top, 0).padding());
        top.setBytes(0x00280121, VR.SS, words(-3000));
        PixelPadding range = DisplayHeader.of(top, 0).padding().orElseThrow();
        assertTrue(range.contains(-2500) && range.contains(-3000) && range.contains(-2000) && !range.contains(-1999));
    }

    @Test
    void spacingsByMeaning() {
        top.setString(0x00280034, VR.IS, "4", "3");
        assertEquals(new PixelSpacing(4, 3, PixelSpacing.Meaning.RATIO), DisplayHeader.of(top, 0).spacing());
        top.setString(0x00181164, VR.DS, "0.2", "0.1");
        assertEquals(new PixelSpacing(0.2, 0.1, PixelSpacing.Meaning.DETECTOR), DisplayHeader.of(top, 0).spacing());
        top.setString(0x00280030, VR.DS, "0.5", "0.25");
        assertEquals(new PixelSpacing(0.5, 0.25, PixelSpacing.Meaning.PATIENT), DisplayHeader.of(top, 0).spacing());
    }

    @Test
    void palettesPlainAndSegmented() {
        for (int colour = 0; colour < 3; colour++) {
            top.setBytes(0x00281101 + colour, VR.US, words(4, 1, 16));
            top.setBytes(0x00281201 + colour, VR.OW, words(0, 0x1000 * (colour + 1), 0x8000, 0xFFFF));
        }
        PaletteColours palette = PaletteColours.of(top).orElseThrow();
        assertEquals(1, palette.first());
        assertArrayEquals(new int[] {0, 0x102030, 0x808080, 0xFFFFFF}, palette.rgb());
        assertEquals(0, palette.at(-5));
        assertEquals(0xFFFFFF, palette.at(99));
        for (int colour = 0; colour < 3; colour++) {
            top.remove(0x00281201 + colour);
            top.setBytes(0x00281101 + colour, VR.US, words(8, 0, 16));
            // two discrete values, a line of two to 0x2000, and both segments again
            top.setBytes(0x00281221 + colour, VR.OW, words(0, 2, 0, 0x4000, 1, 2, 0x2000, 2, 2, 0, 0));
        }
        assertArrayEquals(new int[] {0, 0x404040, 0x303030, 0x202020, 0, 0x404040, 0x303030, 0x202020},
                PaletteColours.of(top).orElseThrow().rgb());
    }

    @Test
    void hostileSegmentsEnd() {
        int[][] damaged = {{0, 200, 1}, {1, 4, 7}, {2, 1, 0, 0}, {0, 0, 0, 0}, {9, 1, 1}, {0, 1, 5, 2, 60000, 0, 0}, {2}, {}};
        for (int[] segments : damaged) {
            for (int colour = 0; colour < 3; colour++) {
                top.setBytes(0x00281101 + colour, VR.US, words(8, 0, 16));
                top.setBytes(0x00281221 + colour, VR.OW, words(segments));
            }
            assertEquals(Optional.empty(), PaletteColours.of(top));
        }
    }
}
