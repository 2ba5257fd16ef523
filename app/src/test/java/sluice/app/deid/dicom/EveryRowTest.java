package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.ConfidentialityTable;
import sluice.app.deid.table.ProfileRow;
import sluice.app.deid.table.StandardVr;

/** Every row of Table E.1-1, at the top of a data set and inside a sequence, in a VR of the dictionary. */
class EveryRowTest {

    private static final String PLANTED = "PLANTED4711";

    @TestFactory
    List<DynamicTest> everyRowGetsItsAction() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ProfileRow row : ConfidentialityTable.load().rows()) {
            int tag = row.pattern().isPrivate() ? 0x0029_1010
                    : row.pattern().isSingleTag() ? row.pattern().tag() : row.pattern().bits() | 0x0002_0000;
            tests.add(DynamicTest.dynamicTest(row.pattern() + " " + row.name(), () -> {
                atTop(row, tag, "1.2.840.10008.5.1.4.1.1.2", ActionResolver.PLAIN_IMAGE);
                atTop(row, tag, "1.2.840.10008.5.1.4.1.1.128", ActionResolver.VALID_FOR_EVERY_TYPE);
                nested(row, tag);
            }));
        }
        return tests;
    }

    private static void atTop(ProfileRow row, int tag, String sopClass, ActionResolver resolver) {
        Attributes source = Engine.instance();
        source.setString(Tag.SOPClassUID, VR.UI, sopClass);
        plant(source, tag);
        Attributes out = Engine.basic().clean(source).dataset();
        check(row, tag, source, out, resolver);
    }

    private static void nested(ProfileRow row, int tag) {
        Attributes source = Engine.instance();
        Attributes item = new Attributes();
        source.newSequence(0x0040_9096, 1).add(item);
        Attributes deeper = new Attributes();
        item.newSequence(Tag.ReferencedImageSequence, 1).add(deeper);
        plant(deeper, tag);
        Attributes out = Engine.basic().clean(source).dataset();
        Attributes outDeeper = out.getNestedDataset(0x0040_9096).getNestedDataset(Tag.ReferencedImageSequence);
        check(row, tag, deeper, outDeeper, null);
    }

    private static VR vr(int tag) {
        StandardVr vr = Engine.COMPILER.dictionary().vr(tag);
        return vr == null ? (tag >>> 16 < 8 ? VR.UI : VR.OW) : Values.toolkit(vr);
    }

    private static void plant(Attributes into, int tag) {
        VR vr = vr(tag);
        switch (vr) {
            case SQ -> {
                Attributes item = new Attributes();
                item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.99");
                item.setString(Tag.TextValue, VR.UT, PLANTED);
                item.setString(Tag.CodeMeaning, VR.LO, "meaning");
                into.newSequence(tag, 1).add(item);
            }
            case UI -> into.setString(tag, vr, "1.2.826.77");
            case US, SS, UL, SL, FL, FD, AT -> into.setBytes(tag, vr, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            case DA -> into.setString(tag, vr, "20170203");
            case TM -> into.setString(tag, vr, "102030");
            case DT -> into.setString(tag, vr, "20170203102030");
            case DS, IS -> into.setString(tag, vr, "47");
            case AS -> into.setString(tag, vr, "047Y");
            default -> into.setBytes(tag, vr, PLANTED.concat(" ").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void check(ProfileRow row, int tag, Attributes source, Attributes out, ActionResolver atTop) {
        if (tag >>> 16 < 8) {
            assertFalse(out.contains(tag), "command, file meta and directory elements have no place in a data set");
            return;
        }
        ActionResolver resolver = atTop == null ? ActionResolver.VALID_FOR_EVERY_TYPE : atTop;
        ActionCode action = resolver.resolve(row, row.basic(), Engine.COMPILER.dictionary().vr(tag));
        boolean identity = atTop != null && (tag == Tag.PatientID || tag == Tag.PatientName);
        switch (action) {
            case X -> assertFalse(out.contains(tag));
            case Z -> {
                assertTrue(out.contains(tag));
                assertEquals(identity, out.containsValue(tag));
            }
            case D -> {
                assertTrue(out.containsValue(tag));
                assertFalse(out.toString(200, 200).contains(PLANTED));
                if (vr(tag) != VR.SQ) {
                    assertFalse(java.util.Arrays.equals(source.getSafeBytes(tag), out.getSafeBytes(tag)));
                }
            }
            case U -> uid(tag, out);
            default -> throw new AssertionError(action);
        }
    }

    private static void uid(int tag, Attributes out) {
        if (vr(tag) == VR.SQ) {
            Attributes item = out.getNestedDataset(tag);
            assertTrue(item.getString(Tag.ReferencedSOPInstanceUID).startsWith("2.25."));
        } else {
            assertTrue(out.getString(tag).startsWith("2.25."));
        }
    }

    @Test
    void bytesOfDummiesAreValidForTheirVr() {
        for (StandardVr vr : StandardVr.values()) {
            if (vr == StandardVr.UI || vr == StandardVr.SQ) {
                continue;
            }
            Attributes out = new Attributes();
            Dummies.put(out, Tag.TextValue, Values.toolkit(vr));
            assertEquals(0, out.getSafeBytes(Tag.TextValue).length % 2, vr::name);
            assertTrue(out.getSafeBytes(Tag.TextValue).length > 0, vr::name);
        }
    }
}
