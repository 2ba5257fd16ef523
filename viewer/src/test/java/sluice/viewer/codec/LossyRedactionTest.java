package sluice.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.PixelRedaction.Redacted;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** Lossy images, told by families of which the test knows everything: their frames are plain values. */
class LossyRedactionTest {
    private static final String LOSSY = "1.2.840.10008.1.2.4.91";
    private static final String COUNTERPART = "1.2.840.10008.1.2.4.90";

    private final NativeCodec plain = new NativeCodec();
    private final SplittableRandom random = new SplittableRandom(29);
    private final ImageFormat format = Images.grey(120, 130, 8, 8, false);
    private final List<PixelBox> box = List.of(new PixelBox(50, 60, 9, 5));
    private final List<Raster> values = List.of(Images.raster(format, random), Images.raster(format, random));

    private EncodedImage image() throws IOException {
        PixelSource pixels = PixelSource.madeEncapsulated(i -> values.get(i).bytes(), Images.layout(format, 2));
        return new EncodedImage(pixels, TransferSyntax.of(LOSSY).orElseThrow(), format, OptionalInt.empty());
    }

    private static Raster blank(Raster raster, List<PixelBox> boxes) {
        byte[] bytes = raster.bytes().clone();
        for (PixelBox b : boxes) {
            for (int y = b.y(); y < b.bottom(); y++) {
                for (int x = b.x(); x < b.right(); x++) {
                    bytes[y * raster.columns() + x] = 0;
                }
            }
        }
        return new Raster(raster.rows(), raster.columns(), 1, 1, bytes, raster.photometric());
    }

    private PixelRedaction redaction(PixelEncoder encoder, FrameRedactor redactor, boolean counterpart) {
        List<CodecFamily> families = new ArrayList<>();
        families.add(new CodecFamily(Set.of(LOSSY), plain, Optional.empty(), Optional.ofNullable(redactor)));
        if (counterpart) {
            families.add(new CodecFamily(Set.of(COUNTERPART), plain, Optional.ofNullable(encoder), Optional.empty()));
        }
        return new PixelRedaction(new Codecs(families));
    }

    @Test
    void blankedInPlaceWhereTheFamilyCan() throws IOException {
        FrameRedactor honest = (frame, f, boxes) -> blank(plain.decode(frame, f), boxes).bytes();
        Redacted r = redaction(plain, honest, true).redact(image(), List.of(List.of(), box), true);
        assertEquals(LOSSY, r.transferSyntax().uid());
        assertEquals(1, r.changedFrames());
        assertTrue(r.lossy());
        assertArrayEquals(values.get(0).bytes(), r.pixels().frame(0));
        assertArrayEquals(blank(values.get(1), box).bytes(), r.pixels().frame(1));
    }

    @Test
    void aRedactorThatFailsIsFoundOut() throws IOException {
        FrameRedactor lazy = (frame, f, boxes) -> frame;
        FrameRedactor wild = (frame, f, boxes) -> {
            byte[] bytes = blank(plain.decode(frame, f), boxes).bytes();
            bytes[0] ^= 1;
            return bytes;
        };
        FrameRedactor forgetful = (frame, f, boxes) -> {
            byte[] bytes = blank(plain.decode(frame, f), boxes).bytes();
            bytes[64 * f.columns() + 58] = 100;
            return bytes;
        };
        for (FrameRedactor bad : List.of(lazy, wild, forgetful)) {
            assertEquals(CodecException.Reason.CORRUPT, assertThrows(CodecException.class,
                    () -> redaction(plain, bad, true).redact(image(), List.of(List.of(), box), false)).reason());
        }
    }

    @Test
    void otherwiseValuesAreKeptInTheLosslessMemberOfTheFamily() throws IOException {
        FrameRedactor unable = (frame, f, boxes) -> {
            throw new CodecException(CodecException.Reason.UNSUPPORTED, "not in this process");
        };
        for (FrameRedactor redactor : new FrameRedactor[] {null, unable}) {
            Redacted r = redaction(plain, redactor, true).redact(image(), List.of(List.of(), box), false);
            assertEquals(COUNTERPART, r.transferSyntax().uid());
            assertKept(r);
        }
    }

    @Test
    void orInNativeForm() throws IOException {
        PixelEncoder unable = (raster, f) -> {
            throw new CodecException(CodecException.Reason.UNSUPPORTED, "not such values");
        };
        for (PixelRedaction redaction : List.of(redaction(null, null, false), redaction(null, null, true),
                redaction(unable, null, true))) {
            Redacted r = redaction.redact(image(), List.of(List.of(), box), false);
            assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, r.transferSyntax());
            assertKept(r);
        }
    }

    @Test
    void anEncoderThatChangesValuesIsFoundOut() {
        PixelEncoder lossy = (raster, f) -> {
            byte[] bytes = raster.bytes().clone();
            bytes[7] ^= 1;
            return bytes;
        };
        assertEquals(CodecException.Reason.CORRUPT, assertThrows(CodecException.class,
                () -> redaction(lossy, null, true).redact(image(), List.of(List.of(), box), false)).reason());
    }

    private void assertKept(Redacted r) throws IOException {
        assertTrue(r.lossy());
        assertEquals(2, r.changedFrames());
        assertArrayEquals(values.get(0).bytes(), r.pixels().frame(0));
        assertArrayEquals(blank(values.get(1), box).bytes(), r.pixels().frame(1));
    }

    /** The members of High-Throughput JPEG 2000 that may lose, in colour. */
    @Test
    void highThroughputIsKeptAsItsLosslessMember() throws IOException {
        ImageFormat colour = Images.colour(90, 110, 8, "RGB", false);
        Raster raster = Images.raster(colour, random);
        byte[] frame = Codecs.standard().family("1.2.840.10008.1.2.4.203").orElseThrow().encoder().orElseThrow()
                .encode(raster, colour);
        PixelSource pixels = PixelSource.madeEncapsulated(i -> frame, Images.layout(colour, 1));
        Redacted r = new PixelRedaction(Codecs.standard()).redact(new EncodedImage(pixels,
                TransferSyntax.of("1.2.840.10008.1.2.4.203").orElseThrow(), colour, OptionalInt.empty()), List.of(box), false);
        assertEquals("1.2.840.10008.1.2.4.201", r.transferSyntax().uid());
        assertEquals("YBR_RCT", r.format().photometric());
        assertTrue(r.lossy());
        Raster again = Codecs.standard().family("1.2.840.10008.1.2.4.201").orElseThrow().decoder()
                .decode(r.pixels().frame(0), r.format());
        for (int y = 0; y < again.rows(); y++) {
            for (int x = 0; x < again.columns(); x++) {
                for (int s = 0; s < 3; s++) {
                    assertEquals(box.get(0).contains(x, y) ? 0 : raster.value(x, y, s), again.value(x, y, s));
                }
            }
        }
    }
}
