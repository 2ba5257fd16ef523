package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Rule;

/** What recipes ask for beyond single rows: several options at once, overrides, conditions, ages, content that is cleaned. */
class OptionsTest {

    private static final String MODIFIED = "'options':['retainLongitudinalModifiedDates']";
    private static final String GSPS = "1.2.840.10008.5.1.4.1.1.11.1";

    private static Attributes clean(String recipe, Attributes source) {
        return Engine.with(recipe).clean(source).dataset();
    }

    /** Calibration dates are kept with the device and modified with the dates: the careful one wins. */
    @Test
    void cleaningBeatsKeepingBeatsTheProfile() {
        Attributes source = Engine.instance();
        source.setString(Tag.DateOfLastCalibration, VR.DA, "20190615");
        assertFalse(clean("'options':[]", source).contains(Tag.DateOfLastCalibration));
        assertEquals("20190615", clean("'options':['retainDeviceIdentity']", source).getString(Tag.DateOfLastCalibration));
        String both = clean("'options':['retainDeviceIdentity','retainLongitudinalModifiedDates']", source)
                .getString(Tag.DateOfLastCalibration);
        assertEquals(clean(MODIFIED, source).getString(Tag.DateOfLastCalibration), both);
        assertFalse(both.equals("20190615"));
    }

    @Test
    void objectsStayValidWhereTheProfileWouldRemoveWhatTheyNeed() {
        Attributes source = Engine.instance();
        source.setString(Tag.SOPClassUID, VR.UI, GSPS);
        source.setString(Tag.PresentationCreationDate, VR.DA, "20190615");
        source.setString(Tag.PresentationCreationTime, VR.TM, "101112");
        Attributes out = clean("'options':[]", source);
        assertEquals("19000101", out.getString(Tag.PresentationCreationDate));
        assertEquals("000000", out.getString(Tag.PresentationCreationTime));
        source.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        assertFalse(clean("'options':[]", source).contains(Tag.PresentationCreationDate));
    }

    @Test
    void datesThatTheTableDoesNotListFollowThePolicy() {
        Attributes source = Engine.instance();
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        int unlisted = 0x0040_A13B; // not in PS3.6: stays unknown
        source.setString(unlisted, VR.DT, "20190615");
        source.setString(Tag.StructureSetDate, VR.DA, "20190615");
        source.setString(0x0072_000A, VR.DT, "20190615"); // Hanging Protocol Creation DateTime
        Attributes full = clean("'options':['retainLongitudinalFullDates']", source);
        assertEquals("20190615", full.getString(0x0072_000A));
        Attributes moved = clean(MODIFIED, source);
        assertEquals(moved.getString(Tag.StudyDate), moved.getString(0x0072_000A));
        assertEquals("201906", clean(MODIFIED + ",'dates':{'mode':'month'}", source).getString(0x0072_000A));
        for (Attributes out : List.of(full, moved)) {
            assertFalse(out.contains(unlisted));
        }
    }

    @Test
    void aDateThatIsNoneGoesEvenWhereDatesStay() {
        Attributes source = Engine.instance();
        source.setBytes(Tag.AcquisitionDate, VR.DA, bytes("Lindqvist "));
        source.setBytes(Tag.SeriesDate, VR.DA, bytes("20190615"));
        Attributes out = clean("'options':['retainLongitudinalFullDates']", source);
        assertFalse(out.containsValue(Tag.AcquisitionDate));
        assertEquals("20190615", out.getString(Tag.SeriesDate));
    }

