package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.RecipeException;
import sluice.app.deid.recipe.Recipes;
import sluice.app.deid.report.Note;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

class PixelCleaningTest {
    private static final int SIDE = 96;
    private static final String RECIPE = "{'format':'sluice-recipe/2','name':'pixels','version':'1','description':'x','options':['cleanPixelData']}";
    /** The letter H in dots: five columns, seven rows. */
    private static final int[] LETTER = {0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11};

    @TempDir
    Path folder;

    @Test
    void writingIsBlankedAndTheFileSaysSo() throws Exception {
        byte[] pixels = picture(true);
        Attributes image = image("CT");
        Path source = write(image, pixels);
        byte[] before = Files.readAllBytes(source);
        Written written = assertInstanceOf(Written.class, run(source));
        assertArrayEquals(before, Files.readAllBytes(source));
        DicomFile out = new DicomReader().read(folder.resolve("out").resolve(written.path()));
        byte[] values = out.pixels().orElseThrow().frame(0);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int grey = values[i] & 0xff;
            assertTrue(grey == 0 || grey == (pixels[i] & 0xff) && grey != 200, "pixel " + i);
        }
        assertEquals(40, values[SIDE * SIDE - 1]);
        assertEquals("NO", RawElements.ascii(out.dataset(), Tag.BurnedInAnnotation));
        assertTrue(written.report().notes().contains(Note.PIXELS_BLANKED));
        assertFalse(written.report().blanked().isEmpty());
        assertTrue(written.report().toJson().contains("\"blanked\":[[\"all\","));
        List<Attributes> codes = List.copyOf(out.dataset().getSequence(Tag.DeidentificationMethodCodeSequence));
        assertTrue(codes.stream().anyMatch(c -> RawElements.ascii(c, Tag.CodeValue).equals("113101")));
    }

    @Test
    void aPictureWithoutWritingKeepsItsBytes() throws Exception {
        byte[] pixels = picture(false);
        Written written = assertInstanceOf(Written.class, run(write(image("MR"), pixels)));
        DicomFile out = new DicomReader().read(folder.resolve("out").resolve(written.path()));
        assertArrayEquals(pixels, out.pixels().orElseThrow().frame(0));
        assertEquals("NO", RawElements.ascii(out.dataset(), Tag.BurnedInAnnotation));
    }

    @Test
    void writingInBitsThatHoldNoValueGoes() throws Exception {
        byte[] writing = picture(true);
        byte[] pixels = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels[2 * i] = 77;
            pixels[2 * i + 1] = (byte) (writing[i] == 40 ? 0 : 0x80);
        }
        Attributes image = image("MR");
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 12);
        image.setInt(Tag.HighBit, VR.US, 11);
        Written written = assertInstanceOf(Written.class, run(write(image, pixels)));
        byte[] out = new DicomReader().read(folder.resolve("out").resolve(written.path())).pixels().orElseThrow().frame(0);
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertEquals(77, out[2 * i]);
            assertEquals(0, out[2 * i + 1], "pixel " + i);
        }
        assertTrue(written.report().notes().contains(Note.OVERLAY_BITS_CLEARED));
    }

    @Test
    void whatIsUndecidedClaimsNothing() throws Exception {
        Attributes image = image("CT");
        image.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        Written written = assertInstanceOf(Written.class, run(write(image, picture(false))));
        DicomFile out = new DicomReader().read(folder.resolve("out").resolve(written.path()));
        assertEquals("YES", RawElements.ascii(out.dataset(), Tag.BurnedInAnnotation));
        assertTrue(written.report().notes().contains(Note.PIXELS_UNDECIDED));
        Written ultrasound = assertInstanceOf(Written.class, run(write(image("US"), picture(true))));
        out = new DicomReader().read(folder.resolve("out").resolve(ultrasound.path()));
        assertEquals("", RawElements.ascii(out.dataset(), Tag.BurnedInAnnotation));
        for (byte value : out.pixels().orElseThrow().frame(0)) {
            assertTrue((value & 0xff) != 200);
        }
    }

    @Test
    void aSitesOwnPlacesAreBlackAlsoInPlainSlices() throws Exception {
        String recipe = "{'format':'sluice-recipe/2','name':'pixels','version':'1','options':['cleanPixelData'],'pixels':{"
                + "'look':'where-expected','regionRules':false,'text':false,'tesseract':'never','regions':["
                + "{'when':{'modality':['MR'],'manufacturer':'acme','model':'one','rows':96,'columns':96},'boxes':[[0,90,500,40],[200,200,5,5]]},"
                + "{'when':{'manufacturer':'other'},'boxes':[[0,0,96,96]]}]}}";
        Attributes image = image("MR");
        image.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY");
        image.setString(Tag.Manufacturer, VR.LO, "ACME Imaging");
        image.setString(Tag.ManufacturerModelName, VR.LO, "Model ONE");
        byte[] pixels = picture(false);
        Path source = write(image, pixels);
        Written written = assertInstanceOf(Written.class, run(source, recipe));
        byte[] values = new DicomReader().read(folder.resolve("out").resolve(written.path())).pixels().orElseThrow().frame(0);
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertEquals(i / SIDE < 90 ? 40 : 0, Math.min(40, values[i] & 0xff), "pixel " + i);
        }
        assertTrue(written.report().toJson().contains("\"blanked\":[[\"all\",0,90,96,6,\"known-place\"]]"), written.report()::toJson);
        Explanation explained = files(recipe).explain(source);
        assertTrue(explained.lines().contains(new Explanation.Line("all frames: x 0 y 90 width 96 height 6", "PixelData", "black",
                "known-place")), explained.lines()::toString);
        image.setString(Tag.ManufacturerModelName, VR.LO, "Model TWO");
        Written other = assertInstanceOf(Written.class, run(write(image, pixels), recipe));
        assertArrayEquals(pixels, new DicomReader().read(folder.resolve("out").resolve(other.path())).pixels().orElseThrow().frame(0));
    }

    @Test
    void whatCannotBeDecodedIsRefused() throws Exception {
        Attributes image = image("CT");
        PixelSource broken = PixelSource.ofFrames(List.of(new byte[100]), image);
        Path source = Samples.write(folder.resolve("in/broken.dcm"), new Attributes(), image, broken,
                TransferSyntax.of("1.2.840.10008.1.2.4.50").orElseThrow());
        Refused refused = assertInstanceOf(Refused.class, run(source));
        assertEquals(Refused.Reason.PIXELS_NOT_CLEANED, refused.reason());
        assertEquals(List.of(), Samples.filesBelow(folder.resolve("out")));
    }

    private Outcome run(Path source) throws IOException, RecipeException {
        return run(source, RECIPE);
    }

    private Outcome run(Path source, String recipe) throws IOException, RecipeException {
        return files(recipe).deidentify(source, source.getFileName().toString());
    }

    private FileDeidentifier files(String json) throws IOException, RecipeException {
        var recipe = Recipes.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        return Deidentification.of(recipe, new ProjectSecret(1, Samples.SECRET))
                .files(new OutputFolder(folder.resolve("out"), OutputOptions.DEFAULT), MappingListener.NONE);
    }

    private Path write(Attributes image, byte[] pixels) throws IOException {
        return Samples.write(folder.resolve("in/" + RawElements.ascii(image, Tag.Modality) + ".dcm"), new Attributes(), image,
                PixelSource.ofNative(pixels, VR.OB, image), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static Attributes image(String modality) {
        Attributes image = Samples.image(modality.hashCode() & 0xff);
        image.setString(Tag.Modality, VR.CS, modality);
        image.setInt(Tag.Rows, VR.US, SIDE);
        image.setInt(Tag.Columns, VR.US, SIDE);
        image.setInt(Tag.BitsAllocated, VR.US, 8);
        image.setInt(Tag.BitsStored, VR.US, 8);
        image.setInt(Tag.HighBit, VR.US, 7);
        return image;
    }

    /** Grey 40, with ten letters of grey 200. */
    private static byte[] picture(boolean written) {
        byte[] pixels = new byte[SIDE * SIDE];
        java.util.Arrays.fill(pixels, (byte) 40);
        for (int n = 0; written && n < 10; n++) {
            for (int i = 0; i < 35; i++) {
                if ((LETTER[i / 5] >> i % 5 & 1) == 1) {
                    pixels[(20 + i / 5) * SIDE + 8 + 7 * n + i % 5] = (byte) 200;
                }
            }
        }
        return pixels;
    }
}
