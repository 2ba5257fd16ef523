package sluice.viewer.nifti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NiftiHeaderTest {

    @Test
    void layoutsCoverTheHeaderWithoutGapOrOverlap() {
        for (NiftiVersion version : NiftiVersion.values()) {
            int at = 0;
            for (NiftiField field : NiftiTables.fields(version).values()) {
                assertEquals(at, field.offset(), version + " " + field.name());
                at += field.length();
            }
            assertEquals(version.headerBytes(), at);
        }
    }

    @Test
    void fieldsLieWhereTheFormatPutsThem() {
        // offsets printed in nifti1.h's and nifti2.h's own comments
        assertOffsets(NiftiVersion.NIFTI_1, "dim", 40, "datatype", 70, "pixdim", 76, "vox_offset", 108, "xyzt_units", 123,
            "descrip", 148, "qform_code", 252, "srow_x", 280, "intent_name", 328, "magic", 344);
        assertOffsets(NiftiVersion.NIFTI_2, "magic", 4, "datatype", 12, "dim", 16, "pixdim", 104, "vox_offset", 168,
            "descrip", 240, "qform_code", 344, "srow_x", 400, "xyzt_units", 500, "intent_name", 508, "unused_str", 525);
        assertOffsets(NiftiVersion.ANALYZE_75, "dim", 40, "descrip", 148, "orient", 252, "originator", 253, "patient_id", 283,
            "exp_time", 303, "views", 316, "smin", 344);
    }

    private static void assertOffsets(NiftiVersion version, Object... namesAndOffsets) {
        for (int i = 0; i < namesAndOffsets.length; i += 2) {
            assertEquals(namesAndOffsets[i + 1], NiftiTables.fields(version).get(namesAndOffsets[i]).offset());
        }
    }

    @Test
    void clearingRemovesTextFromEveryFieldThatCanHoldItAndNothingElse() throws IOException {
        for (NiftiVersion version : NiftiVersion.values()) {
            for (ByteOrder order : Gen.ORDERS) {
                NiftiHeader empty = header(version, order);
                NiftiHeader full = empty;
                for (String field : empty.textFields()) {
                    byte[] text = new byte[empty.bytes(field).length];
                    Arrays.fill(text, (byte) 'X');
                    full = full.withText(field, text);
                }
                assertEquals(empty.textFields(), full.filledTextFields());
                NiftiHeader clean = full.cleared();
                assertEquals(List.of(), clean.filledTextFields());
                assertFalse(new String(clean.raw(), StandardCharsets.ISO_8859_1).contains("X"));
                assertEquals(empty.cleared(), clean, "numbers stay");
                assertEquals(clean, NiftiHeader.parse(clean.raw()), "and it can be read");
            }
        }
    }

    @Test
    void theFieldsThatCanHoldTextAreTheAgreedOnes() throws IOException {
        assertEquals(List.of("data_type", "db_name", "extents", "session_error", "regular", "glmax", "glmin", "descrip",
            "aux_file", "intent_name"), header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN).textFields());
        assertEquals(List.of("descrip", "aux_file", "intent_name", "unused_str"),
            header(NiftiVersion.NIFTI_2, ByteOrder.LITTLE_ENDIAN).textFields());
        assertTrue(header(NiftiVersion.ANALYZE_75, ByteOrder.LITTLE_ENDIAN).textFields().containsAll(List.of("data_type",
            "db_name", "hkey_un0", "vox_units", "cal_units", "descrip", "aux_file", "originator", "generated", "scannum",
            "patient_id", "exp_date", "exp_time", "hist_un0", "views", "vols_added", "start_field", "field_skip", "omax",
            "omin", "smax", "smin")));
    }

    @Test
    void anOriginatorThatIsSpmsOriginStaysAndANameGoes() throws IOException {
        for (ByteOrder order : Gen.ORDERS) {
            NiftiHeader h = NiftiHeader.create(NiftiVersion.ANALYZE_75, order, NiftiDatatype.named("UINT8"), 91, 109, 91);
            ByteBuffer origin = ByteBuffer.allocate(10).order(order).putShort((short) 46).putShort((short) 64)
                .putShort((short) 37);
            NiftiHeader spm = h.withText("originator", origin.array());
            assertArrayEquals(origin.array(), spm.cleared().bytes("originator"));
            assertEquals(List.of(), spm.filledTextFields());
            for (String name : List.of("Ek", "A", "Nilsson", "Nilsson-Ek")) {
                NiftiHeader person = h.withText("originator", Gen.ascii(name));
                assertEquals(List.of("originator"), person.filledTextFields());
                assertArrayEquals(new byte[10], person.cleared().bytes("originator"));
            }
        }
    }

    @Test
    void onlySomeFieldsCanBeClearedAndTextMustFit() throws IOException {
        NiftiHeader h = header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN);
        assertThrows(IllegalArgumentException.class, () -> h.cleared(List.of("dim")));
        assertThrows(IllegalArgumentException.class, () -> h.cleared(List.of("patient_id")));
        assertThrows(IllegalArgumentException.class, () -> h.withText("aux_file", new byte[25]));
        assertThrows(IllegalArgumentException.class, () -> h.withNumber("dim", 1, 40000));
        assertThrows(NiftiException.class, () -> h.withNumber("dim", 1, 0));
        assertEquals(h, header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN), "a refused change changes nothing");
    }

    @Test
    void copiesDoNotShareBytes() throws IOException {
        NiftiHeader h = header(NiftiVersion.NIFTI_2, ByteOrder.BIG_ENDIAN);
        h.raw()[0] = 99;
        h.bytes("descrip")[0] = 99;
        assertEquals(header(NiftiVersion.NIFTI_2, ByteOrder.BIG_ENDIAN), h);
    }

    @Test
    void printingAHeaderShowsNoText() throws IOException {
        NiftiHeader h = header(NiftiVersion.NIFTI_1, ByteOrder.LITTLE_ENDIAN).withText("descrip", Gen.ascii("Andersson"));
        assertFalse(h.toString().contains("Andersson"));
        assertFalse(new NiftiExtension(6, Gen.ascii("Andersson")).toString().contains("Andersson"));
    }

    private static NiftiHeader header(NiftiVersion version, ByteOrder order) throws IOException {
        return NiftiHeader.create(version, order, NiftiDatatype.named("INT16"), 5, 4, 3);
    }
}