    @Test
    void agesAreCappedAndDerived() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientBirthDate, VR.DA, "19200101");
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        String derive = "'options':['retainPatientCharacteristics'],'ages':{'derive':true}";
        assertEquals("090Y", clean(derive, source).getString(Tag.PatientAge));
        source.setString(Tag.PatientBirthDate, VR.DA, "19700101");
        assertEquals("049Y", clean(derive, source).getString(Tag.PatientAge));
        assertFalse(clean("'options':['retainPatientCharacteristics']", source).contains(Tag.PatientAge));
        source.setString(Tag.PatientAge, VR.AS, "095Y");
        assertEquals("090Y", clean("'options':['retainPatientCharacteristics']", source).getString(Tag.PatientAge));
        assertEquals("081Y", clean("'options':['retainPatientCharacteristics'],'ages':{'cap':80}", source)
                .getString(Tag.PatientAge));
        assertFalse(clean("'options':[]", source).contains(Tag.PatientAge));
    }

    @Test
    void birthDatesCanBeCutToTheMonth() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientBirthDate, VR.DA, "19501231");
        String recipe = "'overrides':[{'tag':'0010,0030','action':'monthAndYear'}]";
        DatasetDeidentifier.Cleaned cleaned = Engine.with(recipe).clean(source);
        assertEquals("19501201", cleaned.dataset().getString(Tag.PatientBirthDate));
        assertTrue(cleaned.report().notes().contains(Note.WEAKER_THAN_BASIC));
        source.setString(Tag.PatientBirthDate, VR.DA, "1950");
        assertFalse(clean(recipe, source).containsValue(Tag.PatientBirthDate));
    }

    @Test
    void overridesHoldUnderTheirConditionsAndTheLastOneWins() {
        String recipe = "'overrides':[{'tag':'0008,0070','action':'X','when':{'manufacturer':'acme'}},"
                + "{'tag':'0008,1090','action':'X','when':{'modality':['CT','MR']}},"
                + "{'tag':'0018,0015','action':'X'},{'tag':'0018,0015','action':'replace','value':'CHEST',"
                + "'when':{'modality':['CT'],'sopClass':['1.2.840.10008.5.1.4.1.1.2']}}]";
        Attributes source = Engine.instance();
        source.setString(Tag.Modality, VR.CS, "CT");
        source.setString(Tag.Manufacturer, VR.LO, "The ACME Company");
        source.setString(Tag.ManufacturerModelName, VR.LO, "One");
        source.setString(Tag.BodyPartExamined, VR.CS, "HEAD");
        Attributes out = clean(recipe, source);
        assertFalse(out.contains(Tag.Manufacturer));
        assertFalse(out.contains(Tag.ManufacturerModelName));
        assertEquals("CHEST", out.getString(Tag.BodyPartExamined));
        source.setString(Tag.Modality, VR.CS, "US");
        source.setString(Tag.Manufacturer, VR.LO, "Other");
        out = clean(recipe, source);
        assertEquals("Other", out.getString(Tag.Manufacturer));
        assertEquals("One", out.getString(Tag.ManufacturerModelName));
        assertFalse(out.contains(Tag.BodyPartExamined));
    }

    /** What a recipe retains is not found as a residual in its own place; other people's names are. */
    @Test
    void retainedInstitutionsAndDevicesStayWhereTheyAre() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setString(Tag.InstitutionName, VR.LO, "Northern General Hospital");
        source.setString(Tag.DeviceSerialNumber, VR.LO, "SN-12345678");
        source.setString(Tag.StationName, VR.SH, "CT_LINDQVIST");
        Attributes out = clean("'options':['retainInstitutionIdentity','retainDeviceIdentity']", source);
        assertEquals("Northern General Hospital", out.getString(Tag.InstitutionName));
        assertEquals("SN-12345678", out.getString(Tag.DeviceSerialNumber));
        assertEquals(Dummies.TEXT, out.getString(Tag.StationName));
    }

    @Test
    void retainedUidsStayUnlessTheyHoldAnIdentifier() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientID, VR.LO, "191212121212");
        source.setString(Tag.FrameOfReferenceUID, VR.UI, "1.2.826.191212121212.1");
        source.setString(0x0008_3012, VR.UI, "1.2.826.7"); // a house rule's
        Attributes out = clean("'options':['retainUids']", source);
        assertEquals("1.2.826.0.1.2", out.getString(Tag.StudyInstanceUID));
        assertEquals("1.2.826.7", out.getString(0x0008_3012));
        assertTrue(out.getString(Tag.FrameOfReferenceUID).startsWith("2.25."));
    }

    @Test
    void contentIsCleanedByItsKind() {
        Attributes source = Engine.instance();
        source.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.88.33");
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        Sequence content = source.newSequence(Tag.ContentSequence, 6);
        content.add(item("PNAME", Tag.PersonName, VR.PN, "Andersson^Bo"));
        content.add(item("UIDREF", Tag.UID, VR.UI, "1.2.826.9"));
        content.add(item("DATE", Tag.Date, VR.DA, "20190615"));
        content.add(item("NUM", Tag.NumericValue, VR.DS, "12.5"));
        content.add(item("TEXT", Tag.TextValue, VR.UT, "Eva Lindqvist"));
        Attributes reference = item("IMAGE", Tag.RelationshipType, VR.CS, "CONTAINS");
        Attributes image = new Attributes();
        reference.newSequence(Tag.ReferencedSOPSequence, 1).add(image);
        image.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.1");
        content.add(reference);
        Attributes out = clean("'options':['cleanStructuredContent','retainLongitudinalModifiedDates']", source);
        Sequence items = out.getSequence(Tag.ContentSequence);
        assertEquals("ANONYMOUS", items.get(0).getString(Tag.PersonName));
        assertTrue(items.get(1).getString(Tag.UID).startsWith("2.25."));
        assertTrue(items.get(2).getString(Tag.Date).compareTo("20190615") < 0);
        assertEquals("12.5", items.get(3).getString(Tag.NumericValue));
        assertFalse(items.get(4).toString().contains("Lindqvist"));
        assertTrue(items.get(4).containsValue(Tag.TextValue), "Type 1C: a text item without text is none");
        assertTrue(items.get(5).getNestedDataset(Tag.ReferencedSOPSequence).getString(Tag.ReferencedSOPInstanceUID)
                .startsWith("2.25."));
    }

    private static Attributes item(String type, int tag, VR vr, String value) {
        Attributes item = new Attributes();
        item.setString(Tag.ValueType, VR.CS, type);
        item.setString(tag, vr, value);
        return item;
    }

    @Test
    void explanationsTellEveryAttributeAndNoValue() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        source.setString(Tag.Modality, VR.CS, "CT");
        source.setString("ACME", 0x0029_0010, VR.LO, "private");
        DatasetDeidentifier engine = Engine.with(MODIFIED);
        List<String> lines = new ArrayList<>();
        DatasetDeidentifier.Cleaned cleaned = engine.clean(source);
        engine.explain(source, cleaned.dataset(), cleaned.report()).forEach(e -> lines.add(e.path() + " " + e.result() + " | " + e.rule()));
        String all = String.join("\n", lines);
        assertTrue(all.contains("(0008,0020) shifted | E.1-1 Z, retainLongitudinalModifiedDates C"), all);
        assertTrue(all.contains("(0008,0060) kept | not listed in E.1-1"), all);
        assertTrue(all.contains("(0029,1010) removed | E.1-1 gggg,eeee: X"), all);
        assertTrue(all.contains("(0010,0010) pseudonym | identity"), all);
        assertTrue(all.contains("(0012,0062) added | statement"), all);
        for (String value : List.of("Lindqvist", "2019", "CT ", "1.2.826", "2.25.")) {
            assertFalse(all.contains(value), value);
        }
        assertTrue(lines.size() > source.size());
    }

    @Test
    void optionsAreNamedInTheReport() {
        Attributes source = Engine.instance();
        source.setString(Tag.StudyDate, VR.DA, "20190615");
        assertTrue(Engine.with(MODIFIED).clean(source).report().changes().stream()
                .anyMatch(c -> c.tag() == Tag.StudyDate && c.rule() == Rule.OPTION));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
