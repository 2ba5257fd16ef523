package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.report.Change;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.TagPattern;

class DatasetDeidentifierTest {

    private final DatasetDeidentifier basic = Engine.basic();

    private static boolean has(Report report, int tag, Rule rule) {
        return report.changes().stream().anyMatch(c -> c.tag() == tag && c.rule() == rule);
    }

    @Test
    void meaningsOfLocalCodesInsideReplacedSequencesAreFreeText() {
        Attributes source = Engine.instance();
        Attributes item = new Attributes();
        source.newSequence(Tag.ContentSequence, 1).add(item);
        for (String[] code : new String[][] {{"99WARD", "as Dr Weber saw it"}, {"DCM", "Finding"}}) {
            Attributes concept = new Attributes();
            item.newSequence(code[0].equals("DCM") ? Tag.ConceptNameCodeSequence : Tag.ConceptCodeSequence, 1).add(concept);
            concept.setString(Tag.CodeValue, VR.SH, "121071");
            concept.setString(Tag.CodingSchemeDesignator, VR.SH, code[0]);
            concept.setString(Tag.CodeMeaning, VR.LO, code[1]);
        }
        Attributes out = basic.clean(source).dataset().getNestedDataset(Tag.ContentSequence);
        assertEquals("Finding", out.getNestedDataset(Tag.ConceptNameCodeSequence).getString(Tag.CodeMeaning));
        assertFalse(out.getNestedDataset(Tag.ConceptCodeSequence).getString(Tag.CodeMeaning).contains("Weber"));
    }

    /** A value ends at its padding (PS3.5 section 6.2); what writers leave behind it is memory that nobody looked at. */
    @Test
    void nothingStaysBehindThePaddingOfAValue() {
        Attributes source = Engine.instance();
        source.setBytes(Tag.SpatialResolution, VR.DS, "0.5\0Smith 850101".getBytes(StandardCharsets.US_ASCII));
        source.setBytes(Tag.BodyPartExamined, VR.CS, "HEAD\0\0JONES ".getBytes(StandardCharsets.US_ASCII));
        source.setBytes(Tag.SliceThickness, VR.DS, "1.5\0".getBytes(StandardCharsets.US_ASCII));
        DatasetDeidentifier.Cleaned cleaned = basic.clean(source);
        assertArrayEquals("0.5 ".getBytes(StandardCharsets.US_ASCII), cleaned.dataset().getSafeBytes(Tag.SpatialResolution));
        assertArrayEquals("HEAD".getBytes(StandardCharsets.US_ASCII), cleaned.dataset().getSafeBytes(Tag.BodyPartExamined));
        assertArrayEquals("1.5\0".getBytes(StandardCharsets.US_ASCII), cleaned.dataset().getSafeBytes(Tag.SliceThickness));
        assertTrue(has(cleaned.report(), Tag.SpatialResolution, Rule.BEHIND_PADDING));
        assertFalse(has(cleaned.report(), Tag.SliceThickness, Rule.BEHIND_PADDING));
    }

    /** Without its zeros such a number is in every orientation and every position. */
    @Test
    void aNumberOfZerosAndADigitCostsNoGeometry() {
        Attributes source = Engine.instance();
        source.setString(Tag.AccessionNumber, VR.SH, "0000000001");
        byte[] orientation = "1.000000\\0.000000\\0.000000\\0.000000\\1.000000\\0.000000".getBytes(StandardCharsets.US_ASCII);
        source.setBytes(Tag.ImageOrientationPatient, VR.DS, orientation);
        assertArrayEquals(orientation, basic.clean(source).dataset().getSafeBytes(Tag.ImageOrientationPatient));
    }

