package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.report.Note;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.EncodedImage;
import sluice.viewer.codec.FrameDecoder;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** Overlays of old stand in bits of the samples that hold no stored value: they go with their attributes, under every recipe. */
class OverlayBitsInPixelsTest {
    private static final int PIXELS = 256;
    private static final int MARK = 0xC000;
    private static final int VALUE = 0x0FFF;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.201"})
    void theyAreClearedInEveryLosslessForm(String syntax) throws IOException {
        int[] words = words(7, 2 * PIXELS);
        Attributes image = image(2);
        overlay(image, 15);
        Written written = assertInstanceOf(Written.class, deidentify(write(image, words, syntax)));
        DicomFile out = read(written);
        assertEquals(syntax, out.transferSyntax().uid());
        int[] after = values(out);
        for (int i = 0; i < after.length; i++) {
            assertEquals(words[i] & VALUE, after[i], "pixel " + i);
        }
        assertFalse(out.dataset().contains(0x6000_0100));
        assertTrue(written.report().notes().contains(Note.OVERLAY_BITS_CLEARED));
        assertFalse(written.report().notes().contains(Note.OVERLAY_IN_PIXEL_DATA));
        assertFalse(written.report().notes().contains(Note.PIXELS_BLANKED), "no stored value changed");
    }

    @Test
    void signsStay() throws IOException {
        Attributes image = image(1);
        image.setInt(Tag.PixelRepresentation, VR.US, 1);
        overlay(image, 14);
        int[] words = new int[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            words[i] = (i % 2 == 0 ? -i : i) & 0xFFFF;
        }
        int[] after = values(read(assertInstanceOf(Written.class, deidentify(write(image, words, "1.2.840.10008.1.2.1")))));
        assertArrayEquals(words, after, "a sign that is repeated above the value is no overlay");
    }

    @Test
    void whatDeclaresNoOverlayKeepsItsBytes() throws IOException {
        Attributes image = image(1);
        image.setInt(0x6000_0010, VR.US, 16);
        image.setInt(0x6000_0011, VR.US, 16);
        image.setInt(0x6000_0100, VR.US, 1);
        image.setInt(0x6000_0102, VR.US, 0);
        image.setBytes(0x6000_3000, VR.OW, new byte[32]);
        int[] words = words(8, PIXELS);
        assertArrayEquals(words, values(read(assertInstanceOf(Written.class, deidentify(write(image, words, "1.2.840.10008.1.2.1"))))));
    }

    @Test
    void bitsThatCannotBeReachedStopTheFile() throws IOException {
        Attributes image = image(1);
        overlay(image, 15);
        Path source = Samples.write(folder.resolve("in/broken.dcm"), new Attributes(), image,
                PixelSource.ofFrames(List.of(new byte[100]), image), TransferSyntax.of("1.2.840.10008.1.2.4.90").orElseThrow());
        Refused refused = assertInstanceOf(Refused.class, deidentify(source));
        assertEquals(Refused.Reason.OVERLAY_IN_PIXELS, refused.reason());
        assertEquals(List.of(), Samples.filesBelow(folder.resolve("out")));
    }

    @Test
    void inALossyFormMarksStopTheFileAndNothingElseDoes() throws IOException {
        Attributes image = image(1);
        overlay(image, 15);
        int[] words = words(10, PIXELS);
        Path marked = write(image, words, "1.2.840.10008.1.2.4.91");
        assertEquals(Refused.Reason.OVERLAY_IN_PIXELS, assertInstanceOf(Refused.class, deidentify(marked)).reason());
        for (int i = 0; i < PIXELS; i++) {
            words[i] &= VALUE;
        }
        assertArrayEquals(words, values(read(assertInstanceOf(Written.class, deidentify(write(image, words, "1.2.840.10008.1.2.4.91"))))));
    }

    @Test
    void anOverlayAmongTheStoredBitsIsTold() throws IOException {
        Attributes image = image(1);
        overlay(image, 11);
        int[] words = words(9, PIXELS);
        Written written = assertInstanceOf(Written.class, deidentify(write(image, words, "1.2.840.10008.1.2.1")));
        assertTrue(written.report().notes().contains(Note.OVERLAY_IN_PIXEL_DATA));
        for (int value : values(read(written))) {
            assertEquals(value & VALUE, value);
        }
    }

    /** An overlay without data of its own. */
    private static void overlay(Attributes image, int position) {
        image.setInt(0x6000_0010, VR.US, 16);
        image.setInt(0x6000_0011, VR.US, 16);
        image.setString(0x6000_0040, VR.CS, "G");
        image.setInt(0x6000_0100, VR.US, 16);
        image.setInt(0x6000_0102, VR.US, position);
    }

    private static Attributes image(int frames) {
        Attributes image = Samples.image(1);
        if (frames > 1) {
            image.setString(Tag.NumberOfFrames, VR.IS, Integer.toString(frames));
        }
        return image;
    }

    /** Values of twelve bits; in every third word the two highest bits are set as well. */
    private static int[] words(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = random.nextInt(VALUE + 1) | (i % 3 == 0 ? MARK : 0);
        }
        return words;
    }

    private Path write(Attributes image, int[] words, String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(uid).orElseThrow();
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < words.length; from += PIXELS) {
            byte[] frame = new byte[2 * PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                frame[2 * i] = (byte) words[from + i];
                frame[2 * i + 1] = (byte) (words[from + i] >> 8);
            }
            frames.add(frame);
        }
        Path file = folder.resolve("in/" + uid + ".dcm");
        if (!syntax.encapsulated()) {
            byte[] all = new byte[2 * words.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = frames.get(i / (2 * PIXELS))[i % (2 * PIXELS)];
            }
            return Samples.write(file, new Attributes(), image, PixelSource.ofNative(all, VR.OW, image), syntax);
        }
        // the code has to hold all that is allocated
        ImageFormat told = ImageFormat.of(image);
        ImageFormat whole = new ImageFormat(told.rows(), told.columns(), 1, 16, 16, 15, told.signed(), told.photometric(), false);
        List<byte[]> encoded = new ArrayList<>();
        for (byte[] frame : frames) {
            encoded.add(Codecs.standard().family(uid).orElseThrow().encoder().orElseThrow()
                    .encode(new Raster(16, 16, 1, 2, frame, told.photometric()), whole));
        }
        return Samples.write(file, new Attributes(), image, PixelSource.ofFrames(encoded, image), syntax);
    }

    private Outcome deidentify(Path source) throws IOException {
        return Samples.files(folder.resolve("out")).deidentify(source, "a");
    }

    private DicomFile read(Written written) throws IOException {
        return new DicomReader().read(folder.resolve("out").resolve(written.path()));
    }

    private static int[] values(DicomFile file) throws IOException {
        FrameDecoder decoder = new FrameDecoder(EncodedImage.of(file), Codecs.standard());
        int[] values = new int[decoder.frames() * PIXELS];
        for (int frame = 0; frame < decoder.frames(); frame++) {
            Raster raster = decoder.frame(frame);
            for (int i = 0; i < PIXELS; i++) {
                values[frame * PIXELS + i] = (int) raster.value(i % 16, i / 16, 0);
            }
        }
        return values;
    }
}
