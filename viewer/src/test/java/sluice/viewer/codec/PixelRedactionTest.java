package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.PixelRedaction.Redacted;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

/** Boxes become dark, everything else stays, in every transfer syntax that loses nothing. */
class PixelRedactionTest {
    private static final String[] LOSSLESS = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2",
        "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1",
        "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202"};

    private static final Set<String> SHARED_COLOUR = Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.8.1");

    private final Codecs codecs = Codecs.standard();
    private final PixelRedaction redaction = new PixelRedaction(codecs);
    private final SplittableRandom random = new SplittableRandom(23);

    private static Attributes describe(ImageFormat f, int frames) {
        Attributes image = new Attributes();
        image.setInt(0x00280002, VR.US, f.samples());
        image.setString(0x00280004, VR.CS, f.photometric());
        if (f.samples() > 1) {
            image.setInt(0x00280006, VR.US, f.planar() ? 1 : 0);
        }
        image.setString(0x00280008, VR.IS, Integer.toString(frames));
        image.setInt(0x00280010, VR.US, f.rows());
        image.setInt(0x00280011, VR.US, f.columns());
        image.setInt(0x00280100, VR.US, f.bitsAllocated());
        image.setInt(0x00280101, VR.US, f.bitsStored());
        image.setInt(0x00280102, VR.US, f.highBit());
        image.setInt(0x00280103, VR.US, f.signed() ? 1 : 0);
        image.setInt(0x00280106, VR.US, 3);
        image.setInt(0x00280107, VR.US, 200);
        if (f.photometric().equals("PALETTE COLOR")) {
            byte[] table = new byte[256];
            for (int i = 0; i < 256; i++) {
                table[i] = (byte) (Math.abs(i - 77) / 2 + 1);
            }
            for (int colour = 0; colour < 3; colour++) {
                image.setInt(0x00281101 + colour, VR.US, 256, 0, 8);
                image.setBytes(0x00281201 + colour, VR.OW, table);
            }
        }
        return image;
    }

    /** A file through the writer and the reader, as a hospital would have it. */
    private static DicomFile file(Attributes image, PixelSource pixels, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, new Attributes(), image, pixels, syntax);
        return new DicomReader().read(out.toByteArray());
    }

    /** Null where the family has no encoder for such frames. */
    private DicomFile encoded(List<Raster> frames, ImageFormat format, TransferSyntax syntax) throws IOException {
        CodecFamily family = codecs.family(syntax.uid()).orElse(null);
        List<byte[]> encoded = new ArrayList<>();
        try {
            for (Raster frame : frames) {
                if (family == null || family.encoder().isEmpty()) {
                    return null;
                }
                encoded.add(family.encoder().get().encode(frame, format));
            }
        } catch (CodecException e) {
            assertEquals(CodecException.Reason.UNSUPPORTED, e.reason(), syntax + " " + format);
            return null;
        }
        PixelSource pixels = syntax.encapsulated()
                ? PixelSource.madeEncapsulated(encoded::get, Images.layout(format, frames.size()))
                : PixelSource.madeNative(encoded::get, Images.layout(format, frames.size()));
        return file(describe(format, frames.size()), pixels, syntax);
    }

    private List<List<PixelBox>> someBoxes(ImageFormat f, int frames) {
        List<List<PixelBox>> all = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            List<PixelBox> boxes = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                int x = random.nextInt(-2, f.columns());
                int y = random.nextInt(-2, f.rows());
                boxes.add(new PixelBox(x, y, 1 + random.nextInt(f.columns() + 3), 1 + random.nextInt(f.rows() + 3)));
            }
            all.add(boxes);
        }
        return all;
    }

    @Test
    void insideIsConstantAndOutsideIdentical() throws IOException {
        int done = 0;
        for (String uid : LOSSLESS) {
            TransferSyntax syntax = TransferSyntax.of(uid).orElseThrow();
            for (ImageFormat format : Images.formats()) {
                int frames = 1 + random.nextInt(4);
                List<Raster> before = new ArrayList<>();
                for (int i = 0; i < frames; i++) {
                    before.add(Images.raster(format, random));
                }
                DicomFile original = encoded(before, format, syntax);
                if (original != null) {
                    assertRedacted(original, before, someBoxes(format, frames));
                    done++;
                }
            }
        }
        assertTrue(done > 900, "done " + done);
    }

    private void assertRedacted(DicomFile original, List<Raster> before, List<List<PixelBox>> boxes) throws IOException {
        EncodedImage image = EncodedImage.of(original);
        Redacted redacted = redaction.redact(image, boxes, false);
        if (boxes.stream().allMatch(List::isEmpty)) {
            assertSame(image.pixels(), redacted.pixels());
            return;
        }
        assertEquals(original.transferSyntax(), redacted.transferSyntax());
        assertFalse(redacted.lossy());
        assertEquals(image.format(), redacted.format());
        DicomFile again = file(original.dataset(), redacted.pixels(), redacted.transferSyntax());
        FrameDecoder decoder = new FrameDecoder(EncodedImage.of(again), codecs);
        boolean pairs = Subsampled.is(image.format()) && SHARED_COLOUR.contains(image.transferSyntax().uid());
        for (int i = 0; i < before.size(); i++) {
            Raster is = decoder.frame(i);
            assertBlanked(before.get(i), is, boxes.get(i), pairs, image);
            if (boxes.get(i).isEmpty() && image.pixels().encapsulated()) {
                assertArrayEquals(image.pixels().frame(i), again.pixels().orElseThrow().frame(i));
            }
        }
    }

    private static void assertBlanked(Raster was, Raster is, List<PixelBox> boxes, boolean pairs, EncodedImage image)
            throws CodecException {
        ImageFormat f = image.format();
        long mask = StoredBits.of(f).mask();
        for (int y = 0; y < is.rows(); y++) {
            for (int x = 0; x < is.columns(); x++) {
                int column = x;
                int row = y;
                boolean inside = boxes.stream().anyMatch(b -> b.contains(column, row)
                        || pairs && b.contains(column ^ 1, row));
                for (int s = 0; s < is.samples(); s++) {
                    long expected = inside ? dark(f, s, was) : was.value(x, y, s);
                    if ((expected & mask) != (is.value(x, y, s) & mask)) {
                        assertEquals(expected & mask, is.value(x, y, s) & mask,
                                image.transferSyntax().uid() + " " + f + " " + x + "," + y + " " + inside);
                    }
                }
            }
        }
    }

    private static long dark(ImageFormat f, int sample, Raster was) {
        return switch (f.photometric()) {
            case "MONOCHROME2" -> !f.signed() ? 0 : f.bitsAllocated() > 8 ? least(f, was) : -1L << f.bitsStored() - 1;
            case "PALETTE COLOR" -> 77 - 1;
            case "RGB" -> 0;
            case "YBR_PARTIAL_422" -> sample == 0 ? 16 : 128;
            default -> sample == 0 ? 0 : 1L << f.bitsStored() - 1;
        };
    }

    /** The least signed value of a frame, as shifting left and right tells it. */
    private static long least(ImageFormat f, Raster was) {
        long least = Long.MAX_VALUE;
        for (int y = 0; y < was.rows(); y++) {
            for (int x = 0; x < was.columns(); x++) {
                int up = 63 - f.highBit();
                least = Math.min(least, was.value(x, y, 0) << up >> 64 - f.bitsStored());
            }
        }
        return least << f.highBit() + 1 - f.bitsStored();
    }

    @Test
    void monochrome1IsDarkWhereItIsGreatest() throws IOException {
        for (boolean signed : new boolean[] {false, true}) {
            ImageFormat f = new ImageFormat(2, 2, 1, 16, 12, 11, signed, "MONOCHROME1", false);
            byte[] frame = {5, 0, 6, 0, -1, (byte) (signed ? 7 : 15), 0, 0};
            PixelSource pixels = PixelSource.madeNative(i -> frame, Images.layout(f, 1));
            DicomFile file = file(describe(f, 1), pixels, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            Redacted r = redaction.redact(EncodedImage.of(file), List.of(List.of(new PixelBox(1, 0, 1, 1))), false);
            byte[] expected = {5, 0, -1, (byte) (signed ? 7 : 15), -1, (byte) (signed ? 7 : 15), 0, 0};
            assertArrayEquals(expected, r.pixels().frame(0));
        }
    }

    /** Twelve bits from bit 2 on, overlays in the others. */
    @Test
    void unusedBitsGoInsideBoxesAndEverywhereIfAsked() throws IOException {
        for (String uid : new String[] {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.5"}) {
            for (boolean signed : new boolean[] {false, true}) {
                ImageFormat f = new ImageFormat(4, 5, 1, 16, 12, 13, signed, "MONOCHROME2", false);
                byte[] noise = new byte[40];
                random.nextBytes(noise);
                // the least value of all stands in the first frame
                noise[38] = (byte) (noise[38] & 3);
                noise[39] = (byte) (signed ? noise[39] & 0xC0 | 0x20 : noise[39] & 0xC0);
                Raster raster = new Raster(4, 5, 1, 2, noise, "MONOCHROME2");
                DicomFile file = encoded(List.of(raster, raster), f, TransferSyntax.of(uid).orElseThrow());
                List<List<PixelBox>> boxes = List.of(List.of(new PixelBox(0, 0, 2, 2)), List.of());
                EncodedImage image = EncodedImage.of(file);
                FrameDecoder some = decoder(file, redaction.redact(image, boxes, false));
                FrameDecoder all = decoder(file, redaction.redact(image, boxes, true));
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 5; x++) {
                        long value = raster.value(x, y, 0) & 0x3FFC;
                                long dark = signed ? 0xE000 : 0;
                        long clean = signed && (value & 0x2000) != 0 ? value | 0xC000 : value;
                        boolean inside = x < 2 && y < 2;
                        assertEquals(inside ? dark : raster.value(x, y, 0), some.frame(0).value(x, y, 0));
                        assertEquals(raster.value(x, y, 0), some.frame(1).value(x, y, 0));
                        assertEquals(inside ? dark : clean, all.frame(0).value(x, y, 0));
                        assertEquals(clean, all.frame(1).value(x, y, 0));
                    }
                }
            }
        }
    }

    private FrameDecoder decoder(DicomFile file, Redacted redacted) throws IOException {
        return new FrameDecoder(EncodedImage.of(file(file.dataset(), redacted.pixels(), redacted.transferSyntax())), codecs);
    }

    @Test
    void attributesBecomeTrue() throws IOException {
        ImageFormat f = Images.colour(2, 2, 8, "YBR_FULL_422", false);
        Attributes image = describe(f, 1);
        f.withPhotometric("YBR_FULL").describe(image, true);
        assertEquals("YBR_FULL", RawElements.ascii(image, 0x00280004));
        assertEquals("01", RawElements.ascii(image, 0x00282110));
        assertFalse(image.contains(0x00280106));
        assertFalse(image.contains(0x00280107));
        Attributes same = describe(f, 1);
        f.describe(same, false);
        assertFalse(same.contains(0x00282110));
        assertEquals("YBR_FULL_422", RawElements.ascii(same, 0x00280004));
    }

    @Test
    void whatCannotBeReadIsRefusedAndWhatIsNotTouchedNeedNotBe() throws IOException {
        ImageFormat f = Images.grey(4, 4, 8, 8, false);
        byte[] good = RleCodec.family().encoder().orElseThrow().encode(Images.raster(f, random), f);
        List<byte[]> frames = List.of(good, new byte[66], good);
        PixelSource pixels = PixelSource.madeEncapsulated(frames::get, Images.layout(f, 3));
        EncodedImage image = EncodedImage.of(file(describe(f, 3), pixels, TransferSyntax.RLE_LOSSLESS));
        List<PixelBox> box = List.of(new PixelBox(0, 0, 4, 4));
        assertThrows(CodecException.class, () -> redaction.redact(image, Collections.nCopies(3, box), false));
        assertEquals(2, redaction.redact(image, List.of(box, List.of(), box), false).changedFrames());
        EncodedImage video = new EncodedImage(image.pixels(), TransferSyntax.of("1.2.840.10008.1.2.4.102").orElseThrow(), f,
                image.darkestIndex());
        assertThrows(CodecException.class, () -> redaction.redact(video, Collections.nCopies(3, box), false));
        assertThrows(IllegalArgumentException.class, () -> redaction.redact(image, List.of(box), false));
        for (String photometric : new String[] {"CMYK", "HSV", "", "PALETTE COLOR"}) {
            ImageFormat odd = new ImageFormat(4, 4, 1, 8, 8, 7, false, photometric, false);
            DicomFile file = encoded(List.of(Images.raster(f, random)), f, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            EncodedImage unknown = new EncodedImage(file.pixels().orElseThrow(), file.transferSyntax(), odd,
                    OptionalInt.empty());
            assertEquals(CodecException.Reason.UNSUPPORTED, assertThrows(CodecException.class,
                    () -> redaction.redact(unknown, List.of(box), false)).reason());
        }
        ImageFormat torn = new ImageFormat(4, 4, 1, 8, 12, 11, false, "MONOCHROME2", false);
        EncodedImage wrong = new EncodedImage(image.pixels(), image.transferSyntax(), torn, image.darkestIndex());
        assertThrows(CodecException.class, () -> redaction.redact(wrong, List.of(box, List.of(), box), false));
    }

    @Test
    void aFrameWhoseBoxIsDarkAlreadyKeepsItsBytes() throws IOException {
        ImageFormat f = Images.grey(4, 4, 8, 8, false);
        byte[] black = RleCodec.family().encoder().orElseThrow().encode(new Raster(4, 4, 1, 1, new byte[16], "MONOCHROME2"), f);
        PixelSource pixels = PixelSource.madeEncapsulated(i -> black, Images.layout(f, 2));
        EncodedImage image = EncodedImage.of(file(describe(f, 2), pixels, TransferSyntax.RLE_LOSSLESS));
        List<PixelBox> box = List.of(new PixelBox(0, 0, 3, 3));
        assertSame(image.pixels(), redaction.redact(image, Collections.nCopies(2, box), false).pixels());
    }

    /** A new codec must not stay without an answer to the question whether its syntax loses. */
    @Test
    void everyTransferSyntaxWithACodecIsKnown() throws IOException {
        ImageFormat f = Images.grey(4, 4, 8, 8, false);
        PixelSource pixels = PixelSource.madeEncapsulated(i -> new byte[4], Images.layout(f, 1));
        int known = 0;
        for (String root : new String[] {"1.2.840.10008.1.2.", "1.2.840.10008.1.2.1.", "1.2.840.10008.1.2.4.", "1.2.840.10008.1.2.8."}) {
            for (int last = 1; last < 300; last++) {
                TransferSyntax syntax = TransferSyntax.of(root + last).orElse(null);
                if (syntax != null && syntax.encapsulated() && codecs.family(syntax.uid()).isPresent()) {
                    EncodedImage image = new EncodedImage(pixels, syntax, f, OptionalInt.empty());
                    assertSame(pixels, redaction.redact(image, List.of(List.of()), false).pixels());
                    known++;
                }
            }
        }
        assertTrue(known >= 16, "known " + known);
    }
}
