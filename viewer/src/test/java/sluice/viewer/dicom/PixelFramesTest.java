package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;

class PixelFramesTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final byte[] A1 = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final byte[] A2 = {11, 12};
    private static final byte[] B1 = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
    private static final byte[] B2 = {41, 42, 43, 44};

    private final DicomReader reader = new DicomReader();

    private static RawBytes image(int frames) {
        return RawBytes.little().header(0x00280002, "US", 2).u16(1).explicit(0x00280008, "IS", frames + " ")
                .header(0x00280010, "US", 2).u16(3).header(0x00280011, "US", 2).u16(3).header(0x00280100, "US", 2).u16(8);
    }

    private static RawBytes fragment(RawBytes out, byte[] bytes) {
        return out.item(bytes.length).bytes(bytes);
    }

    private static byte[] joined(byte[]... parts) {
        RawBytes all = RawBytes.little();
        for (byte[] part : parts) {
            all.bytes(part);
        }
        return all.toBytes();
    }

    private PixelSource read(RawBytes data, String syntax) throws IOException {
        return reader.read(data.file(syntax)).pixels().orElseThrow();
    }

    private static RawBytes twoFramesInFourFragments(RawBytes start, long... offsets) {
        start.header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(4L * offsets.length);
        for (long offset : offsets) {
            start.u32(offset);
        }
        for (byte[] part : new byte[][] {A1, A2, B1, B2}) {
            fragment(start, part);
        }
        return start.endSequence();
    }

    private void assertTwoFrames(PixelSource pixels) throws IOException {
        assertArrayEquals(joined(A1, A2), pixels.frame(0));
        assertArrayEquals(joined(B1, B2), pixels.frame(1));
    }

    @Test
    void basicOffsetTableGroupsFragments() throws IOException {
        PixelSource pixels = read(twoFramesInFourFragments(image(2), 0, 30), JPEG);
        assertTwoFrames(pixels);
        assertArrayEquals(new long[] {0, 30}, pixels.basicOffsetTable());
        assertEquals(4, pixels.fragments().size());
    }

    @Test
    void startMarkersHelpWhereTheTableIsEmptyOrWrong() throws IOException {
        assertTwoFrames(read(twoFramesInFourFragments(image(2)), JPEG));
        assertTwoFrames(read(twoFramesInFourFragments(image(2), 0, 31), JPEG));
        assertTwoFrames(read(twoFramesInFourFragments(image(2), 20, 30), JPEG));
        assertTwoFrames(read(twoFramesInFourFragments(image(2), 0, 30, 60), JPEG));
    }

    @Test
    void extendedOffsetTableGroupsFragments() throws IOException {
        byte[] offsets = RawBytes.little().u32(0).u32(0).u32(30).u32(0).toBytes();
        byte[] lengths = RawBytes.little().u32(14).u32(0).u32(18).u32(0).toBytes();
        RawBytes data = image(2).explicit(0x7FE00001, "OV", offsets).explicit(0x7FE00002, "OV", lengths);
        data.header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(0);
        for (byte[] part : new byte[][] {{1, 2, 3, 4}, {5, 6}, {7, 8}}) {
            fragment(data, part);
        }
        // the table says 0 and 30, the fragments are elsewhere: nothing agrees, so no frame is invented
        PixelSource wrong = read(data.endSequence(), JPEG);
        DicomException e = assertThrows(DicomException.class, () -> wrong.frame(0));
        assertEquals(DicomException.Reason.NO_SUCH_FRAME, e.reason());
        RawBytes right = image(2).explicit(0x7FE00001, "OV", offsets).explicit(0x7FE00002, "OV", lengths);
        assertTwoFrames(read(twoFramesInFourFragments(right), JPEG));
    }

    @Test
    void oneFragmentForEachFrameAndAllForASingleOne() throws IOException {
        RawBytes data = image(3).header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(0);
        for (byte[] part : new byte[][] {{1, 2}, {3, 4}, {5, 6}}) {
            fragment(data, part);
        }
        PixelSource three = read(data.endSequence(), JPEG);
        assertArrayEquals(new byte[] {5, 6}, three.frame(2));
        assertThrows(DicomException.class, () -> three.frame(3));
        assertThrows(DicomException.class, () -> three.frame(-1));
        PixelSource one = read(twoFramesInFourFragments(image(1)), JPEG);
        assertArrayEquals(joined(A1, A2, B1, B2), one.frame(0));
    }

    @Test
    void nativeBitsOfFramesThatEndWithinAByte() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        boolean[] bits = new boolean[9 * 5];
        byte[] packed = new byte[6];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextBoolean();
            packed[i / 8] |= (byte) (bits[i] ? 1 << i % 8 : 0);
        }
        PixelSource pixels = read(image(5).header(0x00280100, "US", 2).u16(1).explicit(0x7FE00010, "OB", packed),
                EXPLICIT);
        Attributes image = new Attributes();
        image.setInt(0x00280010, VR.US, 3);
        image.setInt(0x00280011, VR.US, 3);
        image.setInt(0x00280100, VR.US, 1);
        image.setString(0x00280008, VR.IS, "5");
        PixelSource made = PixelSource.ofNative(packed, VR.OB, image);
        assertEquals(5, pixels.frames());
        for (int frame = 0; frame < 5; frame++) {
            byte[] got = made.frame(frame);
            assertEquals(2, got.length);
            for (int i = 0; i < 9; i++) {
                assertEquals(bits[frame * 9 + i], (got[i / 8] >> i % 8 & 1) == 1, frame + " " + i);
            }
        }
    }

    @Test
    void subsampledColourIsTwoBytesPerPixel() throws IOException {
        Attributes image = new Attributes();
        image.setInt(0x00280002, VR.US, 3);
        image.setString(0x00280004, VR.CS, "YBR_FULL_422");
        image.setInt(0x00280010, VR.US, 2);
        image.setInt(0x00280011, VR.US, 2);
        image.setInt(0x00280100, VR.US, 8);
        image.setString(0x00280008, VR.IS, "2");
        byte[] value = new byte[16];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) i;
        }
        assertArrayEquals(new byte[] {8, 9, 10, 11, 12, 13, 14, 15},
                PixelSource.ofNative(value, VR.OB, image).frame(1));
        byte[] full = new byte[24];
        full[12] = 77;
        assertEquals(12, PixelSource.ofNative(full, VR.OB, image).frame(1).length);
        assertEquals(77, PixelSource.ofNative(full, VR.OB, image).frame(1)[0]);
    }

    @Test
    void truncatedPixelsGiveTheHeaderAndWhatFramesThereAre() throws IOException {
        byte[] whole = image(3).explicit(0x7FE00010, "OB", new byte[27]).file(EXPLICIT);
        DicomFile cut = reader.read(Arrays.copyOf(whole, whole.length - 10));
        assertTrue(cut.has(Deviation.Code.TRUNCATED_PIXELS));
        assertEquals(3, RawElements.integer(cut.dataset(), 0x00280010, 0));
        PixelSource pixels = cut.pixels().orElseThrow();
        assertTrue(pixels.truncated());
        assertEquals(9, pixels.frame(0).length);
        assertEquals(DicomException.Reason.TRUNCATED,
                assertThrows(DicomException.class, () -> pixels.frame(2)).reason());
        assertEquals(DicomException.Reason.TRUNCATED, assertThrows(DicomException.class,
                () -> new DicomWriter().write(new ByteArrayOutputStream(), cut.fileMeta(), cut.dataset(), pixels,
                        cut.transferSyntax())).reason());
    }

    @Test
    void decompressedPixelsUnderACompressedSyntaxAreTakenForWhatTheyAre() throws IOException {
        DicomFile file = reader.read(image(1).explicit(0x7FE00010, "OB", new byte[10]).file(JPEG));
        assertTrue(file.has(Deviation.Code.PIXEL_FORM_MISMATCH));
        assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file.transferSyntax());
        DicomFile other = reader.read(image(1).explicit(0x7FE00010, "OB", new byte[6]).file(JPEG));
        assertEquals(JPEG, other.transferSyntax().uid());
        assertThrows(DicomException.class, () -> new DicomWriter().write(new ByteArrayOutputStream(), other.fileMeta(),
                other.dataset(), other.pixels().orElseThrow(), other.transferSyntax()));
    }
}
