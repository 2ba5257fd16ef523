package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

/** Sequences as the standard has them and as they come. Each file must give both items and the element that follows. */
class SequenceVariantsTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final int SEQUENCE = 0x00081140;
    private static final int UID = 0x00081155;
    private static final int PRIVATE = 0x00291001;

    private final DicomReader reader = new DicomReader();

    private static byte[] uid(String value) {
        return RawBytes.little().explicit(UID, "UI", value).toBytes();
    }

    private static byte[] implicitUid(String value) {
        return RawBytes.little().implicit(UID, value).toBytes();
    }

    private static RawBytes start() {
        return RawBytes.little().explicit(0x00080060, "CS", "MR");
    }

    private DicomFile readBothItems(RawBytes data, int tag) throws IOException {
        DicomFile file = reader.read(data.explicit(0x00321060, "LO", "12")
                .explicit(0x7FE00010, "OB", (byte) 9, (byte) 8).file(EXPLICIT));
        Sequence sequence = assertInstanceOf(Sequence.class, file.dataset().getValue(tag));
        assertEquals(2, sequence.size());
        assertEquals("1.1", RawElements.ascii(sequence.get(0), UID));
        assertEquals("1.2", RawElements.ascii(sequence.get(1), UID));
        assertEquals("12", RawElements.ascii(file.dataset(), 0x00321060));
        assertTrue(file.pixels().isPresent());
        return file;
    }

    @Test
    void definedAndUndefinedLengths() throws IOException {
        byte[] first = uid("1.1\0");
        byte[] second = uid("1.2\0");
        int length = 16 + first.length + second.length;
        assertEquals(0, readBothItems(start().header(SEQUENCE, "SQ", length).item(first.length).bytes(first)
                .item(second.length).bytes(second), SEQUENCE).deviations().size());
        assertEquals(0, readBothItems(start().header(SEQUENCE, "SQ", RawBytes.UNDEFINED).item(first.length).bytes(first)
                .item(RawBytes.UNDEFINED).bytes(second).endItem().endSequence(), SEQUENCE).deviations().size());
    }

    @Test
    void wrongLengths() throws IOException {
        byte[] first = uid("1.1\0");
        byte[] second = uid("1.2\0");
        int length = 16 + first.length + second.length;
        for (int wrong : new int[] {-4, -8, -second.length - 8, 4, 8}) {
            DicomFile file = readBothItems(start().header(SEQUENCE, "SQ", length + wrong).item(first.length)
                    .bytes(first).item(second.length).bytes(second), SEQUENCE);
            assertTrue(file.deviations().size() > 0, () -> "sequence length off by " + wrong);
        }
        for (int wrong : new int[] {-4, -2}) {
            readBothItems(start().header(SEQUENCE, "SQ", length).item(first.length + wrong).bytes(first)
                    .item(second.length).bytes(second), SEQUENCE);
        }
        readBothItems(start().header(SEQUENCE, "SQ", RawBytes.UNDEFINED).item(first.length + 8).bytes(first)
                .item(second.length).bytes(second).endSequence(), SEQUENCE);
    }

    @Test
    void missingAndStrayDelimiters() throws IOException {
        byte[] first = uid("1.1\0");
        byte[] second = uid("1.2\0");
        int length = 16 + first.length + second.length;
        assertTrue(readBothItems(start().header(SEQUENCE, "SQ", RawBytes.UNDEFINED).item(first.length).bytes(first)
                .item(second.length).bytes(second), SEQUENCE).has(Deviation.Code.MISSING_DELIMITER));
        assertTrue(readBothItems(start().header(SEQUENCE, "SQ", RawBytes.UNDEFINED).item(RawBytes.UNDEFINED)
                .bytes(first).item(RawBytes.UNDEFINED).bytes(second).endSequence(), SEQUENCE)
                .has(Deviation.Code.MISSING_DELIMITER));
        assertTrue(readBothItems(start().header(SEQUENCE, "SQ", length + 8).item(first.length).bytes(first).endItem()
                .item(second.length).bytes(second), SEQUENCE).has(Deviation.Code.STRAY_DELIMITER));
        assertTrue(readBothItems(start().header(SEQUENCE, "SQ", length).item(first.length).bytes(first)
                .item(second.length).bytes(second).endSequence(), SEQUENCE).has(Deviation.Code.STRAY_DELIMITER));
    }

    @Test
    void unknownVrHidesASequence() throws IOException {
        byte[] first = implicitUid("1.1\0");
        byte[] second = implicitUid("1.2\0");
        byte[] items = RawBytes.little().item(first.length).bytes(first).item(RawBytes.UNDEFINED).bytes(second)
                .endItem().toBytes();
        byte[] creator = RawBytes.little().explicit(0x00290010, "LO", "ACME").toBytes();
        for (int tag : new int[] {SEQUENCE, PRIVATE}) {
            assertTrue(readBothItems(start().bytes(tag == PRIVATE ? creator : new byte[0])
                    .header(tag, "UN", items.length).bytes(items), tag).has(Deviation.Code.UN_SEQUENCE));
            assertTrue(readBothItems(start().bytes(tag == PRIVATE ? creator : new byte[0])
                    .header(tag, "UN", RawBytes.UNDEFINED).bytes(items).endSequence(), tag)
                    .has(Deviation.Code.UN_SEQUENCE));
        }
        byte[] wrong = items.clone();
        wrong[4] += 2;
        DicomFile kept = reader.read(start().header(PRIVATE, "UN", wrong.length).bytes(wrong).file(EXPLICIT));
        assertEquals(VR.UN, kept.dataset().getVR(PRIVATE));
        assertArrayEquals(wrong, RawElements.bytes(kept.dataset(), PRIVATE));
    }

    @Test
    void privateSequenceInImplicitVr() throws IOException {
        byte[] item = implicitUid("1.1\0");
        DicomFile file = reader.read(RawBytes.little().implicit(0x00080060, "MR").implicit(0x00290010, "ACME")
                .tag(PRIVATE).u32(item.length + 8).item(item.length).bytes(item)
                .tag(PRIVATE + 1).u32(RawBytes.UNDEFINED).item(item.length).bytes(item).endSequence()
                .file(IMPLICIT));
        assertEquals("1.1", RawElements.ascii(file.dataset().getNestedDataset(PRIVATE), UID));
        assertEquals("1.1", RawElements.ascii(file.dataset().getNestedDataset(PRIVATE + 1), UID));
        assertEquals(0, file.deviations().size());
    }

    @Test
    void unknownVrInBigEndianHoldsLittleEndian() throws IOException {
        byte[] item = RawBytes.little().tag(0x00280010).u32(2).u16(258).toBytes();
        byte[] hidden = RawBytes.little().item(item.length).bytes(item).endSequence().toBytes();
        DicomFile file = reader.read(RawBytes.big().explicit(0x00080060, "CS", "MR")
                .header(0x00081140, "UN", RawBytes.UNDEFINED).bytes(hidden).header(0x00280011, "US", 2).u16(259)
                .file(BIG));
        Attributes nested = file.dataset().getNestedDataset(0x00081140);
        assertEquals(258, nested.getInt(0x00280010, 0));
        assertEquals(259, file.dataset().getInt(0x00280011, 0));
    }

    @Test
    void emptySequencesAndItems() throws IOException {
        DicomFile file = reader.read(start().header(SEQUENCE, "SQ", 0)
                .header(0x00081199, "SQ", 16).item(0).item(0)
                .header(0x00082112, "SQ", RawBytes.UNDEFINED).item(RawBytes.UNDEFINED).endItem().endSequence()
                .header(0x00089215, "SQ", RawBytes.UNDEFINED).endSequence().file(EXPLICIT));
        assertEquals(0, file.dataset().getSequence(SEQUENCE).size());
        assertEquals(2, file.dataset().getSequence(0x00081199).size());
        assertEquals(1, file.dataset().getSequence(0x00082112).size());
        assertEquals(0, file.dataset().getSequence(0x00089215).size());
        assertEquals(0, file.deviations().size());
    }

    @Test
    void iconImagesKeepTheirPixels() throws IOException {
        byte[] icon = RawBytes.little().header(0x00280010, "US", 2).u16(1)
                .header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(0).item(4).text("abcd").endSequence().toBytes();
        DicomFile file = reader.read(start().header(0x00880200, "SQ", RawBytes.UNDEFINED).item(RawBytes.UNDEFINED)
                .bytes(icon).endItem().endSequence().explicit(0x7FE00010, "OW", (byte) 1, (byte) 2).file(EXPLICIT));
        Fragments fragments = assertInstanceOf(Fragments.class,
                file.dataset().getNestedDataset(0x00880200).getValue(0x7FE00010));
        assertEquals(2, fragments.size());
        assertArrayEquals("abcd".getBytes(), (byte[]) fragments.get(1));
        assertEquals(2, file.pixels().orElseThrow().length());
    }

    @Test
    void aSequenceWithoutItemsIsKeptAsBytes() throws IOException {
        DicomFile file = reader.read(start().explicit(SEQUENCE, "SQ", "no items").explicit(0x00100020, "LO", "1 ")
                .file(EXPLICIT));
        assertEquals(VR.UN, file.dataset().getVR(SEQUENCE));
        assertTrue(file.has(Deviation.Code.NOT_A_SEQUENCE));
        assertEquals("1", RawElements.ascii(file.dataset(), 0x00100020));
    }

    @Test
    void anItemOutsideOfASequenceIsRefused() {
        DicomException e = assertThrows(DicomException.class,
                () -> reader.read(start().item(8).bytes(uid("1.1\0")).file(EXPLICIT)));
        assertEquals(DicomException.Reason.CORRUPT, e.reason());
    }
}