    @Test
    void ofSeveralTermsOnlyTheOneThatIdentifiesGoes() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Wrzosek^Ada");
        source.setString(Tag.ImageType, VR.CS, "DERIVED", "PRIMARY", "WRZOSEK", "RCBF");
        source.setString(Tag.ImagePositionPatient, VR.DS, "-12.5", "77310042", "3");
        source.setString(Tag.PatientID, VR.LO, "77310042");
        Attributes out = basic.clean(source).dataset();
        assertArrayEquals(new String[] {"DERIVED", "PRIMARY", "REMOVED", "RCBF"}, out.getStrings(Tag.ImageType));
        assertArrayEquals(new String[] {"-12.5", "0", "3"}, out.getStrings(Tag.ImagePositionPatient));
    }

    @Test
    void saysWhatWasDone() {
        Attributes out = basic.clean(Engine.instance()).dataset();
        assertEquals("YES", out.getString(Tag.PatientIdentityRemoved));
        assertEquals("REMOVED", out.getString(Tag.LongitudinalTemporalInformationModified));
        assertTrue(out.getString(Tag.DeidentificationMethod).contains("PS3.15 2026c Basic Profile"));
        Attributes code = out.getNestedDataset(Tag.DeidentificationMethodCodeSequence);
        assertEquals("113100", code.getString(Tag.CodeValue));
        assertEquals("DCM", code.getString(Tag.CodingSchemeDesignator));
        assertFalse(out.contains(Tag.BurnedInAnnotation));
        assertFalse(out.contains(Tag.RecognizableVisualFeatures));
    }

    @Test
    void earlierCodesStayAndTheOwnCodeComesOnce() {
        Attributes source = Engine.instance();
        Attributes earlier = new Attributes();
        source.newSequence(Tag.DeidentificationMethodCodeSequence, 1).add(earlier);
        earlier.setString(Tag.CodeValue, VR.SH, "113102");
        earlier.setString(Tag.CodingSchemeDesignator, VR.SH, "DCM");
        earlier.setString(Tag.CodeMeaning, VR.LO, "Clean Recognizable Visual Features Option");
        source.setString(Tag.DeidentificationMethod, VR.LO, "defaced");
        Attributes once = basic.clean(source).dataset();
        Attributes twice = basic.clean(once).dataset();
        Sequence codes = twice.getSequence(Tag.DeidentificationMethodCodeSequence);
        assertEquals(2, codes.size());
        assertEquals("113102", codes.get(0).getString(Tag.CodeValue));
        assertArrayEquals(once.getStrings(Tag.DeidentificationMethod), twice.getStrings(Tag.DeidentificationMethod));
        assertEquals("defaced", twice.getStrings(Tag.DeidentificationMethod)[0]);
    }

    @Test
    void theSourceIsNotChanged() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        source.newSequence(Tag.ReferencedImageSequence, 1).add(Engine.instance());
        Attributes copy = new Attributes(source);
        basic.clean(source);
        assertEquals(copy, source);
    }

    @Test
    void keptTextKeepsItsBytesWhateverItsEncoding() {
        for (byte[] text : new byte[][] {"Schädel ".getBytes(StandardCharsets.ISO_8859_1),
            {0x1b, '$', 'B', 0x46, 0x2c, 0x1b, '(', 'B'}, {(byte) 0xff, (byte) 0xfe, 'x', ' '}, " padded  ".getBytes()}) {
            Attributes source = Engine.instance();
            source.setBytes(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100".getBytes());
            source.setBytes(Tag.ReceiveCoilName, VR.SH, text);
            assertArrayEquals(text, (byte[]) basic.clean(source).dataset().getValue(Tag.ReceiveCoilName));
        }
    }

    @Test
    void referencesBetweenInstancesStayIntact() {
        Attributes image = Engine.instance();
        Attributes report = Engine.instance();
        report.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.9");
        Attributes reference = new Attributes();
        report.newSequence(Tag.ReferencedImageSequence, 1).add(reference);
        reference.setBytes(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.1\0".getBytes());
        reference.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        Attributes newImage = basic.clean(image).dataset();
        Attributes newReport = Engine.basic().clean(report).dataset();
        Attributes newReference = newReport.getNestedDataset(Tag.ReferencedImageSequence);
        assertEquals(newImage.getString(Tag.SOPInstanceUID), newReference.getString(Tag.ReferencedSOPInstanceUID));
        assertEquals("1.2.840.10008.5.1.4.1.1.2", newReference.getString(Tag.ReferencedSOPClassUID));
        assertEquals(newImage.getString(Tag.StudyInstanceUID), newReport.getString(Tag.StudyInstanceUID));
        assertNotEquals(newImage.getString(Tag.SOPInstanceUID), newReport.getString(Tag.SOPInstanceUID));
    }

    @Test
    void uidsOfKindsStayIfTheyAreNobodysOwn() {
        Attributes source = Engine.instance();
        Attributes item = new Attributes();
        source.newSequence(Tag.SourceImageSequence, 1).add(item);
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.3.12.2.1107.5.9.1");
        item.setString(Tag.CodingSchemeUID, VR.UI, "1.2.752.4711.1.2");
        Attributes out = basic.clean(source).dataset().getNestedDataset(Tag.SourceImageSequence);
        assertEquals("1.3.12.2.1107.5.9.1", out.getString(Tag.ReferencedSOPClassUID));
        assertTrue(out.getString(Tag.CodingSchemeUID).startsWith("2.25."));
    }

    @Test
    void wellKnownFramesOfReferenceStay() {
        Attributes source = Engine.instance();
        source.setString(Tag.FrameOfReferenceUID, VR.UI, "1.2.840.10008.1.4.1.1");
        assertEquals("1.2.840.10008.1.4.1.1", basic.clean(source).dataset().getString(Tag.FrameOfReferenceUID));
    }

    @Test
    void whatTheStandardDoesNotKnowOrContradictsIsRemovedAndReported() {
        Attributes source = Engine.instance();
        source.setString(0x0042_0F0E, VR.LO, "unknown");
        source.setBytes(Tag.Rows, VR.OB, "JANE DOE".getBytes());
        source.setString(Tag.Columns, VR.LT, "JANE DOE");
        source.setBytes(0x0040_9096, VR.UN, new byte[] {1, 2, 3, 4});
        source.setString(Tag.CodingSchemeUID, VR.UI, "Jane Doe");
        source.setString(0x0018_9999, VR.SH, "x");
        source.setString(0x0004_1500, VR.CS, "DIR");
        source.setString(0x0002_0016, VR.AE, "AE");
        source.setString(0x0000_1001, VR.UI, "1.2");
        source.setString(0x0020_3401, VR.CS, "CT");
        source.setString(0x0008_0041, VR.LO, "text");
        Report report = basic.clean(source).report();
        Attributes out = basic.clean(source).dataset();
        for (int tag : new int[] {0x0042_0F0E, Tag.Rows, Tag.Columns, 0x0040_9096, Tag.CodingSchemeUID, 0x0018_9999,
            0x0004_1500, 0x0002_0016, 0x0000_1001, 0x0008_0041}) {
            assertFalse(out.contains(tag), TagPattern.format(tag));
            assertTrue(report.changes().stream().anyMatch(c -> c.tag() == tag), TagPattern.format(tag));
        }
        assertTrue(has(report, Tag.Rows, Rule.VR));
        assertTrue(has(report, 0x0042_0F0E, Rule.UNKNOWN));
        assertTrue(has(report, 0x0008_0041, Rule.RETIRED));
    }

    @Test
    void contentItemsKeepTheirFormAndLoseTheirText() {
        Attributes source = Engine.instance();
        Attributes item = new Attributes();
        source.newSequence(Tag.ContentSequence, 1).add(item);
        item.setString(Tag.ValueType, VR.CS, "TEXT");
        item.setString(Tag.TextValue, VR.UT, "the neighbour of Mrs Doe");
        Attributes code = new Attributes();
        item.newSequence(Tag.ConceptNameCodeSequence, 1).add(code);
        code.setString(Tag.CodeMeaning, VR.LO, "Finding");
        Attributes out = basic.clean(source).dataset().getNestedDataset(Tag.ContentSequence);
        assertEquals("TEXT", out.getString(Tag.ValueType));
        assertEquals("Finding", out.getNestedDataset(Tag.ConceptNameCodeSequence).getString(Tag.CodeMeaning));
        assertEquals(Dummies.TEXT, out.getString(Tag.TextValue));
    }

    @Test
    void aPatientWithoutIdIsStillOneButNotSomebodyElse() {
        Attributes a = Engine.instance();
        a.setNull(Tag.PatientID, VR.LO);
        a.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        a.setString(Tag.PatientBirthDate, VR.DA, "19700101");
        Attributes b = new Attributes(a);
        b.setString(Tag.PatientBirthDate, VR.DA, "19700102");
        Attributes c = new Attributes(a);
        c.remove(Tag.PatientBirthDate);
        DatasetDeidentifier.Cleaned cleaned = basic.clean(a);
        assertTrue(cleaned.report().notes().contains(Note.NO_PATIENT_ID));
        assertEquals(cleaned.patient(), basic.clean(new Attributes(a)).patient());
        assertNotEquals(cleaned.patient(), basic.clean(b).patient());
        assertNotEquals(cleaned.patient(), basic.clean(c).patient());
    }

    @Test
    void aCharacterSetThatIsNoneIsReplacedByTheTruth() {
        Attributes source = Engine.instance();
        source.setBytes(Tag.SpecificCharacterSet, VR.CS, "JANE DOE".getBytes());
        source.setBytes(Tag.ReceiveCoilName, VR.SH, "Schädel".getBytes(StandardCharsets.UTF_8));
        DatasetDeidentifier.Cleaned cleaned = basic.clean(source);
        assertEquals("ISO_IR 192", cleaned.dataset().getString(Tag.SpecificCharacterSet));
        assertTrue(cleaned.report().notes().contains(Note.CHARACTER_SET_REPLACED));
    }

    @Test
    void anOverrideThatWeakensTheProfileIsNotCalledTheProfile() {
        Recipe recipe = Engine.recipe("'overrides':[{'tag':'0008,103E','action':'K'}]");
        Attributes source = Engine.instance();
        source.setString(Tag.SeriesDescription, VR.LO, "T1 sagittal");
        DatasetDeidentifier.Cleaned cleaned = Engine.with(recipe, MappingListener.NONE).clean(source);
        assertEquals("T1 sagittal", cleaned.dataset().getString(Tag.SeriesDescription));
        assertFalse(cleaned.dataset().contains(Tag.DeidentificationMethodCodeSequence));
        assertTrue(cleaned.report().notes().contains(Note.WEAKER_THAN_BASIC));
        source.remove(Tag.SeriesDescription);
        assertTrue(Engine.with(recipe, MappingListener.NONE).clean(source).dataset()
                .contains(Tag.DeidentificationMethodCodeSequence), "nothing was kept in this instance");
    }

    @Test
    void aKeptDescriptionStillLosesTheName() {
        Recipe recipe = Engine.recipe("'overrides':[{'tag':'0008,103E','action':'K'}]");
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setString(Tag.SeriesDescription, VR.LO, "T1 lindqvist");
        assertEquals(Dummies.TEXT, Engine.with(recipe, MappingListener.NONE).clean(source).dataset()
                .getString(Tag.SeriesDescription));
    }

    @Test
    void theListenerHearsEveryPair() {
        List<String> heard = new ArrayList<>();
        DatasetDeidentifier engine = Engine.with(Engine.recipe(), (kind, from, to) -> heard.add(kind + " " + from));
        engine.clean(Engine.instance());
        assertTrue(heard.containsAll(List.of("PATIENT XQ-7781-Z", "UID 1.2.826.0.1.1", "UID 1.2.826.0.1.2",
                "UID 1.2.826.0.1.3")), heard::toString);
        assertFalse(heard.contains("UID 1.2.840.10008.5.1.4.1.1.2"));
    }

    @Test
    void theReportNamesPlacesAndNoValues() {
        Attributes source = Engine.instance();
        Attributes item = new Attributes();
        source.newSequence(Tag.ReferencedImageSequence, 1).add(item);
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.5");
        source.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        Report report = basic.clean(source).report();
        String json = report.toJson();
        assertTrue(json.contains("[\"(0008,1140)[0].(0008,1155)\",\"new-uid\",\"table E.1-1\"]"), json);
        assertFalse(json.contains("Doe") || json.contains("1.2.826"), json);
        for (Change change : report.changes()) {
            assertFalse(change.toString().contains("Doe"));
        }
    }

    /** UIDs that stay because of their root stay without what somebody put behind them. */
    @Test
    void uidsOfKindsCarryNoIdentifier() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientID, VR.LO, "191212121212");
        source.setBytes(Tag.SOPClassUID, VR.UI, bytes("1.2.840.10008.5.1.4.1.1.2\000191212121212\0"));
        source.setBytes(Tag.CodingSchemeUID, VR.UI, bytes("1.2.840.10008.2.16.4\0Smith"));
        source.setString(Tag.MappingResourceUID, VR.UI, "2.16.840.1.113883.9.191212121212");
        source.setString(Tag.FrameOfReferenceUID, VR.UI, "1.2.840.10008.1.4.191212121");
        source.setBytes(Tag.SynchronizationFrameOfReferenceUID, VR.UI, bytes("1.2.3\0Smith "));
        Attributes out = basic.clean(source).dataset();
        assertArrayEquals(bytes("1.2.840.10008.5.1.4.1.1.2\0"), out.getSafeBytes(Tag.SOPClassUID));
        assertArrayEquals(bytes("1.2.840.10008.2.16.4"), out.getSafeBytes(Tag.CodingSchemeUID));
        assertTrue(out.getString(Tag.MappingResourceUID).startsWith("2.25."));
        assertTrue(out.getString(Tag.FrameOfReferenceUID).startsWith("2.25."));
        Attributes plain = Engine.instance();
        plain.setString(Tag.SynchronizationFrameOfReferenceUID, VR.UI, "1.2.3");
        assertEquals(basic.clean(plain).dataset().getString(Tag.SynchronizationFrameOfReferenceUID),
                out.getString(Tag.SynchronizationFrameOfReferenceUID));
    }

    /** The root itself may look like an identifier: a patient whose number is 10008 keeps the SOP class. */
    @Test
    void anIdentifierThatLooksLikeARootCostsNoKind() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientID, VR.LO, "10008");
        source.setString(Tag.MappingResourceUID, VR.UI, "1.2.840.10008.8.1.99");
        Attributes out = basic.clean(source).dataset();
        assertEquals("1.2.840.10008.5.1.4.1.1.2", out.getString(Tag.SOPClassUID));
        assertEquals("1.2.840.10008.8.1.99", out.getString(Tag.MappingResourceUID));
    }

    @Test
    void numbersAreSearchedOneByOneAndAsTextWhereTheyAreNone() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientID, VR.LO, "191212121212");
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setBytes(Tag.SliceThickness, VR.DS, bytes("191212121212\\1"));
        source.setBytes(Tag.SpacingBetweenSlices, VR.DS, bytes("191212121212.0"));
        source.setBytes(Tag.FlipAngle, VR.DS, bytes("LINDQVIST "));
        source.setBytes(Tag.EchoTime, VR.DS, bytes("1.5\\2.5 "));
        source.setBytes(Tag.RepetitionTime, VR.DS, bytes("1.5 ms"));
        Attributes out = basic.clean(source).dataset();
        assertArrayEquals(bytes("0\\1 "), out.getSafeBytes(Tag.SliceThickness));
        assertArrayEquals(bytes("0 "), out.getSafeBytes(Tag.SpacingBetweenSlices));
        assertArrayEquals(bytes("0 "), out.getSafeBytes(Tag.FlipAngle));
        assertArrayEquals(bytes("1.5\\2.5 "), out.getSafeBytes(Tag.EchoTime));
        assertArrayEquals(bytes("1.5 ms"), out.getSafeBytes(Tag.RepetitionTime));
    }

    @Test
    void anIdentifierThatIsNearlyAllZerosCostsNoGeometry() {
        Attributes source = Engine.instance();
        source.setString(Tag.AccessionNumber, VR.SH, "0000000001");
        source.setBytes(Tag.ImageOrientationPatient, VR.DS, bytes("1.000000\\0.000000\\0.000000\\0.000000\\1.000000\\0.000000"));
        assertArrayEquals(source.getSafeBytes(Tag.ImageOrientationPatient),
                basic.clean(source).dataset().getSafeBytes(Tag.ImageOrientationPatient));
    }

    /** Group 7FE0 holds more than pixels: offset tables, and coefficients that are retired. */
    @Test
    void besidePixelsNothingIsKeptUnseen() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setBytes(0x7FE00001, VR.UN, bytes("for Lindqvist   "));
        source.setBytes(0x7FE00002, VR.UN, new byte[16]);
        source.setBytes(Tag.CoefficientsSDVN, VR.OW, new byte[16]);
        Attributes out = basic.clean(source).dataset();
        assertFalse(out.contains(0x7FE00001));
        assertTrue(out.contains(0x7FE00002));
        assertFalse(out.contains(Tag.CoefficientsSDVN));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @org.junit.jupiter.api.Test
    void aContentItemWithTheDayOfBirthDoesNotMoveWithTheOthers() {
        Attributes source = Engine.instance();
        source.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.88.33");
        source.setString(Tag.PatientBirthDate, VR.DA, "19610714");
        Attributes item = new Attributes();
        item.setString(0x0040_A121, VR.DA, "19610714");
        Attributes other = new Attributes();
        other.setString(0x0040_A121, VR.DA, "20190311");
        org.aoju.bus.image.galaxy.data.Sequence content = source.newSequence(0x0040_A730, 2);
        content.add(item);
        content.add(other);
        Attributes out = Engine.with("'options':['cleanStructuredContent','retainLongitudinalModifiedDates'],'dates':{'mode':'shift','maximumDays':3650}")
                .clean(source).dataset();
        assertEquals("19000101", out.getSequence(0x0040_A730).get(0).getString(0x0040_A121, "19000101"));
        org.junit.jupiter.api.Assertions.assertNotEquals("20190311", out.getSequence(0x0040_A730).get(1).getString(0x0040_A121));
    }

    @org.junit.jupiter.api.Test
    void escapesWithBackslashesAreNotSeveralValues() {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Storvikmosen^Ragnfriede");
        source.setBytes(Tag.StudyDescription, VR.LO, "CT \\x53\\x74\\x6f\\x72\\x76\\x69\\x6b\\x6d\\x6f\\x73\\x65\\x6e ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Attributes out = Engine.with("'options':['cleanDescriptors']").clean(source).dataset();
        assertEquals("CT", out.getString(Tag.StudyDescription));
    }
}
