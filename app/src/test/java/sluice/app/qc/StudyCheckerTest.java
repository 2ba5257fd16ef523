package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.catalogue.SourceKind;
import sluice.app.deid.Deidentification;
import sluice.app.deid.OutputFolder;
import sluice.app.deid.OutputOptions;
import sluice.app.deid.Written;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipes;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** A written file is spoiled in one way after the other, and each way has to be found. */
class StudyCheckerTest {
    private static final int PIXELS = 512;

    @TempDir
    Path folder;

    /** What is done to a written file before the check. */
    private interface Spoiler {
        byte[] spoil(Attributes dataset, byte[] pixels);
    }

    private static Attributes image() {
        Attributes a = new Attributes();
        a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.4");
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.7.1");
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.7.2");
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.7.3");
        a.setString(Tag.Modality, VR.CS, "MR");
        a.setString(Tag.BodyPartExamined, VR.CS, "KNEE");
        a.setString(Tag.PatientID, VR.LO, "19500102-7788");
        a.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        a.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        a.setInt(Tag.SamplesPerPixel, VR.US, 1);
        a.setInt(Tag.Rows, VR.US, 16);
        a.setInt(Tag.Columns, VR.US, 16);
        a.setInt(Tag.BitsAllocated, VR.US, 16);
        a.setInt(Tag.BitsStored, VR.US, 12);
        a.setInt(Tag.HighBit, VR.US, 11);
        a.setInt(Tag.PixelRepresentation, VR.US, 0);
        return a;
    }

