package sluice.app.deid.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.ConfidentialityTable;
import sluice.app.deid.table.IodTypes;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.ProfileRow;
import sluice.app.deid.table.StandardVr;
import sluice.app.deid.pseudonym.MappingListener;

/**
 * Every row of Table E.1-1 under the Basic Profile, under every option and under all that go together, at the top of data sets
 * of different IODs and inside a sequence, in a VR of the dictionary. What is expected is read from the row and from the type
 * alone.
 */
class EveryRowTest {

    private static final String PLANTED = "Lindqvist47";
    private static final IodTypes TYPES = IodTypes.load();
    /** CT, PET, greyscale softcopy presentation state, comprehensive SR, encapsulated CDA, and a class that no table knows. */
    private static final List<String> CLASSES = List.of("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.128",
            "1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.88.33", "1.2.840.10008.5.1.4.1.1.104.2",
            "1.2.840.10008.5.1.4.1.1.9999");

    private final Map<Recipe, DatasetDeidentifier> engines = new LinkedHashMap<>();

    EveryRowTest() {
        List<String> fields = new ArrayList<>(List.of("'options':[]"));
        for (ProfileOption option : ProfileOption.values()) {
            if (option.hasColumn()) {
                fields.add("'options':['" + option.key() + "']");
            }
        }
        String all = "'retainSafePrivate','retainUids','retainDeviceIdentity','retainInstitutionIdentity',"
                + "'retainPatientCharacteristics','cleanDescriptors','cleanStructuredContent','cleanGraphics'";
        fields.add("'options':[" + all + ",'retainLongitudinalFullDates']");
        fields.add("'options':[" + all + ",'retainLongitudinalModifiedDates']");
        for (String f : fields) {
            Recipe recipe = Engine.recipe(f);
            engines.put(recipe, Engine.with(recipe, MappingListener.NONE));
        }
    }

