package sluice.app.deid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.table.IodTypes.Node;
import sluice.app.deid.table.IodTypes.Type;

class IodTypesTest {

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private final IodTypes types = IodTypes.load();

    /** Read in PS3.3 2025e by hand: class below the storage root, path, type. */
    @ParameterizedTest
    @CsvSource({
        "2, 00100010, TWO", "2, 00080090, TWO", "2, 00080021, THREE", "2, 00080022, THREE", "2, 00080080, THREE",
        "2, 00080023, TWO_C", "7, 00080023, TWO_C", "2, 00181000, THREE", "2, 00102203, TWO_C",
        "128, 00080021, ONE", "128, 00080022, TWO", "128, 00080031, ONE", "128, 00080032, TWO",
        "4.1, 0008002A, ONE_C", "4.1, 00181000, ONE", "4.1, 00080023, ONE",
        "4.1, 52009229/00089124/00082112, TWO", "4.1, 52009230/00081140, TWO_C", "4.1, 52009230/00209111/00189074, ONE_C",
        "481.3, 30060002, ONE", "481.3, 30060008, TWO", "481.3, 00081070, TWO",
        "88.22, 0040A073/0040A075, ONE", "88.22, 0040A073/0040A030, ONE", "88.22, 0040A730/0040A730/0040A730/0040A123, ONE_C",
        "88.59, 0040A370/00080050, TWO", "88.22, 00080023, ONE",
        "11.1, 00700084, THREE", "66.4, 00700084, THREE", "104.1, 0008002A, TWO", "9.1.1, 0008002A, ONE",
        "77.1.6, 00400560/00400551, ONE", "2.1, 00400555/0040A123, ONE_C"})
    void typesAreThoseOfTheStandard(String sopClass, String path, Type expected) {
        String[] tags = path.split("/");
        Node node = types.node(STORAGE + sopClass);
        for (int i = 0; i < tags.length - 1; i++) {
            node = node.child(Integer.parseUnsignedInt(tags[i], 16));
            assertNotNull(node, tags[i]);
        }
        assertEquals(expected, node.type(Integer.parseUnsignedInt(tags[tags.length - 1], 16)));
    }

    @Test
    void everyStorageClassIsThere() {
        assertEquals("PS3.3 2025e", types.edition());
        assertEquals(170, types.size());
        assertNull(types.node("1.2.840.113619.4.27"));
        assertNull(types.node(STORAGE + "99"));
    }

    @Test
    void structuredContentIsAsDeepAsTheReport() {
        Node content = types.node(STORAGE + "88.33").child(Tag.ContentSequence);
        for (int depth = 0; depth < 100; depth++) {
            assertEquals(Type.ONE_C, content.type(Tag.PersonName), "depth " + depth);
            content = content.child(Tag.ContentSequence);
        }
        assertSame(content, content.child(Tag.ContentSequence));
    }

    @Test
    void whatIsNotInAnIodIsAbsentAndSoIsWhatLiesBelow() {
        Node ct = types.node(STORAGE + "2");
        assertEquals(Type.ABSENT, ct.type(Tag.StructureSetLabel));
        assertEquals(Type.ABSENT, ct.type(Tag.Rows));
        assertNull(ct.child(Tag.StructureSetROISequence));
        assertNull(ct.child(Tag.PatientName));
    }

    @Test
    void everyConditionalActionOfAnIodAttributeHasATypeSomewhere() {
        Set<Integer> reached = new HashSet<>();
        for (String[] c : Tsv.resource("iod-types.tsv").rows()) {
            if (c[0].equals("node")) {
                for (String attribute : c[3].split(" ")) {
                    reached.add(Integer.parseUnsignedInt(attribute.substring(0, 8), 16));
                }
            }
        }
        List<ProfileRow> missing = ConfidentialityTable.load().rows().stream()
                .filter(r -> r.inStandardIod() && !r.retired() && r.basic().conditional())
                .filter(r -> !reached.contains(r.pattern().tag())).toList();
        assertTrue(missing.isEmpty(), missing::toString);
    }

    @Test
    void brokenTablesAreRefused() {
        for (String table : List.of("class\t1.2\t0\tA\n", "node\t0\t4\t00100010\n", "leaf\t0\n",
                "node\t0\t1\t00100010:7\n", "node\t0\t1\t00100010\nnode\t0\t2\t00100010\n",
                "node\t0\t1\t00100010\nclass\t1.2\t0\tA\nclass\t1.2\t0\tA\n")) {
            assertThrows(TableException.class, () -> IodTypes.of(Tsv.read(new StringReader(table))), table);
        }
    }
}
