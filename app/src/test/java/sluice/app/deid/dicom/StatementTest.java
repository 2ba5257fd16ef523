package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

/** A file claims what is true of it, whatever the recipe or an earlier step says. */
class StatementTest {

    private static final String FULL = "'options':['retainLongitudinalFullDates']";
    private static final String MODIFIED = "'options':['retainLongitudinalModifiedDates']";

    private final Attributes source = Engine.instance();

    private static List<String> codes(Attributes out) {
        List<String> codes = new ArrayList<>();
        Sequence items = out.getSequence(Tag.DeidentificationMethodCodeSequence);
        if (items != null) {
            items.forEach(i -> codes.add(i.getString(Tag.CodeValue)));
        }
        return codes;
    }

    private Attributes clean(String recipe) {
        return Engine.with(recipe).clean(source).dataset();
    }

    private void earlier(String... codes) {
        Sequence items = source.newSequence(Tag.DeidentificationMethodCodeSequence, codes.length);
        for (String code : codes) {
            Attributes item = new Attributes();
            item.setString(Tag.CodeValue, VR.SH, code);
            item.setString(Tag.CodingSchemeDesignator, VR.SH, code.startsWith("113") ? "DCM" : "99LOCAL");
            items.add(item);
        }
    }

    private static String dates(Attributes out) {
        return out.getString(Tag.LongitudinalTemporalInformationModified);
    }

    @Test
    void datesAreWhatTheyAre() {
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        assertEquals("REMOVED", dates(clean("'options':[]")));
        assertEquals(List.of("113100"), codes(clean("'options':[]")));
        assertEquals("UNMODIFIED", dates(clean(FULL)));
        assertEquals(List.of("113100", "113106"), codes(clean(FULL)));
        assertEquals("MODIFIED", dates(clean(MODIFIED)));
        assertEquals(List.of("113100", "113107"), codes(clean(MODIFIED)));
        source.setNull(Tag.StudyDate, VR.DA);
        assertEquals(List.of("113100"), codes(clean(MODIFIED)), "no date was retained");
    }

