package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files that differ from the standard in one way, and are read all the same. */
class EncodingVariantsTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String BIG = "1.2.840.10008.1.2.2";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    private final DicomReader reader = new DicomReader();

    private static RawBytes explicitDataSet(RawBytes out) {
        return out.explicit(0x00080060, "CS", "MR").explicit(0x00100010, "PN", "A^B ").header(0x00280010, "US", 2)
                .u16(258).explicit(0x7FE00010, "OW", (byte) 1, (byte) 2);
    }

    private static RawBytes implicitDataSet(RawBytes out) {
        return out.implicit(0x00080060, "MR").implicit(0x00100010, "A^B ").tag(0x00280010).u32(2).u16(258)
                .implicit(0x7FE00010, (byte) 1, (byte) 2);
    }

    private void assertPlainDataSet(DicomFile file) throws IOException {
        assertEquals("MR", RawElements.ascii(file.dataset(), 0x00080060));
        assertEquals(258, RawElements.integer(file.dataset(), 0x00280010, 0));
        assertEquals(258, file.dataset().getInt(0x00280010, 0));
        assertEquals(VR.PN, file.dataset().getVR(0x00100010));
        assertEquals(2, file.pixels().orElseThrow().length());
    }

    @Test
    void eachEncodingAsDeclared() throws IOException {
        assertPlainDataSet(reader.read(explicitDataSet(RawBytes.little()).file(EXPLICIT)));
        assertPlainDataSet(reader.read(implicitDataSet(RawBytes.little()).file(IMPLICIT)));
        DicomFile big = reader.read(explicitDataSet(RawBytes.big()).file(BIG));
        assertPlainDataSet(big);
        assertTrue(big.dataset().bigEndian());
        assertTrue(big.pixels().orElseThrow().bigEndian());
        assertEquals(0, big.deviations().size());
    }

    @Test
    void withoutPreambleAndMeta() throws IOException {
        for (RawBytes data : new RawBytes[] {explicitDataSet(RawBytes.little()), implicitDataSet(RawBytes.little()),
            explicitDataSet(RawBytes.big()), implicitDataSet(RawBytes.big())}) {
            DicomFile file = reader.read(data.toBytes());
            assertPlainDataSet(file);
            assertTrue(file.has(Deviation.Code.NO_PREAMBLE) && file.has(Deviation.Code.NO_FILE_META));
            assertEquals(0, file.preamble().length);
        }
    }

    @Test
    void prefixWithoutPreambleAndPreambleWithoutPrefix() throws IOException {
        byte[] file = explicitDataSet(RawBytes.little()).file(EXPLICIT);
        byte[] late = Arrays.copyOfRange(file, 128, file.length);
        assertPlainDataSet(reader.read(late));
        byte[] unmarked = file.clone();
        Arrays.fill(unmarked, 128, 132, (byte) 0);
        assertPlainDataSet(reader.read(unmarked));
        assertPlainDataSet(reader.read(Arrays.copyOfRange(file, 132, file.length)));
    }

    @Test
    void theLettersDicmWithinAValueAreNoPrefix() throws IOException {
        byte[] comment = new byte[200];
        Arrays.fill(comment, (byte) ' ');
        System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, comment, 128 - 18 - 8, 4);
        byte[] bytes = explicitDataSet(RawBytes.little().explicit(0x00080005, "CS", "ISO_IR 100")
                .explicit(0x00080050, "SH", comment)).toBytes();
        assertEquals('D', bytes[128]);
        assertEquals("MR", RawElements.ascii(reader.read(bytes).dataset(), 0x00080060));
    }

    @Test
    void implicitMetaAndWrongMetaLength() throws IOException {
        byte[] uid = (EXPLICIT + "\0").getBytes();
        byte[] data = explicitDataSet(RawBytes.little()).toBytes();
        DicomFile implicitMeta = reader.read(RawBytes.little().bytes(new byte[128]).text("DICM")
                .implicit(0x00020010, uid).bytes(data).toBytes());
        assertPlainDataSet(implicitMeta);
        assertTrue(implicitMeta.has(Deviation.Code.META_NOT_EXPLICIT));
        for (long length : new long[] {0, 2, 7, 1000, 0xFFFFFFFEL}) {
            DicomFile file = reader.read(RawBytes.little().bytes(new byte[128]).text("DICM")
                    .header(0x00020000, "UL", 4).u32(length).explicit(0x00020010, "UI", uid).bytes(data).toBytes());
            assertPlainDataSet(file);
            assertTrue(file.has(Deviation.Code.META_LENGTH_WRONG));
            assertFalse(file.fileMeta().contains(0x00020000));
        }
    }

    @Test
    void missingOrUnknownTransferSyntax() throws IOException {
        DicomFile missing = reader.read(RawBytes.little().bytes(new byte[128]).text("DICM")
                .explicit(0x00020012, "UI", "1.2\0").bytes(implicitDataSet(RawBytes.little()).toBytes()).toBytes());
        assertPlainDataSet(missing);
        assertEquals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, missing.transferSyntax());
        assertTrue(missing.has(Deviation.Code.NO_TRANSFER_SYNTAX));
        DicomFile unknown = reader.read(explicitDataSet(RawBytes.little()).file("1.2.3.4.5"));
        assertPlainDataSet(unknown);
        assertTrue(unknown.has(Deviation.Code.UNKNOWN_TRANSFER_SYNTAX));
        DicomException e = assertThrows(DicomException.class,
                () -> reader.read(RawBytes.little().bytes(new byte[200]).file("1.2.3.4.5")));
        assertEquals(DicomException.Reason.UNSUPPORTED_TRANSFER_SYNTAX, e.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {EXPLICIT, IMPLICIT, BIG, DEFLATED})
    void declaredOtherwiseThanEncoded(String declared) throws IOException {
        assertPlainDataSet(reader.read(explicitDataSet(RawBytes.little()).file(declared)));
        assertPlainDataSet(reader.read(implicitDataSet(RawBytes.little()).file(declared)));
        assertPlainDataSet(reader.read(explicitDataSet(RawBytes.big()).file(declared)));
    }

    @Test
    void elementsSwitchBetweenExplicitAndImplicit() throws IOException {
        byte[] inner = RawBytes.little().implicit(0x00081150, "1.2\0").implicit(0x00081155, "1.4\0").toBytes();
        DicomFile file = reader.read(explicitDataSet(RawBytes.little().implicit(0x00080008, "ORIGINAL")
                .header(0x00080052, "CS", 2).text("A ")).file(EXPLICIT));
        assertPlainDataSet(file);
        assertTrue(file.has(Deviation.Code.VR_FORM_SWITCHED));
        RawBytes mixed = RawBytes.little().explicit(0x00080060, "CS", "MR").header(0x00081140, "SQ", inner.length + 8)
                .item(inner.length).bytes(inner).explicit(0x00100020, "LO", "12");
        Attributes data = reader.read(mixed.file(EXPLICIT)).dataset();
        assertEquals("1.4", RawElements.ascii(data.getNestedDataset(0x00081140), 0x00081155));
        byte[] explicitInner = RawBytes.little().explicit(0x00081150, "UI", "1.2\0").toBytes();
        RawBytes reverse = RawBytes.little().implicit(0x00080060, "MR").tag(0x00081140).u32(explicitInner.length + 8)
                .item(explicitInner.length).bytes(explicitInner).implicit(0x00100020, "12");
        Attributes other = reader.read(reverse.file(IMPLICIT)).dataset();
        assertEquals("1.2", RawElements.ascii(other.getNestedDataset(0x00081140), 0x00081150));
        assertEquals("12", RawElements.ascii(other, 0x00100020));
    }

    @ParameterizedTest
    @ValueSource(strings = {"??", "ZZ", "--", "  ", "ox"})
    void invalidVrInEitherLengthForm(String vr) throws IOException {
        RawBytes shortForm = explicitDataSet(RawBytes.little().explicit(0x00080005, "CS", "ISO_IR 100")
                .tag(0x00080050).text(vr).u16(4).text("1234"));
        DicomFile file = reader.read(shortForm.file(EXPLICIT));
        assertPlainDataSet(file);
        assertEquals("1234", RawElements.ascii(file.dataset(), 0x00080050));
        assertTrue(file.has(Deviation.Code.VR_INVALID));
        RawBytes longForm = explicitDataSet(RawBytes.little().explicit(0x00080005, "CS", "ISO_IR 100")
                .tag(0x00080050).text(vr).u16(0).u32(4).text("1234"));
        assertEquals("1234", RawElements.ascii(reader.read(longForm.file(EXPLICIT)).dataset(), 0x00080050));
    }

    @Test
    void deflatedBareAndWrapped() throws IOException {
        for (boolean bare : new boolean[] {true, false}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, bare))) {
                deflater.write(explicitDataSet(RawBytes.little()).toBytes());
            }
            byte[] bytes = RawBytes.little().bytes(out.toByteArray()).file(DEFLATED);
            DicomFile file = reader.read(bytes);
            assertPlainDataSet(file);
            assertEquals(!bare, file.has(Deviation.Code.ZLIB_WRAPPER));
            assertArrayEquals(new byte[] {1, 2}, copy(file.pixels().orElseThrow()));
        }
    }

    @Test
    void metaAndCommandElementsInTheDataSet() throws IOException {
        DicomFile file = reader.read(explicitDataSet(RawBytes.little().explicit(0x00020016, "AE", "HERE")
                .header(0x00000100, "US", 2).u16(1)).file(EXPLICIT));
        assertPlainDataSet(file);
        assertFalse(file.dataset().contains(0x00020016));
    }

    @Test
    void oddLengthsDuplicatesAndOrder() throws IOException {
        DicomFile file = reader.read(explicitDataSet(RawBytes.little().explicit(0x00080050, "SH", "")
                .explicit(0x00080020, "DA", "2020010").explicit(0x00080050, "SH", "12")
                .explicit(0x00080050, "SH", "34")).file(EXPLICIT));
        assertPlainDataSet(file);
        assertEquals("12", RawElements.ascii(file.dataset(), 0x00080050));
        assertEquals(7, RawElements.bytes(file.dataset(), 0x00080020).length);
        assertTrue(file.has(Deviation.Code.ODD_LENGTH) && file.has(Deviation.Code.DUPLICATE_TAG)
                && file.has(Deviation.Code.OUT_OF_ORDER));
    }

    @Test
    void trailingZerosAndPadding() throws IOException {
        RawBytes data = explicitDataSet(RawBytes.little());
        int end = data.size();
        DicomFile zeros = reader.read(data.bytes(new byte[300]).file(EXPLICIT));
        assertPlainDataSet(zeros);
        assertTrue(zeros.has(Deviation.Code.TRAILING_BYTES), () -> "after " + end);
        DicomFile padded = reader.read(explicitDataSet(RawBytes.little()).explicit(0xFFFCFFFC, "OB", new byte[20])
                .file(EXPLICIT));
        assertEquals(0, padded.deviations().size());
        assertEquals(20, RawElements.bytes(padded.dataset(), 0xFFFCFFFC).length);
        assertFalse(new DicomReader().read(explicitDataSet(RawBytes.little()).file(EXPLICIT)).dataset()
                .contains(0xFFFCFFFC));
    }

    static byte[] copy(PixelSource pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pixels.copyTo(Channels.newChannel(out));
        return out.toByteArray();
    }
}
