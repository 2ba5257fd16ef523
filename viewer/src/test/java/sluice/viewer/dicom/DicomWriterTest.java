package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomWriterTest {
    @TempDir
    Path folder;

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();

    private byte[] write(Attributes meta, Attributes data, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, meta, data, null, syntax);
        return out.toByteArray();
    }

    private static int find(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void groupTwoIsMadeAnew() throws IOException {
        Attributes meta = new Attributes();
        meta.setString(0x00020010, VR.UI, "1.2.840.10008.1.2.4.50");
        meta.setString(0x00020012, VR.UI, "1.2.3");
        meta.setString(0x00020016, VR.AE, "SENDER");
        Attributes data = new Attributes();
        data.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        data.setString(0x00080018, VR.UI, "1.2.3.4");
        byte[] file = write(meta, data, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertArrayEquals(new byte[128], Arrays.copyOf(file, 128));
        DicomFile read = reader.read(file);
        assertEquals(0, read.deviations().size());
        assertEquals("1.2.840.10008.5.1.4.1.1.2", RawElements.ascii(read.fileMeta(), 0x00020002));
        assertEquals("1.2.3.4", RawElements.ascii(read.fileMeta(), 0x00020003));
        assertEquals("1.2.840.10008.1.2", RawElements.ascii(read.fileMeta(), 0x00020010));
        assertEquals(DicomWriter.IMPLEMENTATION_CLASS_UID, RawElements.ascii(read.fileMeta(), 0x00020012));
        assertEquals("SENDER", RawElements.ascii(read.fileMeta(), 0x00020016));
        assertEquals("1.2.3", RawElements.ascii(meta, 0x00020012), "the caller's own is not changed");
    }

    @Test
    void valuesTooLongForTheirVrBecomeUnknown() throws IOException {
        Attributes data = new Attributes();
        byte[] longText = new byte[65536];
        Arrays.fill(longText, (byte) 'x');
        data.setBytes(0x00104000, VR.LT, longText);
        data.setBytes(0x00204000, VR.LT, Arrays.copyOf(longText, 65534));
        byte[] file = write(new Attributes(), data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertTrue(find(file, "\20\0\0@UN\0\0\0\0\1\0") > 0);
        assertTrue(find(file, " \0\0@LT\376\377") > 0);
        DicomFile read = reader.read(file);
        assertEquals(VR.LT, read.dataset().getVR(0x00104000));
        assertTrue(read.has(Deviation.Code.UN_RESOLVED));
        assertArrayEquals(longText, RawElements.bytes(read.dataset(), 0x00104000));
    }

    @Test
    void sixtyFourBitVrsKeepTheirVrAndTheirNumbers() throws IOException {
        Attributes data = new Attributes();
        data.setBytes(0x7FE00001, VR.UN, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        byte[] little = write(new Attributes(), data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertTrue(find(little, "\340\177\1\0OV\0\0\10\0\0\0\1\2\3\4\5\6\7\10") > 0);
        byte[] big = write(new Attributes(), data, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        assertTrue(find(big, "\177\340\0\1OV\0\0\0\0\0\10\10\7\6\5\4\3\2\1") > 0);
        byte[] back = write(new Attributes(), reader.read(big).dataset(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertArrayEquals(little, back);
    }

    @Test
    void structuralLeftoversAreNotWritten() throws IOException {
        Attributes data = new Attributes();
        data.setBytes(0x00080001, VR.UL, new byte[4]);
        data.setString(0x00080060, VR.CS, "CT");
        data.setBytes(0x00000100, VR.US, new byte[2]);
        data.setBytes(0x00020016, VR.AE, "X ".getBytes(StandardCharsets.US_ASCII));
        Attributes read = reader.read(write(new Attributes(), data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)).dataset();
        assertArrayEquals(new int[] {0x00080060}, read.tags());
    }

    @Test
    void textThatItsCharacterSetCannotExpressIsRefused() {
        for (String charset : new String[] {"ISO_IR 100", "", "\\ISO 2022 IR 87"}) {
            Attributes data = new Attributes();
            data.setBytes(0x00080005, VR.CS, charset.getBytes(StandardCharsets.US_ASCII));
            data.setString(0x00100010, VR.PN, "\u05d0\u05d1^\u05d2");
            DicomException e = assertThrows(DicomException.class,
                    () -> write(new Attributes(), data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), charset);
            assertEquals(DicomException.Reason.NOT_WRITABLE, e.reason());
            assertFalse(e.getMessage().contains("\u05d0"));
        }
    }

    @Test
    void textIsEncodedInTheCharacterSetOfItsDataSet() throws IOException {
        Attributes data = new Attributes();
        data.setString(0x00080005, VR.CS, "ISO_IR 192");
        data.setString(0x00100010, VR.PN, "\u5c71\u7530^\u592a\u90ce");
        Attributes item = new Attributes();
        data.newSequence(0x00081140, 1).add(item);
        item.setString(0x00081080, VR.LO, "\u00e5", "\u00e4");
        Attributes read = reader.read(write(new Attributes(), data, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)).dataset();
        assertArrayEquals(new String[] {"\u5c71\u7530^\u592a\u90ce"}, RawElements.strings(read, 0x00100010));
        assertArrayEquals(new String[] {"\u00e5", "\u00e4"},
                RawElements.strings(read.getNestedDataset(0x00081140), 0x00081080));
        assertTrue(RawElements.bytes(read, 0x00100010) != null, "reading did not replace the bytes");
    }

    @Test
    void pixelDataBeyondTwoGigabytesIsSteppedOver() throws IOException {
        long length = 3L << 30;
        Path big = folder.resolve("big.dcm");
        byte[] head = RawBytes.little().explicit(0x00280008, "IS", "6 ").header(0x00280010, "US", 2).u16(1 << 15)
                .header(0x00280011, "US", 2).u16(1 << 14).header(0x00280100, "US", 2).u16(8).header(0x7FE00010, "OB", length)
                .file("1.2.840.10008.1.2.1");
        byte[] tail = RawBytes.little().explicit(0xFFFCFFFC, "OB", (byte) 7, (byte) 8).toBytes();
        try (FileChannel channel = FileChannel.open(big, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(head), 0);
            channel.write(ByteBuffer.wrap(new byte[] {42}), head.length + length - 1);
            channel.write(ByteBuffer.wrap(tail), head.length + length);
        }
        DicomFile file = reader.read(big);
        assertEquals(0, file.deviations().size());
        PixelSource pixels = file.pixels().orElseThrow();
        assertEquals(length, pixels.length());
        assertArrayEquals(new byte[] {7, 8}, RawElements.bytes(file.dataset(), 0xFFFCFFFC));
        assertEquals(6, pixels.frames());
        DicomException e = assertThrows(DicomException.class, () -> pixels.frame(6));
        assertEquals(DicomException.Reason.NO_SUCH_FRAME, e.reason());
        assertEquals(head.length + length + tail.length, file.fileSize());
    }
}
