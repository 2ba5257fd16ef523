package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.recipe.Recipes;
import sluice.viewer.codec.Codecs;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.codec.OverlayBits;
import sluice.viewer.codec.Raster;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

/** Pictures inside the data set: icons, planes and bitmaps, at every depth, in every form of the pixel data beside them. */
class GraphicsLeakTest {
    private static final byte[] SECRET_PICTURE = "PICTURE-OF-A-NAME-IN-PIXELS-64-BYTES-LONG-AND-MORE-THAN-ENOUGH!!".getBytes(StandardCharsets.US_ASCII);
    private static final String[] OPTIONS = {"", "'cleanPixelData'", "'cleanGraphics'", "'cleanGraphics','cleanPixelData'",
        "'cleanDescriptors','cleanStructuredContent','cleanGraphics','retainSafePrivate','retainUids'"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.201"})
    void noPictureButThePixelDataGetsOut(String syntax) throws Exception {
        for (String options : OPTIONS) {
            Attributes image = Samples.image(1);
            pictures(image, 0);
            Path source = write(image, syntax);
            Written written = assertInstanceOf(Written.class, deidentify(source, options), options);
            Path file = folder.resolve("out").resolve(written.path());
            DicomFile out = new DicomReader().read(file);
            assertEquals(List.of(), left(out.dataset()), options);
            if (!out.transferSyntax().deflated()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("PICTURE-OF") || bytes.contains("IPTCRU-E"), options);
            }
        }
    }

    @Test
    void realOverlaysLoseTheirWritingAndKeepTheirDrawing() throws Exception {
        Path data = SharedDataTest.data("dicom/transfer-syntaxes");
        DicomFile drawn = real(data.resolve("pydicom/examples_overlay.dcm"));
        byte[] before = RawElements.bytes(new DicomReader().read(data.resolve("pydicom/examples_overlay.dcm")).dataset(), 0x6000_3000);
        byte[] after = RawElements.bytes(drawn.dataset(), 0x6000_3000);
        byte[] old = new OverlayBits(300, 484, 1).bitmap(before, 0);
        byte[] now = new OverlayBits(300, 484, 1).bitmap(after, 0);
        int marks = 0;
        for (int i = 0; i < now.length; i++) {
            assertTrue(now[i] <= old[i]);
            boolean outline = i % 484 < 100 && i / 484 < 200;
            assertEquals(outline ? old[i] : 0, now[i], "pixel " + i);
            marks += now[i];
        }
        assertEquals(128, marks, "the outline drawn by hand");
        assertTrue(codes(drawn).contains("113103"));
        DicomFile written = real(data.resolve("dcm4che/ovly_p01.dcm"));
        for (int group = 0x6000; group <= 0x6006; group += 2) {
            assertFalse(written.dataset().contains(group << 16 | 0x3000), "nothing but writing");
        }
        byte[] values = written.pixels().orElseThrow().frame(0);
        byte[] first = new DicomReader().read(data.resolve("dcm4che/ovly_p01.dcm")).pixels().orElseThrow().frame(0);
        for (int i = 0; i < values.length; i++) {
            assertEquals(i % 2 == 0 ? first[i] : (byte) (first[i] & 0x0F), values[i]);
        }
        assertFalse(codes(written).contains("113103"), "two planes stood in the pixel data");
    }

    private DicomFile real(Path source) throws Exception {
        Written written = assertInstanceOf(Written.class, deidentify(source, "'cleanGraphics'"));
        return new DicomReader().read(folder.resolve("out").resolve(written.path()));
    }

    private static List<String> codes(DicomFile file) {
        return file.dataset().getSequence(Tag.DeidentificationMethodCodeSequence).stream()
                .map(c -> RawElements.ascii(c, Tag.CodeValue)).toList();
    }

    /** Icons, planes, curves and bitmaps at this level, and below in sequences that stay. */
    private static void pictures(Attributes level, int depth) {
        Attributes icon = new Attributes();
        level.newSequence(Tag.IconImageSequence, 1).add(icon);
        icon.setInt(Tag.Rows, VR.US, 8);
        icon.setInt(Tag.Columns, VR.US, 8);
        icon.setInt(Tag.BitsAllocated, VR.US, 8);
        if (depth == 1) {
            Fragments fragments = icon.newFragments(Tag.PixelData, VR.OB, 2);
            fragments.add(new byte[0]);
            fragments.add(SECRET_PICTURE);
        } else {
            icon.setBytes(Tag.PixelData, VR.OW, SECRET_PICTURE);
        }
        for (int tag : new int[] {0x5000_3000, 0x7F02_0010, 0x0018_9599, 0x0070_0256, 0x4010_1006, 0x0014_3080, 0x6010_3000, 0xFFFC_FFFC}) {
            level.setBytes(tag, VR.OW, SECRET_PICTURE);
        }
        level.setInt(0x6012_0010, VR.US, 16);
        level.setInt(0x6012_0011, VR.US, 32);
        level.setString(0x6012_0040, VR.CS, "G");
        level.setInt(0x6012_0100, VR.US, 1);
        level.setBytes(0x6012_3000, VR.OW, SECRET_PICTURE);
        if (depth > 0) {
            level.setBytes(Tag.PixelData, VR.OW, SECRET_PICTURE);
        }
        if (depth < 3) {
            for (int sequence : new int[] {Tag.ReferencedImageSequence, Tag.SourceImageSequence, Tag.GraphicAnnotationSequence}) {
                Attributes item = new Attributes();
                level.newSequence(sequence, 1).add(item);
                item.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
                item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.1.9");
                pictures(item, depth + 1);
            }
        }
    }

    /** Places of pictures. */
    private static List<String> left(Attributes level) {
        List<String> left = new ArrayList<>();
        for (int tag : level.tags()) {
            Object value = level.getValue(tag);
            if (value instanceof Sequence items) {
                if (tag == Tag.IconImageSequence) {
                    left.add("icon");
                }
                items.forEach(item -> left.addAll(left(item)));
            } else if (value instanceof Fragments || value instanceof byte[] bytes && bytes.length >= SECRET_PICTURE.length
                    && level.getVR(tag) != VR.UI && level.getVR(tag) != VR.LO) {
                left.add(Integer.toHexString(tag));
            }
        }
        return left;
    }

    private Path write(Attributes image, String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(uid).orElseThrow();
        byte[] values = new byte[512];
        Path file = folder.resolve("in/" + uid + ".dcm");
        if (!syntax.encapsulated()) {
            return Samples.write(file, new Attributes(), image, PixelSource.ofNative(values, VR.OW, image), syntax);
        }
        ImageFormat format = ImageFormat.of(image);
        byte[] encoded = Codecs.standard().family(uid).orElseThrow().encoder().orElseThrow()
                .encode(new Raster(16, 16, 1, 2, values, format.photometric()), format);
        return Samples.write(file, new Attributes(), image, PixelSource.ofFrames(List.of(encoded), image), syntax);
    }

    private Outcome deidentify(Path source, String options) throws Exception {
        String json = "{'format':'sluice-recipe/2','name':'site','version':'1','options':[" + options + "]}";
        Recipe recipe = Recipes.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        return Deidentification.of(recipe, new ProjectSecret(1, Samples.SECRET))
                .files(new OutputFolder(folder.resolve("out"), OutputOptions.DEFAULT), MappingListener.NONE)
                .deidentify(source, source.getFileName().toString());
    }
}
