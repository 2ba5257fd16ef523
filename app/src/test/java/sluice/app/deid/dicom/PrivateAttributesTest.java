package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private attributes are known by creator, whatever block they stand in (PS3.5 section 7.8.1). */
class PrivateAttributesTest {

    private static final String SAFE = "'options':['retainSafePrivate']";
    private static final String SIEMENS = "SIEMENS MR HEADER";

    private static Attributes siemens(int block) {
        Attributes a = Engine.instance();
        a.setBytes(0x0019_0000 | block, VR.LO, bytes(SIEMENS + " "));
        a.setBytes(0x0019_0000 | block << 8 | 0x0C, VR.IS, bytes("1000"));
        a.setBytes(0x0019_0000 | block << 8 | 0xF0, VR.LO, bytes("unlisted"));
        return a;
    }

    private static Attributes clean(String recipe, Attributes source) {
        return Engine.with(recipe).clean(source).dataset();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsListedStaysInAnyBlockWithItsCreator() {
        for (int block : new int[] {0x10, 0x11, 0x42, 0xFF}) {
            Attributes out = clean(SAFE, siemens(block));
            assertArrayEquals(bytes("1000"), out.getSafeBytes(0x0019_0000 | block << 8 | 0x0C));
            assertArrayEquals(bytes(SIEMENS + " "), out.getSafeBytes(0x0019_0000 | block));
            assertFalse(out.contains(0x0019_0000 | block << 8 | 0xF0));
        }
    }

    @Test
    void anotherCreatorInTheSameBlockIsAnotherAttribute() {
        Attributes source = siemens(0x10);
        source.setBytes(0x0019_0010, VR.LO, bytes("SOMEBODY ELSE "));
        Attributes out = clean(SAFE, source);
        assertFalse(out.contains(0x0019_100C));
        assertFalse(out.contains(0x0019_0010), "of whom nothing stays");
        source.remove(0x0019_0010);
        assertFalse(clean(SAFE, source).contains(0x0019_100C), "and without a creator it is nobody's");
    }

    @Test
    void withoutTheOptionNothingStays() {
        Attributes out = clean("'options':['cleanDescriptors']", siemens(0x10));
        assertFalse(out.contains(0x0019_0010) || out.contains(0x0019_100C));
    }

    @Test
    void unknownVrsBecomeWhatTheListSays() {
        Attributes source = siemens(0x10);
        source.setBytes(0x0019_100C, VR.UN, bytes("1000"));
        Attributes out = clean(SAFE, source);
        assertEquals(VR.IS, out.getVR(0x0019_100C));
        source.setBytes(0x0019_100C, VR.OB, new byte[] {1, 2});
        assertFalse(clean(SAFE, source).contains(0x0019_100C), "bytes in place of a number cannot be judged");
    }

    @Test
    void whatIsKeptIsSearched() {
        Attributes source = siemens(0x10);
        source.setString(Tag.PatientID, VR.LO, "4711081");
        source.setBytes(0x0019_100C, VR.IS, bytes("4711081 "));
        assertArrayEquals(bytes("0 "), clean(SAFE, source).getSafeBytes(0x0019_100C));
    }

    @Test
    void aFileMayDeclareItsOwnAttributesSafe() {
        Attributes source = Engine.instance();
        source.setString("ACME 1.0", 0x0031_0001, VR.DS, "1.5");
        source.setString("ACME 1.0", 0x0031_0002, VR.DS, "2.5");
        source.setBytes(0x0031_1003, VR.UN, bytes("xx"));
        source.setString("ACME 2.0", 0x0033_0001, VR.DS, "3.5");
        declare(source, 0x0031, "ACME 1.0", "MIXED", 1, 3);
        declare(source, 0x0033, "ACME 2.0", "UNSAFE");
        Attributes out = clean(SAFE, source);
        assertEquals("1.5", out.getString("ACME 1.0", 0x0031_0001));
        assertNull(out.getString("ACME 1.0", 0x0031_0002));
        assertNull(out.getValue(0x0031_1003), "what has no VR may be anything");
        assertNull(out.getString("ACME 2.0", 0x0033_0001));
        assertEquals(1, out.getSequence(Tag.PrivateDataElementCharacteristicsSequence).size());
        Attributes left = out.getNestedDataset(Tag.PrivateDataElementCharacteristicsSequence);
        assertEquals("ACME 1.0", left.getString(Tag.PrivateCreatorReference));
        assertEquals("SAFE", left.getString(Tag.BlockIdentifyingInformationStatus));
        assertFalse(clean("'options':[]", source).contains(Tag.PrivateDataElementCharacteristicsSequence));
    }

    private static void declare(Attributes source, int group, String creator, String status, int... elements) {
        Attributes item = new Attributes();
        item.setInt(Tag.PrivateGroupReference, VR.US, group);
        item.setString(Tag.PrivateCreatorReference, VR.LO, creator);
        item.setString(Tag.BlockIdentifyingInformationStatus, VR.CS, status);
        if (elements.length > 0) {
            item.setInt(Tag.NonidentifyingPrivateElements, VR.US, elements);
        }
        source.ensureSequence(Tag.PrivateDataElementCharacteristicsSequence, 1).add(item);
    }

    @Test
    void overridesSpeakOfCreators() {
        String keep = "'overrides':[{'tag':'0019,xxF0','creator':'SIEMENS MR HEADER','action':'K'}]";
        Attributes out = clean(keep, siemens(0x13));
        assertEquals("unlisted", new String(out.getSafeBytes(0x0019_13F0)));
        assertFalse(out.contains(0x0019_130C));
        assertFalse(out.contains(Tag.DeidentificationMethodCodeSequence), "the profile removes it");
        String none = SAFE + ",'overrides':[{'creator':'SIEMENS MR HEADER','action':'X'}]";
        assertFalse(clean(none, siemens(0x10)).contains(0x0019_0010));
    }

    @Test
    void itemsHaveBlocksOfTheirOwn() {
        Attributes source = siemens(0x10);
        Attributes item = siemens(0x22);
        source.newSequence(Tag.ReferencedImageSequence, 1).add(item);
        Attributes out = clean(SAFE, source).getNestedDataset(Tag.ReferencedImageSequence);
        assertTrue(out.contains(0x0019_220C) && out.contains(0x0019_0022));
        item.remove(0x0019_0022);
        assertFalse(clean(SAFE, source).getNestedDataset(Tag.ReferencedImageSequence).contains(0x0019_220C));
    }

    /** The file calls the block safe, and it holds the birthday of the patient: no shift may be learnt from it. */
    @ParameterizedTest
    @ValueSource(strings = {"'retainSafePrivate','retainLongitudinalModifiedDates'", "'retainSafePrivate','retainLongitudinalFullDates'"})
    void aDayOfBirthIsNoDayLikeOthers(String options) {
        String dates = options.contains("Full") ? "" : ",'dates':{'mode':'shift','maximumDays':3650}";
        Attributes source = Engine.instance();
        source.setString(Tag.PatientBirthDate, VR.DA, "19610714");
        source.setBytes(0x0011_0010, VR.LO, bytes("NORTHERN "));
        source.setString(0x0011_1001, VR.DA, "19610714");
        source.setString(0x0011_1002, VR.DT, "19610714103000.5+0200");
        source.setString(0x0011_1003, VR.DA, "20190311\\19610714");
        source.setString(0x0011_1004, VR.DA, "1961.07.14");
        source.setString(0x0011_1005, VR.DA, "20190311");
        source.setString(0x0011_1006, VR.IS, "19610714");
        source.setString(0x0011_1007, VR.LO, "seen 14.VII.1961");
        Attributes declared = new Attributes();
        declared.setInt(0x0008_0301, VR.US, 0x0011);
        declared.setString(0x0008_0302, VR.LO, "NORTHERN");
        declared.setString(0x0008_0303, VR.CS, "SAFE");
        source.newSequence(0x0008_0300, 1).add(declared);
        Attributes out = clean("'options':[" + options + "]" + dates, source);
        for (int element = 1; element <= 4; element++) {
            assertFalse(out.contains(0x0011_1000 | element), "element " + element);
        }
        assertTrue(out.contains(0x0011_1005));
        assertEquals("0", out.getString(0x0011_1006));
        assertEquals("seen", out.getString(0x0011_1007));
    }
}
