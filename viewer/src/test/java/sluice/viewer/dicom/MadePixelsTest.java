package sluice.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixel data of which frames are made while it is written. */
class MadePixelsTest {
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

    @TempDir
    Path folder;

    private final DicomReader reader = new DicomReader();
    private final DicomWriter writer = new DicomWriter();
    private final SplittableRandom random = new SplittableRandom(17);

    private static Attributes image(int rows, int columns, int samples, int bits, int frames) {
        Attributes image = new Attributes();
        image.setInt(0x00280002, VR.US, samples);
        image.setString(0x00280008, VR.IS, Integer.toString(frames));
        image.setInt(0x00280010, VR.US, rows);
        image.setInt(0x00280011, VR.US, columns);
        image.setInt(0x00280100, VR.US, bits);
        return image;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private DicomFile written(Attributes image, PixelSource pixels, TransferSyntax syntax) throws IOException {
        Path file = folder.resolve("f" + random.nextInt(1 << 30));
        try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.CREATE_NEW,
                java.nio.file.StandardOpenOption.WRITE)) {
            assertEquals(writer.write(channel, new Attributes(), image, pixels, syntax), channel.size());
        }
        return reader.read(file);
    }

    /** Native frames of all depths and alignments, in both byte orders, with none to all frames made anew. */
    @Test
    void nativeFramesAreReplacedAndTheOthersStay() throws IOException {
        int[][] shapes = {{3, 3, 1, 8}, {3, 3, 3, 8}, {4, 5, 1, 16}, {3, 3, 1, 32}, {3, 3, 1, 1}, {5, 1, 1, 1}, {4, 4, 1, 1}};
        for (int[] s : shapes) {
            for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
                for (int round = 0; round < 4; round++) {
                    int frames = 1 + random.nextInt(6);
                    Attributes image = image(s[0], s[1], s[2], s[3], frames);
                    int bits = s[0] * s[1] * s[2] * s[3];
                    byte[] value = noise((bits * frames + 15) / 16 * 2);
                    DicomFile file = written(image, PixelSource.ofNative(value, VR.OW, image), syntax);
                    assertRewritten(file, PixelSource.ofNative(value, VR.OW, image), bits, syntax);
                }
            }
        }
    }

    private void assertRewritten(DicomFile file, PixelSource original, int bits, TransferSyntax syntax) throws IOException {
        int frames = original.frames();
        BitSet changed = new BitSet();
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            byte[] frame = original.frame(i);
            assertArrayEquals(masked(frame, bits), masked(file.pixels().orElseThrow().littleEndianFrame(i), bits));
            if (random.nextBoolean()) {
                changed.set(i);
                random.nextBytes(frame);
            }
            expected.add(frame);
        }
        PixelSource made = PixelSource.rewritten(file.pixels().orElseThrow(), changed, expected::get);
        DicomFile again = written(file.dataset(), made, syntax);
        PixelSource back = again.pixels().orElseThrow();
        assertEquals((made.length() + 1) / 2 * 2, back.length());
        assertEquals(List.of(), again.deviations());
        for (int i = 0; i < frames; i++) {
            assertArrayEquals(masked(expected.get(i), bits), masked(back.littleEndianFrame(i), bits), syntax + " " + i);
            assertArrayEquals(masked(expected.get(i), bits), masked(made.frame(i), bits));
        }
    }

    private static byte[] masked(byte[] frame, int bits) {
        byte[] copy = frame.clone();
        if (bits % 8 != 0) {
            copy[copy.length - 1] &= (byte) ((1 << bits % 8) - 1);
        }
        return copy;
    }

    @Test
    void fragmentsOfUnchangedFramesStay() throws IOException {
        Attributes image = image(3, 3, 1, 8, 3);
        byte[][] parts = {noise(12), noise(6), noise(20), noise(4), noise(8)};
        int[] offsets = {0, 34, 62};
        RawBytes data = RawBytes.little().header(0x00280002, "US", 2).u16(1).explicit(0x00280008, "IS", "3 ")
                .explicit(0x7FE00001, "OV", noise(24)).explicit(0x7FE00002, "OV", noise(24))
                .header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(12);
        for (int offset : offsets) {
            data.u32(offset);
        }
        for (byte[] part : parts) {
            data.item(part.length).bytes(part);
        }
        DicomFile file = reader.read(data.endSequence().file(JPEG_LS));
        PixelSource pixels = file.pixels().orElseThrow();
        BitSet second = new BitSet();
        second.set(1);
        PixelSource made = PixelSource.rewritten(pixels, second, i -> new byte[] {7, 7, 7});
        DicomFile again = written(file.dataset(), made, file.transferSyntax());
        PixelSource back = again.pixels().orElseThrow();
        assertArrayEquals(pixels.frame(0), back.frame(0));
        assertArrayEquals(new byte[] {7, 7, 7, 0}, back.frame(1));
        assertArrayEquals(pixels.frame(2), back.frame(2));
        assertEquals(List.of(12L, 6L, 4L, 4L, 8L), back.fragments().stream().map(PixelSource.Fragment::length).toList());
        assertArrayEquals(new long[] {0, 34, 46}, back.basicOffsetTable());
        assertFalse(again.dataset().contains(0x7FE00001));
        assertFalse(again.dataset().contains(0x7FE00002));
        assertEquals(made.length(), back.length());
        assertTrue(file.dataset().contains(0x7FE00001), "the source is not changed");
        PixelSource twice = PixelSource.rewritten(made, new BitSet(), i -> null);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        made.copyTo(Channels.newChannel(first));
        twice.copyTo(Channels.newChannel(other));
        assertArrayEquals(first.toByteArray(), other.toByteArray());
        assertEquals(made.fragments().size(), twice.fragments().size());
    }

    @Test
    void wholePixelDataIsMade() throws IOException {
        FrameLayout layout = new FrameLayout(2, 3, 1, 16, 4, "MONOCHROME2");
        Attributes image = image(2, 3, 1, 16, 4);
        PixelSource plain = PixelSource.madeNative(i -> new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) i}, layout);
        DicomFile file = written(image, plain, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
        assertEquals(VR.OW, file.pixels().orElseThrow().vr());
        assertArrayEquals(new byte[] {2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 3, 11}, file.pixels().orElseThrow().frame(3));
        PixelSource packed = PixelSource.madeEncapsulated(i -> new byte[i + 1], layout);
        DicomFile other = written(image, packed, TransferSyntax.RLE_LOSSLESS);
        assertArrayEquals(new byte[4], other.pixels().orElseThrow().frame(2));
        assertArrayEquals(new long[] {0, 10, 20, 32}, other.pixels().orElseThrow().basicOffsetTable());
    }

    @Test
    void offsetsBeyondFourGigabytesAreLeftOut() throws IOException {
        FrameMaker huge = new FrameMaker() {
            @Override
            public byte[] frame(int index) {
                throw new AssertionError("nobody writes it");
            }

            @Override
            public long length(int index) {
                return 1L << 30;
            }
        };
        FrameLayout layout = new FrameLayout(2, 3, 1, 16, 6, "MONOCHROME2");
        assertEquals(0, PixelSource.madeEncapsulated(huge, layout).basicOffsetTable().length);
        assertEquals(6L * ((1L << 30) + 8) + 8, PixelSource.madeEncapsulated(huge, layout).length());
        FrameLayout fits = new FrameLayout(2, 3, 1, 16, 4, "MONOCHROME2");
        assertEquals(4, PixelSource.madeEncapsulated(huge, fits).basicOffsetTable().length);
        PixelSource tooMuch = PixelSource.madeNative(i -> new byte[0], new FrameLayout(1 << 15, 1 << 15, 1, 8, 4, ""));
        assertEquals(DicomException.Reason.NOT_WRITABLE, assertThrows(DicomException.class, () -> writer.write(
                new ByteArrayOutputStream(), new Attributes(), new Attributes(), tooMuch,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)).reason());
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        Attributes image = image(3, 3, 1, 8, 3);
        PixelSource tooShort = PixelSource.ofNative(new byte[20], VR.OB, image);
        assertThrows(DicomException.class, () -> PixelSource.rewritten(tooShort, new BitSet(), i -> null));
        BitSet first = new BitSet();
        first.set(0);
        PixelSource wrong = PixelSource.rewritten(PixelSource.ofNative(new byte[28], VR.OB, image), first, i -> new byte[8]);
        assertThrows(DicomException.class, () -> written(image, wrong, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        DicomFile lost = reader.read(RawBytes.little().explicit(0x00280008, "IS", "3 ")
                .header(0x7FE00010, "OB", RawBytes.UNDEFINED).item(0).item(2).bytes(new byte[2]).endSequence().file(JPEG_LS));
        assertThrows(DicomException.class,
                () -> PixelSource.rewritten(lost.pixels().orElseThrow(), first, i -> new byte[2]));
        int[] lengths = {4, 4, 4};
        PixelSource unsteady = PixelSource.madeEncapsulated(i -> new byte[lengths[i]++], new FrameLayout(1, 1, 1, 8, 3, ""));
        lengths[1] = 9;
        assertThrows(DicomException.class, () -> written(image, unsteady, TransferSyntax.RLE_LOSSLESS));
    }
}