    @Test
    void datesDoNotBecomeTrueAgain() {
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        source.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, "MODIFIED");
        earlier("113100", "113107");
        assertEquals("MODIFIED", dates(clean(FULL)));
        assertEquals(List.of("113100", "113107"), codes(clean(FULL)));
        assertEquals("REMOVED", dates(clean("'options':[]")));
        assertEquals(List.of("113100"), codes(clean("'options':[]")), "an old 113107 is no longer true");
        source.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, "REMOVED");
        assertEquals("REMOVED", dates(clean(FULL)));
        assertEquals("MODIFIED", dates(clean(MODIFIED)), "there is a date, and this step shifted it");
        source.setString(Tag.LongitudinalTemporalInformationModified, VR.CS, "UNMODIFIED");
        earlier("113106");
        assertEquals(List.of("113100", "113107"), codes(clean(MODIFIED)));
    }

    @Test
    void whatWasRetainedEarlierIsClaimedOnlyIfItStillIs() {
        earlier("113102", "113105", "113109", "113112", "4711");
        source.setString(Tag.InstitutionName, VR.LO, "Northern General");
        assertEquals(List.of("113102", "113105", "4711", "113100"), codes(clean("'options':[]")));
        assertEquals(List.of("113102", "113105", "113112", "4711", "113100"),
                codes(clean("'options':['retainInstitutionIdentity']")));
    }

    @Test
    void optionsThatRetainAreClaimedWhereSomethingWasRetained() {
        assertEquals(List.of("113100"), codes(clean("'options':['retainInstitutionIdentity','retainDeviceIdentity']")));
        source.setString(Tag.DeviceSerialNumber, VR.LO, "SN-12345678");
        assertEquals(List.of("113100", "113109"), codes(clean("'options':['retainInstitutionIdentity','retainDeviceIdentity']")));
        assertEquals(List.of("113100", "113111"), codes(privateOne()));
    }

    private Attributes privateOne() {
        Attributes other = Engine.instance();
        other.setString("SIEMENS MR HEADER", 0x0019_000C, VR.IS, "1000");
        return Engine.with("'options':['retainSafePrivate']").clean(other).dataset();
    }

    @Test
    void anOverrideAgainstAnOptionCostsItsCode() {
        source.setString(Tag.SeriesDescription, VR.LO, "T1");
        String clean = "'options':['cleanDescriptors']";
        assertEquals(List.of("113100", "113105"), codes(clean(clean)));
        assertEquals(List.of(), codes(clean(clean + ",'overrides':[{'tag':'0008,103E','action':'K'}]")));
        assertEquals(List.of("113100", "113105"), codes(clean(clean + ",'overrides':[{'tag':'0008,103E','action':'C'}]")));
        assertEquals(List.of("113100", "113105"), codes(clean(clean + ",'overrides':[{'tag':'0008,103E','action':'X'}]")));
    }

    @Test
    void graphicsThatHadToGoWereNotCleaned() {
        assertEquals(List.of("113100", "113103"), codes(clean("'options':['cleanGraphics']")));
        source.setBytes(0x6000_3000, VR.OW, new byte[32]);
        Attributes out = clean("'options':['cleanGraphics']");
        assertFalse(out.contains(0x6000_3000));
        assertEquals(List.of("113100"), codes(out));
    }

    @Test
    void graphicsThatWereLookedAtAreClaimed() throws java.io.IOException {
        source.setInt(0x6000_0010, VR.US, 16);
        source.setInt(0x6000_0011, VR.US, 16);
        source.setString(0x6000_0022, VR.LO, "ROI of XQ-7781-Z");
        source.setString(0x6000_0040, VR.CS, "R");
        source.setInt(0x6000_0050, VR.SS, 1, 1);
        source.setInt(0x6000_0100, VR.US, 1);
        source.setInt(0x6000_0102, VR.US, 0);
        source.setString(0x6000_1500, VR.LO, "XQ-7781-Z");
        source.setBytes(0x6000_3000, VR.OW, new byte[32]);
        Attributes out = clean("'options':['cleanGraphics']");
        assertEquals(List.of("113100", "113103"), codes(out));
        assertEquals("ROI", out.getString(0x6000_0022));
        assertFalse(out.contains(0x6000_1500));
        assertEquals(32, out.getBytes(0x6000_3000).length);
        byte[] spots = new byte[32];
        java.util.Arrays.fill(spots, (byte) 0x55);
        source.setBytes(0x6000_3000, VR.OW, spots);
        assertFalse(clean("'options':['cleanGraphics']").contains(0x6000_0010), "nothing is left of it");
        assertEquals(List.of("113100", "113103"), codes(clean("'options':['cleanGraphics']")));
        assertEquals("113100", codes(clean("'options':['cleanGraphics'],'overrides':[{'tag':'60xx,xxxx','action':'X'}]")).get(0));
        assertEquals(1, codes(clean("'options':['cleanGraphics'],'overrides':[{'tag':'60xx,xxxx','action':'X'}]")).size());
        assertFalse(clean("'options':['cleanGraphics'],'overrides':[{'tag':'60xx,3000','action':'X'}]").contains(0x6000_0010));
        assertFalse(clean("'options':[]").contains(0x6000_3000));
        source.setBytes(0x5000_3000, VR.OW, new byte[4]);
        assertFalse(clean("'options':['cleanGraphics']").contains(0x5000_3000));
        assertEquals(List.of("113100"), codes(clean("'options':['cleanGraphics']")));
    }

    @Test
    void layersKeepNamesOfTheirOwn() {
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        Sequence layers = source.newSequence(Tag.GraphicLayerSequence, 4);
        Sequence marks = source.newSequence(Tag.GraphicAnnotationSequence, 4);
        String[] names = {"LINDQVIST", "REMOVED", "EVA LINDQVIST", "MARKS"};
        for (String name : names) {
            Attributes layer = new Attributes();
            layers.add(layer);
            layer.setString(Tag.GraphicLayer, VR.CS, name);
            Attributes mark = new Attributes();
            marks.add(mark);
            mark.setString(Tag.GraphicLayer, VR.CS, name);
        }
        source.setInt(0x6000_0010, VR.US, 4);
        source.setInt(0x6000_0011, VR.US, 4);
        source.setString(0x6000_0040, VR.CS, "G");
        source.setInt(0x6000_0100, VR.US, 1);
        source.setString(0x6000_1001, VR.CS, "EVA LINDQVIST");
        source.setBytes(0x6000_3000, VR.OW, new byte[2]);
        for (String options : List.of("'options':[]", "'options':['cleanGraphics']")) {
            Attributes out = clean(options);
            Set<String> after = new HashSet<>();
            for (int i = 0; i < names.length; i++) {
                String name = out.getSequence(Tag.GraphicLayerSequence).get(i).getString(Tag.GraphicLayer);
                assertTrue(after.add(name), name);
                assertEquals(name, out.getSequence(Tag.GraphicAnnotationSequence).get(i).getString(Tag.GraphicLayer));
                assertTrue(name.matches("[A-Z0-9_ ]{1,16}") && !name.contains("LIND"), name);
                if (i == 2 && options.contains("cleanGraphics")) {
                    assertEquals(name, out.getString(0x6000_1001));
                }
            }
            assertEquals("MARKS", out.getSequence(Tag.GraphicLayerSequence).get(3).getString(Tag.GraphicLayer));
            assertEquals("REMOVED", out.getSequence(Tag.GraphicLayerSequence).get(1).getString(Tag.GraphicLayer));
        }
    }

    @Test
    void pixelsAreClaimedOnlyIfTheyWereExaminedAndCleaned() {
        source.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        DatasetDeidentifier engine = Engine.with("'options':['cleanPixelData']");
        Attributes no = engine.clean(source).dataset();
        assertEquals(List.of("113100"), codes(no));
        assertEquals("YES", no.getString(Tag.BurnedInAnnotation));
        Attributes yes = engine.clean(source, new DatasetDeidentifier.Circumstances(false, true)).dataset();
        assertEquals(List.of("113100", "113101"), codes(yes));
        assertEquals("NO", yes.getString(Tag.BurnedInAnnotation));
    }
}
