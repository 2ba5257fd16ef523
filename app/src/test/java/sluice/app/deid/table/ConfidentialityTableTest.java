package sluice.app.deid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfidentialityTableTest {

    private static final String HEADER = "tag\tname\tretired\tinStandardCompositeIod\tbasicProfile\tretainSafePrivate\t"
            + "retainUids\tretainDeviceIdentity\tretainInstitutionIdentity\tretainPatientCharacteristics\t"
            + "retainLongitudinalFullDates\tretainLongitudinalModifiedDates\tcleanDescriptors\tcleanStructuredContent\t"
            + "cleanGraphics\n";
    private static final String PRIVATE = "gggg,eeee odd\tPrivate\tN\tN\tX\tC\t\t\t\t\t\t\t\t\t\n";

    private final ConfidentialityTable table = ConfidentialityTable.load();

    @Test
    void theShippedTableHasEveryRowOfTheEditionItNames() {
        assertEquals("PS3.15 2026c", table.edition());
        assertEquals(656, table.rows().size());
        Set<TagPattern> seen = new HashSet<>();
        table.rows().forEach(r -> assertTrue(seen.add(r.pattern()), r::name));
    }

    @Test
    void countsPerActionAreThoseOfThePublishedTable() {
        Map<ActionCode, Integer> basic = new EnumMap<>(ActionCode.class);
        Map<ProfileOption, Integer> options = new EnumMap<>(ProfileOption.class);
        for (ProfileRow row : table.rows()) {
            basic.merge(row.basic(), 1, Integer::sum);
            row.options().keySet().forEach(o -> options.merge(o, 1, Integer::sum));
        }
        assertEquals(Map.of(ActionCode.X, 416, ActionCode.D, 93, ActionCode.U, 55, ActionCode.Z, 42, ActionCode.X_D, 23,
                ActionCode.X_Z, 11, ActionCode.X_Z_D, 8, ActionCode.Z_D, 6, ActionCode.X_Z_U, 2), basic);
        assertEquals(Map.of(ProfileOption.RETAIN_SAFE_PRIVATE, 1, ProfileOption.RETAIN_UIDS, 60,
                ProfileOption.RETAIN_DEVICE_IDENTITY, 59, ProfileOption.RETAIN_INSTITUTION_IDENTITY, 10,
                ProfileOption.RETAIN_PATIENT_CHARACTERISTICS, 19, ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES, 169,
                ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES, 169, ProfileOption.CLEAN_DESCRIPTORS, 140,
                ProfileOption.CLEAN_STRUCTURED_CONTENT, 4, ProfileOption.CLEAN_GRAPHICS, 4), options);
        assertEquals(102, table.rows().stream().filter(ProfileRow::retired).count());
        assertEquals(472, table.rows().stream().filter(ProfileRow::inStandardIod).count());
    }

    @Test
    void familiesAreThere() {
        assertEquals(4, table.families().size());
        assertTrue(table.row(0x0029_1010).pattern().isPrivate());
        assertEquals("Curve Data", table.row(0x5002_3000).name());
        assertEquals("Overlay Data", table.row(0x6010_3000).name());
        assertEquals("Overlay Comments", table.row(0x6000_4000).name());
        assertNull(table.row(0x6000_0010));
        assertNull(table.row(0x0028_0010));
    }

    @Test
    void everySingleTagIsInTheDictionaryExceptCommandElements() {
        AttributeDictionary dictionary = AttributeDictionary.load();
        for (ProfileRow row : table.rows()) {
            if (row.pattern().isSingleTag() && row.pattern().tag() >>> 16 >= 8) {
                assertTrue(dictionary.contains(row.pattern().tag()), row::name);
                assertEquals(row.retired(), dictionary.retired(row.pattern().tag()), row::name);
            }
        }
    }

    @Test
    void houseRulesNeitherRepeatNorContradictTheTable() {
        Set<TagPattern> seen = new HashSet<>();
        for (HouseRules.Rule rule : HouseRules.load().rules()) {
            assertTrue(seen.add(rule.pattern()), rule::toString);
            if (rule.pattern().isSingleTag()) {
                assertNull(table.row(rule.pattern().tag()), rule::toString);
                assertTrue(AttributeDictionary.load().contains(rule.pattern().tag()), rule::toString);
            }
        }
    }

    @Test
    void aBrokenTableIsRefusedWithThePlace() {
        assertRefused("columns are", "tag\tname\n" + PRIVATE);
        assertRefused("is not an action code", HEADER + row("0008,0050", "Q") + PRIVATE);
        assertRefused("listed twice", HEADER + row("0008,0050", "Z") + row("0008,0050", "X") + PRIVATE);
        assertRefused("not a tag", HEADER + row("0008-0050", "Z") + PRIVATE);
        assertRefused("private attributes is missing", HEADER + row("0008,0050", "Z"));
        assertRefused("columns instead of", HEADER + "0008,0050\tA\tN\tY\tZ\n" + PRIVATE);
        assertRefused("neither Y nor N", HEADER + row("0008,0050", "Z").replace("\tN\t", "\tno\t") + PRIVATE);
        assertThrows(TableException.class, () -> ConfidentialityTable.read(new StringReader(HEADER + PRIVATE)));
    }

    private static String row(String tag, String action) {
        return tag + "\tName\tN\tY\t" + action + "\t\t\t\t\t\t\t\t\t\t\n";
    }

    private static void assertRefused(String expected, String body) {
        TableException e = assertThrows(TableException.class,
                () -> ConfidentialityTable.read(new StringReader("#edition\tTest\n" + body)));
        assertTrue(e.getMessage().contains(expected), e::getMessage);
    }

    @Test
    void wellKnownUidsAreRegisteredOnes() {
        WellKnownUids uids = WellKnownUids.load();
        assertTrue(uids.contains("1.2.840.10008.5.1.4.1.1.2"));
        assertTrue(uids.contains("1.2.840.10008.1.2.4.90"));
        assertTrue(uids.contains("1.2.840.10008.1.4.1.1"));
        assertTrue(uids.contains("1.2.840.10008.1.5.1"));
        assertFalse(uids.contains("1.2.840.10008.20240131.101112.1234567.4711"));
        assertFalse(uids.contains("1.2.840.100081.5.1.4.1.1.2"));
        assertFalse(uids.contains("1.2.3"));
    }
}
