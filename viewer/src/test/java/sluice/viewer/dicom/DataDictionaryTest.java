package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private final DataDictionary dictionary = DataDictionary.standard();

    @Test
    void looksUpPlainRepeatingAndPrivateElements() {
        assertEquals("PatientName", dictionary.entry(0x00100010).orElseThrow().keyword());
        assertEquals("Patient's Name", dictionary.entry(0x00100010).orElseThrow().name());
        assertEquals("OverlayData", dictionary.entry(0x60023000).orElseThrow().keyword());
        assertEquals("OverlayRows", dictionary.entry(0x60FE0010).orElseThrow().keyword());
        assertEquals("CurveData", dictionary.entry(0x50103000).orElseThrow().keyword());
        assertEquals("SourceImageIDs", dictionary.entry(0x00203110).orElseThrow().keyword());
        assertEquals("ZonalMap", dictionary.entry(0x10101234).orElseThrow().keyword());
        assertEquals("PixelData", dictionary.entry(0x7FE00010).orElseThrow().keyword());
        assertTrue(dictionary.entry(0x60013000).isEmpty());
        assertTrue(dictionary.entry(0x00091001).isEmpty());
        assertTrue(dictionary.entry(0x00100011).isEmpty());
        assertEquals(0x00100010, dictionary.tagOf("PatientName").orElseThrow());
        assertTrue(dictionary.tagOf("NoSuchKeyword").isEmpty());
    }

    @Test
    void impliesOneVr() {
        assertEquals(VR.PN, dictionary.vrOf(0x00100010));
        assertEquals(VR.OW, dictionary.vrOf(0x7FE00010));
        assertEquals(VR.US, dictionary.vrOf(0x00280106));
        assertEquals('S' << 8 | 'S', dictionary.implicitCode(0x00280106, true));
        assertEquals(VR.LO, dictionary.vrOf(0x00090010));
        assertEquals(VR.UN, dictionary.vrOf(0x00091010));
        assertEquals(VR.UL, dictionary.vrOf(0x00090000));
        assertEquals(VR.UN, dictionary.vrOf(0x7FE00001));
        assertEquals("OV", dictionary.entry(0x7FE00001).orElseThrow().vr());
        assertTrue(dictionary.entry(0x00280106).orElseThrow().allows(VrCode.of("SS")));
        assertFalse(dictionary.entry(0x00280106).orElseThrow().allows(VrCode.of("UL")));
    }

    @Test
    void theTableIsSound() {
        Set<String> keywords = new HashSet<>();
        Set<String> vrs = new HashSet<>(List.of("SV", "UV", "OV", "-"));
        EnumSet.allOf(VR.class).forEach(vr -> vrs.add(vr.name()));
        List<String[]> rows = Resources.rows("data-elements.tsv", 6);
        assertTrue(rows.size() > 5200);
        String last = "";
        for (String[] row : rows) {
            assertTrue(row[0].matches("[0-9A-Fx]{8}") && row[0].compareTo(last) > 0, row[0]);
            last = row[0];
            assertTrue(keywords.add(row[3]), row[3]);
            for (String vr : row[1].split("/")) {
                assertTrue(vrs.contains(vr), row[0] + " " + vr);
            }
        }
        for (int group : new int[] {0, 2, 4, 6, 8, 0x10, 0x28, 0x300A, 0x5400, 0x5600, 0x7FE0}) {
            String prefix = String.format("%04X", group);
            assertTrue(rows.stream().anyMatch(row -> row[0].startsWith(prefix)), prefix);
        }
    }

    @Test
    void agreesWithTheToolkitsOlderRegistry() {
        int compared = 0;
        for (String[] row : Resources.rows("data-elements.tsv", 6)) {
            if (row[0].indexOf('x') < 0 && row[1].length() == 2) {
                int tag = (int) Long.parseLong(row[0], 16);
                String keyword = ElementDictionary.keywordOf(tag, null);
                if (row[3].equals(keyword)) {
                    compared++;
                    VR theirs = ElementDictionary.vrOf(tag, null);
                    assertEquals(theirs, dictionary.vrOf(tag), row[3]);
                }
            }
        }
        assertTrue(compared > 4500, "compared " + compared);
    }

    @Test
    void transferSyntaxesAreWhatTheirNamesSay() {
        assertTrue(TransferSyntax.of("1.2.3").isEmpty());
        TransferSyntax jpeg = TransferSyntax.of("1.2.840.10008.1.2.4.50\0").orElseThrow();
        assertTrue(jpeg.encapsulated() && jpeg.explicit() && !jpeg.bigEndian() && !jpeg.deflated());
        assertTrue(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.bigEndian());
        assertTrue(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.deflated());
        assertFalse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.explicit());
        int encapsulated = 0;
        for (String[] row : Resources.rows("transfer-syntaxes.tsv", 3)) {
            TransferSyntax syntax = TransferSyntax.of(row[0]).orElseThrow();
            assertEquals(row[2], syntax.name());
            assertTrue(row[0].length() <= 64 && row[0].matches("[0-9.]+"));
            encapsulated += syntax.encapsulated() ? 1 : 0;
        }
        assertEquals(49, encapsulated);
    }
}