    @TestFactory
    List<DynamicTest> everyRowGetsItsAction() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ProfileRow row : ConfidentialityTable.load().rows()) {
            int tag = row.pattern().isPrivate() ? 0x0029_1010
                    : row.pattern().isSingleTag() ? row.pattern().tag() : row.pattern().bits() | 0x0002_0000;
            tests.add(DynamicTest.dynamicTest(row.pattern() + " " + row.name(), () -> engines.forEach((recipe, engine) -> {
                for (String sopClass : CLASSES) {
                    atTop(row, tag, sopClass, recipe, engine);
                }
                nested(row, tag, recipe, engine);
            })));
        }
        return tests;
    }

    private static void atTop(ProfileRow row, int tag, String sopClass, Recipe recipe, DatasetDeidentifier engine) {
        Attributes source = Engine.instance();
        source.setString(Tag.SOPClassUID, VR.UI, sopClass);
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        source.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        plant(source, tag);
        Attributes out = engine.clean(source).dataset();
        IodTypes.Node node = TYPES.node(sopClass);
        check(row, tag, source, out, recipe, node == null ? null : node.type(tag));
    }

    private static void nested(ProfileRow row, int tag, Recipe recipe, DatasetDeidentifier engine) {
        Attributes source = Engine.instance();
        source.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        Attributes item = new Attributes();
        source.newSequence(0x0040_9096, 1).add(item);
        Attributes deeper = new Attributes();
        item.newSequence(Tag.ReferencedImageSequence, 1).add(deeper);
        plant(deeper, tag);
        Attributes out = engine.clean(source).dataset();
        Attributes outDeeper = out.getNestedDataset(0x0040_9096).getNestedDataset(Tag.ReferencedImageSequence);
        check(row, tag, deeper, outDeeper, recipe, null);
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
            case CS -> into.setString(tag, vr, "PLANTED");
            case PN -> into.setString(tag, vr, "Andersson^Bo");
            default -> into.setBytes(tag, vr, PLANTED.concat(" ").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** C beats K beats the rest. */
    private static ActionCode action(ProfileRow row, Recipe recipe) {
        Set<ActionCode> chosen = new java.util.HashSet<>();
        recipe.options().forEach(o -> chosen.add(row.options().getOrDefault(o, row.basic())));
        return chosen.contains(ActionCode.C) ? ActionCode.C : chosen.contains(ActionCode.K) ? ActionCode.K : row.basic();
    }

    /** The alternatives of an action for a type; null where the IOD is not known. */
    private static ActionCode resolved(ActionCode action, IodTypes.Type type) {
        if (action == ActionCode.X_Z_U) {
            return ActionCode.U;
        }
        if (Set.of(ActionCode.D, ActionCode.K, ActionCode.C, ActionCode.U).contains(action)) {
            return action;
        }
        if (type == null) {
            return switch (action) {
                case X_Z -> ActionCode.Z;
                case X_D, X_Z_D, Z_D -> ActionCode.D;
                default -> action;
            };
        }
        return switch (type) {
            case ONE, ONE_C -> ActionCode.D;
            case TWO, TWO_C -> ActionCode.Z;
            default -> action == ActionCode.Z || action == ActionCode.Z_D ? ActionCode.Z : ActionCode.X;
        };
    }

    private static void check(ProfileRow row, int tag, Attributes source, Attributes out, Recipe recipe, IodTypes.Type type) {
        String where = recipe.options() + " " + type;
        boolean top = source.contains(Tag.SOPClassUID) && out.contains(Tag.PatientIdentityRemoved);
        assertFalse(out.toString(500, 500).contains(PLANTED), where);
        if (tag >>> 16 < 8 || (tag & 0x10000) != 0 || tag >>> 24 == 0x50 || tag >>> 24 == 0x60) {
            assertFalse(out.contains(tag), where);
            return;
        }
        ActionCode action = resolved(action(row, recipe), type);
        if (tag == Tag.PatientID || tag == Tag.PatientName) {
            assertTrue(!top || out.getString(tag).length() > 10, where);
            return;
        }
        switch (action) {
            case X -> assertFalse(out.contains(tag), where);
            case Z -> assertTrue(out.contains(tag) && !out.containsValue(tag), where);
            case D -> dummy(tag, source, out, where);
            case U -> uid(tag, out, where);
            case K -> kept(tag, source, out, where);
            case C -> cleaned(row, tag, source, out, type, where);
            default -> throw new AssertionError(action);
        }
    }

    private static void dummy(int tag, Attributes source, Attributes out, String where) {
        assertTrue(out.containsValue(tag), where);
        if (vr(tag) != VR.SQ) {
            assertFalse(Arrays.equals(source.getSafeBytes(tag), out.getSafeBytes(tag)), where);
        }
    }

    private static void uid(int tag, Attributes out, String where) {
        String uid = vr(tag) == VR.SQ ? out.getNestedDataset(tag).getString(Tag.ReferencedSOPInstanceUID) : out.getString(tag);
        assertTrue(uid.startsWith("2.25."), where);
    }

    private static void kept(int tag, Attributes source, Attributes out, String where) {
        boolean named = vr(tag) == VR.OB; // the planted name is found in it
        assertTrue(named || out.containsValue(tag), where);
        if (vr(tag) != VR.SQ && !new String(source.getSafeBytes(tag)).contains(PLANTED)) {
            assertArrayEquals(source.getSafeBytes(tag), out.getSafeBytes(tag), where);
        }
    }

    /** Text is cleaned of the patient's name, or what is left of it goes the way of the profile; dates are other dates. */
    private static void cleaned(ProfileRow row, int tag, Attributes source, Attributes out, IodTypes.Type type, String where) {
        VR vr = vr(tag);
        if (vr == VR.DA || vr == VR.DT || vr == VR.TM) {
            assertEquals(source.getString(tag).length(), out.getString(tag).length(), where);
            assertTrue(vr == VR.TM || !out.getString(tag).equals(source.getString(tag)), where);
        } else if (!out.containsValue(tag)) {
            ActionCode basic = resolved(row.basic(), type);
            assertTrue(vr != VR.SQ && basic != ActionCode.D, where);
            assertEquals(basic == ActionCode.Z, out.contains(tag), where);
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