    private static Path write(Path file, Attributes dataset, byte[] pixels) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            new DicomWriter().write(channel, new Attributes(), dataset, PixelSource.ofNative(pixels, VR.OW, dataset),
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        }
        return file;
    }

    /** The codes of what is found in the written file of these pixels after it was spoiled. */
    private List<String> found(byte[] pixels, Spoiler spoiler) throws Exception {
        return found(image(), "basic", pixels, spoiler);
    }

    private List<String> found(Attributes image, String recipe, byte[] pixels, Spoiler spoiler) throws Exception {
        // de-identification refuses bytes behind the pixels; the check must find them all the same
        Path original = write(folder.resolve("original.dcm"), image, Arrays.copyOf(pixels, PIXELS));
        ProjectSecret secret = new ProjectSecret(1, "a secret for tests, thirty-two bytes".getBytes(StandardCharsets.US_ASCII));
        Path out = Files.createTempDirectory(folder, "out");
        Written written = assertInstanceOf(Written.class, Deidentification.of(Recipes.named(recipe), secret)
                .files(new OutputFolder(out, OutputOptions.DEFAULT), MappingListener.NONE).deidentify(original, "original"));
        write(original, image, pixels);
        Path file = out.resolve(written.path());
        DicomFile read = new DicomReader().read(file);
        byte[] now = pixels.clone();
        System.arraycopy(read.pixels().orElseThrow().frame(0), 0, now, 0, PIXELS);
        write(file, read.dataset(), spoiler.spoil(read.dataset(), now));
        Found found = new Found();
        new StudyChecker().check(new FilePair(SourceKind.DICOM, original, file, new FileDigest().of(file)), found);
        return found.findings().stream().map(f -> f.text().code()).toList();
    }

    private List<String> found(Spoiler spoiler) throws Exception {
        return found(new byte[PIXELS], spoiler);
    }

    private List<String> spoiledBy(java.util.function.Consumer<Attributes> change) throws Exception {
        return found((dataset, pixels) -> {
            change.accept(dataset);
            return pixels;
        });
    }

    @Test
    void whatWasWrittenIsClean() throws Exception {
        assertEquals(List.of(), spoiledBy(dataset -> { }));
    }

    @Test
    void everyPlantedValueIsFound() throws Exception {
        assertEquals(List.of("residual-identifier"), spoiledBy(d -> d.setString(Tag.TransmitCoilName, VR.LO, "for LINDQVIST")));
        assertEquals(List.of("residual-identifier"), spoiledBy(d -> d.setString(Tag.ProtocolName, VR.LO, "19500102-7788")));
        assertEquals(List.of("residual-identifier"), spoiledBy(d -> d.setBytes(Tag.ICCProfile, VR.OB,
                "of Lindqvist".getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(List.of("residual-uid"), spoiledBy(d -> {
            Attributes item = new Attributes();
            d.newSequence(Tag.ReferencedImageSequence, 1).add(item);
            item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.7.1");
        }));
        assertEquals(List.of("private-element"), spoiledBy(d -> d.setString(0x00090010, VR.LO, "A PRIVATE CREATOR")));
        assertEquals(List.of("forbidden-group"), spoiledBy(d -> d.setBytes(0x60003000, VR.OW, new byte[2])));
        assertEquals(List.of("not-marked"), spoiledBy(d -> d.remove(Tag.PatientIdentityRemoved)));
        assertEquals(List.of("not-marked"), spoiledBy(d -> d.remove(Tag.DeidentificationMethodCodeSequence)));
        assertEquals(List.of("geometry-changed"), spoiledBy(d -> d.setInt(Tag.BitsStored, VR.US, 11)));
    }

    /** The same value in other letters, bent or encoded is the same value. */
    @ParameterizedTest
    @ValueSource(strings = {"for Lindqvists", "for M\u00fcller", "for Muller", "for MUELLER", "for &#76;&#105;ndqvist", "for M&uuml;ller", "for L%69ndqvist", "for \\u004cindqvist", "for TGluZHF2aXN0LCBFdmE=",
        "for 4c696e647176697374", "born 1950-01-02", "born 02.01.1950", "born 01/02/1950", "Kuznetsov", "Kuznecov"})
    void otherFormsOfAValueAreFound(String text) throws Exception {
        Attributes image = image();
        image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        image.setString(Tag.PatientBirthDate, VR.DA, "19500102");
        image.setString(Tag.OtherPatientNames, VR.PN, "Mueller^Eva");
        image.setString(Tag.ReferringPhysicianName, VR.PN, "\u041a\u0443\u0437\u043d\u0435\u0446\u043e\u0432");
        assertEquals(List.of("residual-identifier"), found(image, "basic", new byte[PIXELS], (dataset, pixels) -> {
            dataset.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
            dataset.setString(Tag.ContentDescription, VR.ST, text);
            return pixels;
        }));
    }

    /** What was cleaned rightly is not held: codes with their meanings stay although the patient is called like one. */
    @ParameterizedTest
    @ValueSource(strings = {"White^Chest", "Head^Brown", "Knee^Young", "Long^Hand", "Lee^Kim", "Stern^Ben", "Li^An"})
    void namesThatAreWordsAreTakenOutAndNothingIsHeld(String name) throws Exception {
        Attributes image = image();
        image.setString(Tag.PatientName, VR.PN, name);
        image.setString(Tag.BurnedInAnnotation, VR.CS, "NO");
        image.setString(Tag.StudyDescription, VR.LO, name.replace('^', ' ') + " axial");
        image.setString(Tag.SeriesDescription, VR.LO, "Dr. " + name.replace("^", "'s ") + " knee");
        image.setString(Tag.ReceiveCoilName, VR.SH, "HEAD");
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, "389080008");
        code.setString(Tag.CodingSchemeDesignator, VR.SH, "SCT");
        code.setString(Tag.CodeMeaning, VR.LO, "White matter of head");
        image.newSequence(Tag.AnatomicRegionSequence, 1).add(code);
        for (String recipe : new String[] {"eucaim", "lifebrain", "aida-anonymous", "research-longitudinal"}) {
            assertEquals(List.of(), found(image, recipe, new byte[PIXELS], (dataset, pixels) -> {
                assertEquals("White matter of head", dataset.getSequence(Tag.AnatomicRegionSequence).get(0).getString(Tag.CodeMeaning));
                assertEquals("KNEE", dataset.getString(Tag.BodyPartExamined));
                return pixels;
            }), recipe);
        }
    }

    @Test
    void changedPixelsAreFound() throws Exception {
        assertEquals(List.of("pixels-changed"), found((dataset, pixels) -> {
            pixels[PIXELS - 1]++;
            return pixels;
        }));
    }

    @Test
    void blankedPixelsWithoutAClaimAreAPersonsDecision() throws Exception {
        byte[] picture = new byte[PIXELS];
        java.util.Arrays.fill(picture, (byte) 1);
        assertEquals(List.of("pixels-blanked-undecided"), found(picture, (dataset, pixels) -> {
            java.util.Arrays.fill(pixels, 64, 128, (byte) 0);
            return pixels;
        }));
    }

    @Test
    void anOverlayInThePixelsIsLookedFor() throws Exception {
        byte[] pixels = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i += 2) {
            pixels[i] = (byte) i;
            pixels[i + 1] = (byte) (i % 3 == 0 ? 0x85 : 0x05);
        }
        Attributes image = image();
        image.setInt(0x60020010, VR.US, 16);
        image.setInt(0x60020100, VR.US, 16);
        image.setInt(0x60020102, VR.US, 15);
        assertEquals(List.of(), found(image, "basic", pixels, (dataset, cleared) -> cleared));
        assertEquals(List.of("overlay-in-pixels"), found(image, "basic", pixels, (dataset, cleared) -> pixels));
        assertEquals(List.of("pixels-changed", "overlay-in-pixels"), found(image, "basic", pixels, (dataset, cleared) -> {
            cleared[0]++;
            cleared[3] |= (byte) 0x80;
            return cleared;
        }));
        image.setInt(0x60020102, VR.US, 11);
        assertEquals(List.of("overlay-among-values"), found(image, "basic", pixels, (dataset, cleared) -> cleared));
    }

    private static Attributes withPlane(byte[] data) {
        Attributes image = image();
        image.setInt(0x60020010, VR.US, 64);
        image.setInt(0x60020011, VR.US, 64);
        image.setString(0x60020040, VR.CS, "G");
        image.setInt(0x60020050, VR.SS, 1, 1);
        image.setInt(0x60020100, VR.US, 1);
        image.setInt(0x60020102, VR.US, 0);
        image.setBytes(0x60023000, VR.OW, data);
        return image;
    }

    @Test
    void planesThatStayedAreReadAgain() throws Exception {
        byte[] line = new byte[512];
        java.util.Arrays.fill(line, 8 * 2, 8 * 3, (byte) 0xff);
        String recipe = "eucaim";
        byte[] pixels = new byte[PIXELS];
        Spoiler nothing = (dataset, same) -> same;
        assertEquals(List.of(), found(withPlane(line), recipe, pixels, nothing));
        assertEquals(List.of("forbidden-group"), found(withPlane(line), recipe, pixels, (dataset, same) -> {
            dataset.setInt(0x60020100, VR.US, 16);
            return same;
        }));
        assertEquals(List.of("forbidden-group"), found(withPlane(line), recipe, pixels, (dataset, same) -> {
            dataset.setString(0x60020060, VR.CS, "RLE");
            return same;
        }));
        assertEquals(List.of("forbidden-group"), found(withPlane(line), recipe, pixels, (dataset, same) -> {
            dataset.setBytes(0x50003000, VR.OW, new byte[4]);
            return same;
        }));
        byte[] more = line.clone();
        more[0] = 1;
        assertEquals(List.of("overlay-changed"), found(withPlane(line), recipe, pixels, (dataset, same) -> {
            dataset.setBytes(0x60023000, VR.OW, more);
            return same;
        }));
        byte[] writing = line.clone();
        for (int y = 44; y < 52; y++) {
            // strokes of two pixels with gaps of one
            java.util.Arrays.fill(writing, 8 * y, 8 * y + 2, (byte) (y % 4 == 0 ? 0xF6 : 0x55));
        }
        assertEquals(List.of("overlay-writing"), found(withPlane(writing), recipe, pixels, (dataset, same) -> {
            dataset.setBytes(0x60023000, VR.OW, writing);
            return same;
        }));
        assertEquals(List.of(), found(withPlane(writing), recipe, pixels, nothing));
    }

    @Test
    void whatStandsBehindTheLastFrameIsLookedAt() throws Exception {
        Spoiler nothing = (dataset, pixels) -> pixels;
        byte[] pixels = Arrays.copyOf(new byte[PIXELS], PIXELS + 16);
        assertEquals(List.of(), found(pixels, nothing), "zeros");
        pixels[PIXELS + 5] = 1;
        assertEquals(List.of("behind-the-pixels"), found(pixels, nothing));
        System.arraycopy("Lindqvist^Eva".getBytes(StandardCharsets.US_ASCII), 0, pixels, PIXELS, 13);
        List<String> both = found(pixels, nothing);
        assertTrue(both.containsAll(List.of("behind-the-pixels", "residual-identifier")), both::toString);
    }

    @Test
    void aFileThatIsNotWhatWasRecordedIsNotEvenRead() throws Exception {
        Path file = write(folder.resolve("a.dcm"), image(), new byte[PIXELS]);
        Found found = new Found();
        new StudyChecker().check(new FilePair(SourceKind.DICOM, file, file, "00"), found);
        assertTrue(found.stops());
        assertEquals("changed-after-writing", found.findings().get(0).text().code());
    }
}
