package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomRoundTripTest {
    @TempDir
    Path folder;

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();

    private static Attributes image() {
        Attributes image = new Attributes();
        image.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        image.setString(0x00080018, VR.UI, "1.2.3.4");
        image.setInt(0x00280002, VR.US, 1);
        image.setInt(0x00280010, VR.US, 4);
        image.setInt(0x00280011, VR.US, 3);
        image.setString(0x00280008, VR.IS, "2");
        image.setInt(0x00280100, VR.US, 16);
        image.newSequence(0x00081115, 1).add(new Attributes());
        return image;
    }

    private DicomFile writeAndRead(Attributes dataset, PixelSource pixels, TransferSyntax syntax) throws IOException {
        Path file = folder.resolve("image.dcm");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            long written = writer.write(channel, new Attributes(), dataset, pixels, syntax);
            assertEquals(channel.size(), written);
        }
        DicomFile read = reader.read(file);
        assertEquals(List.of(), read.deviations());
        assertEquals(syntax, read.transferSyntax());
        return read;
    }

    @Test
    void nativeFramesComeBackInEachTransferSyntax() throws IOException {
        byte[] value = new byte[48];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
        for (TransferSyntax syntax : List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)) {
            DicomFile read = writeAndRead(image(), PixelSource.ofNative(value, VR.OW, image()), syntax);
            assertEquals(4, RawElements.integer(read.dataset(), 0x00280010, 0));
            assertEquals(1, read.dataset().getSequence(0x00081115).size());
            byte[] second = read.pixels().orElseThrow().frame(1);
            if (syntax.bigEndian()) {
                Bytes.swap(second, 0, second.length, 2);
            }
            assertArrayEquals(Arrays.copyOfRange(value, 24, 48), second, syntax.name());
        }
    }

    @Test
    void fragmentsComeBackVerbatim() throws IOException {
        byte[] first = {1, 2, 3, 4, 5};
        byte[] second = {6, 7};
        DicomFile read = writeAndRead(image(), PixelSource.ofFrames(List.of(first, second), image()),
                TransferSyntax.RLE_LOSSLESS);
        PixelSource pixels = read.pixels().orElseThrow();
        assertTrue(pixels.encapsulated());
        assertArrayEquals(new long[] {0, 14}, pixels.basicOffsetTable());
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, 0}, pixels.frame(0));
        assertArrayEquals(second, pixels.frame(1));
    }
}
