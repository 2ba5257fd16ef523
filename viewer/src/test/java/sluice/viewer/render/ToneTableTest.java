package sluice.viewer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.viewer.dicom.LookupTable;
import sluice.viewer.dicom.Rescale;
import sluice.viewer.dicom.VoiWindow;

/** The table against the formulas, for tones of all kinds. */
class ToneTableTest {
    private final Random random = new Random(11);

    private Tone anyTone() {
        ModalityMap modality = random.nextInt(4) == 0 ? new ModalityMap.Tabled(anyTable())
                : new ModalityMap.Linear(new Rescale((random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextInt(4) - 2),
                        random.nextInt(3000) - 1500, ""));
        VoiMap voi = random.nextInt(4) == 0 ? new VoiMap.Tabled(anyTable())
                : new VoiMap.Windowed(new VoiWindow(random.nextInt(4000) - 2000, 1 + random.nextInt(3000),
                        VoiWindow.Function.values()[random.nextInt(3)], ""));
        Presentation presentation = new Presentation(random.nextInt(4) == 0 ? Optional.of(anyTable()) : Optional.empty(),
                random.nextBoolean());
        return new Tone(modality, voi, presentation, random.nextBoolean() ? ColourMap.grey()
                : ColourMap.shipped().get("HOT_IRON"));
    }

    private LookupTable anyTable() {
        int bits = 8 + random.nextInt(9);
        int[] entries = random.ints(1 + random.nextInt(3000), 0, 1 << bits).toArray();
        return new LookupTable(random.nextInt(3000) - 1500, bits, entries, "");
    }

    @Test
    void wholeNumbersGetExactlyWhatTheFormulasSay() {
        for (int n = 0; n < 300; n++) {
            Tone tone = anyTone();
            boolean signed = random.nextBoolean();
            double least = signed ? -32768 : 0;
            double[] values = random.ints(2000, 0, 65536).mapToDouble(v -> v + least).toArray();
            for (int v = 0; v < 1000; v++) {
                values[v] = Math.max(least, v * 5 - 2500);
            }
            int[] argb = new int[values.length];
            ToneTable table = ToneTable.ofStored(tone, least, least + 65535, 255, 0);
            table.row(values, values.length, argb, 0);
            assertTrue(table.entries() > 0);
            for (int v = 0; v < values.length; v++) {
                assertEquals(tone.argb(values[v]), argb[v], tone::toString);
            }
        }
    }

    @Test
    void valuesBetweenWholeNumbersAreAtMostOneLevelOff() {
        Tone tone = Tone.grey(new ModalityMap.Linear(new Rescale(1, -1024, "HU")), VoiWindow.of(40, 80));
        double[] values = random.doubles(5000, 900, 1200).toArray();
        int[] argb = new int[values.length];
        ToneTable.ofStored(tone, 0, 65535, 255, 0).row(values, values.length, argb, 0);
        for (int n = 0; n < values.length; n++) {
            assertEquals(tone.argb(values[n]) & 0xFF, argb[n] & 0xFF, 1);
        }
        assertTrue(Arrays.stream(argb).distinct().count() > 240, "narrow windows do not fall into bands");
    }

    @Test
    void floatingPointUsesTheFormulasThemselves() {
        Tone tone = anyTone();
        double[] values = {Double.NaN, 0.25, -1e30, Double.POSITIVE_INFINITY, 17.125};
        int[] argb = new int[values.length];
        ToneTable.ofReal(tone, 255, 0).row(values, values.length, argb, 0);
        assertEquals(0, argb[0]);
        for (int n = 1; n < values.length; n++) {
            assertEquals(tone.argbOfReal(values[n]), argb[n]);
        }
    }

    @Test
    void lowLevelsMayBeTransparent() {
        Tone tone = Tone.grey(new ModalityMap.Linear(Rescale.NONE), VoiWindow.between(0, 100));
        int[] argb = new int[3];
        ToneTable.ofStored(tone, 0, 65535, 128, 0.2).row(new double[] {19, 20, 100}, 3, argb, 0);
        assertEquals(0, argb[0]);
        assertEquals(0x80333333, argb[1]);
        assertEquals(0x80FFFFFF, argb[2]);
    }
}
