package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.Refused.Reason;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.RawElements;
import sluice.viewer.dicom.TransferSyntax;

class FileDeidentifierTest {

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Written written(Path source) throws IOException {
        Outcome outcome = Samples.files(out()).deidentify(source, source.getFileName().toString());
        return assertInstanceOf(Written.class, outcome, outcome::toString);
    }

    private Refused refused(Attributes dataset) throws IOException {
        Outcome outcome = Samples.files(out()).deidentify(Samples.write(folder.resolve("in/x.dcm"), dataset), "x");
        assertEquals(List.of(), Samples.filesBelow(out()));
        return assertInstanceOf(Refused.class, outcome);
    }

    @Test
    void equalInputGivesEqualBytesInEveryRun() throws IOException {
        Path source = Samples.write(folder.resolve("in/a.dcm"), Samples.image(1));
        byte[] before = Files.readAllBytes(source);
        Written first = written(source);
        byte[] bytes = Files.readAllBytes(out().resolve(first.path()));
        Written again = written(source);
        assertEquals(first.path(), again.path());
        assertArrayEquals(bytes, Files.readAllBytes(out().resolve(again.path())));
        assertEquals(1, Samples.filesBelow(out()).size());
        assertArrayEquals(before, Files.readAllBytes(source));
    }

    @Test
    void namesAreMadeOfPseudonyms() throws IOException {
        Written w = written(Samples.write(folder.resolve("in/Lindqvist 1.dcm"), Samples.image(1)));
        assertEquals(w.patient() + "/" + w.uids().study() + "/" + w.uids().series() + "/" + w.uids().instance() + ".dcm",
                w.path().toString().replace('\\', '/'));
        assertTrue(w.path().toString().matches("[A-Z0-9.a-z/\\\\-]+"));
        DicomFile file = new DicomReader().read(out().resolve(w.path()));
        assertEquals(w.patient(), file.dataset().getString(Tag.PatientID));
        assertEquals(w.uids().instance(), RawElements.ascii(file.dataset(), Tag.SOPInstanceUID));
    }

    @Test
    void pixelBytesStayWhatTheyWere() throws IOException {
        for (TransferSyntax syntax : new TransferSyntax[] {TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN}) {
            Path source = Samples.write(folder.resolve("in/" + syntax.uid()), Samples.image(1), syntax);
            Path result = folder.resolve("out" + syntax.uid());
            Written w = assertInstanceOf(Written.class, Samples.files(result).deidentify(source, "a"));
            assertArrayEquals(pixels(source), pixels(result.resolve(w.path())));
            assertEquals(syntax, new DicomReader().read(result.resolve(w.path())).transferSyntax());
        }
        Attributes image = Samples.image(1);
        Path source = Samples.write(folder.resolve("in/rle"), new Attributes(), image,
                PixelSource.ofFrames(List.of(new byte[] {1, 2, 3, 4, 5}), image), TransferSyntax.RLE_LOSSLESS);
        Path result = folder.resolve("out-rle");
        Written w = assertInstanceOf(Written.class, Samples.files(result).deidentify(source, "a"));
        assertArrayEquals(pixels(source), pixels(result.resolve(w.path())));
    }

    private static byte[] pixels(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomReader().read(file).pixels().orElseThrow().copyTo(Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    @Test
    void aSetKeepsItsRelations() throws IOException {
        Written a = written(Samples.write(folder.resolve("in/a.dcm"), Samples.image(1)));
        Written b = written(Samples.write(folder.resolve("in/b.dcm"), Samples.image(2)));
        assertEquals(a.path().getParent(), b.path().getParent());
        assertNotEquals(a.path(), b.path());
        String frame = RawElements.ascii(new DicomReader().read(out().resolve(a.path())).dataset(), Tag.FrameOfReferenceUID);
        assertTrue(frame.startsWith("2.25."));
        assertEquals(frame,
                RawElements.ascii(new DicomReader().read(out().resolve(b.path())).dataset(), Tag.FrameOfReferenceUID));
    }

    @Test
    void twoDifferentFilesWithOneUidAreBothKept() throws IOException {
        Path a = Samples.write(folder.resolve("in/a.dcm"), Samples.image(1));
        Path b = Samples.write(folder.resolve("in/b.dcm"), Samples.image(1), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        written(a);
        Written second = written(b);
        assertEquals(2, Samples.filesBelow(out()).size());
        written(a);
        assertEquals(second.path(), written(b).path());
        assertEquals(2, Samples.filesBelow(out()).size());
        OutputOptions strict = new OutputOptions(true, OutputOptions.IfDifferent.REFUSE);
        Outcome outcome = Samples.basic().files(new OutputFolder(out(), strict), MappingListener.NONE).deidentify(b, "c");
        assertEquals(Reason.CONFLICT, assertInstanceOf(Refused.class, outcome).reason());
        assertEquals(2, Samples.filesBelow(out()).size());
    }

    @Test
    void whatMayNotBePassedOnIsRefusedWithAReason() throws IOException {
        Attributes image = Samples.image(1);
        image.setString(Tag.SOPClassUID, VR.UI, "1.3.12.2.1107.5.9.1");
        assertEquals(Reason.PRIVATE_SOP_CLASS, refused(image).reason());
        for (int tag : new int[] {Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
            image = Samples.image(1);
            image.setNull(tag, VR.UI);
            Refused refused = refused(image);
            assertEquals(Reason.MISSING_UID, refused.reason());
            assertEquals(tag, refused.tag());
        }
        image = Samples.image(1);
        image.setBytes(Tag.EncapsulatedDocument, VR.OB, "%PDF Lindqvist".getBytes());
        Path document = Samples.write(folder.resolve("in/document.dcm"), new Attributes(), image, null,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Refused noImage = assertInstanceOf(Refused.class, Samples.files(out()).deidentify(document, "document"));
        assertEquals(Reason.ENCAPSULATED_DOCUMENT, noImage.reason());
        image = Samples.image(1);
        image.setInt(Tag.Rows, VR.US, 15);
        assertEquals(Reason.BEHIND_THE_PIXELS, refused(image).reason());
        image = Samples.image(1);
        image.setString(Tag.PixelDataProviderURL, VR.UR, "http://pacs/1");
        assertEquals(Reason.PIXELS_ELSEWHERE, refused(image).reason());
        image = Samples.image(1);
        image.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.1.3.10");
        image.newSequence(Tag.DirectoryRecordSequence, 0);
        assertEquals(Reason.DICOMDIR, refused(image).reason());
    }

    @Test
    void aDocumentInAnImageIsReplaced() throws IOException {
        Attributes image = Samples.image(1);
        image.setBytes(Tag.EncapsulatedDocument, VR.OB, "%PDF Lindqvist".getBytes());
        Written w = written(Samples.write(folder.resolve("in/a.dcm"), image));
        byte[] left = RawElements.bytes(new DicomReader().read(out().resolve(w.path())).dataset(), Tag.EncapsulatedDocument);
        assertArrayEquals(new byte[2], left);
    }

    @Test
    void cutOffAtAnyByteItIsRefusedOrCompleteButNeverHalf() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.write(folder.resolve("in/a.dcm"), Samples.image(1)));
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = folder.resolve("in/cut.dcm");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            Outcome outcome = Samples.files(out()).deidentify(cut, "cut");
            if (outcome instanceof Written w) {
                Files.delete(out().resolve(w.path()));
            }
            assertEquals(List.of(), Samples.filesBelow(out()));
        }
    }

    @Test
    void damagedFilesGiveAReasonAndNoException() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.write(folder.resolve("in/a.dcm"), Samples.image(1)));
        SplittableRandom random = new SplittableRandom(11);
        FileDeidentifier files = Samples.files(out());
        for (int round = 0; round < 400; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                damaged[random.nextInt(128, damaged.length - 512)] = (byte) random.nextInt();
            }
            Outcome outcome = files.deidentify(Files.write(folder.resolve("in/damaged.dcm"), damaged), "damaged" + round);
            if (outcome instanceof Refused refused) {
                assertNotEquals(Reason.UNEXPECTED, refused.reason(), refused::detail);
                assertFalse(refused.detail().contains("Lindqvist"));
            } else {
                new DicomReader().read(out().resolve(((Written) outcome).path()));
            }
        }
        assertTrue(Samples.filesBelow(out()).stream().noneMatch(p -> p.toString().endsWith(OutputFolder.TEMPORARY)));
    }

    @Test
    void troubleWithDisksIsAnExceptionAndLeavesNothing() throws IOException {
        assertThrows(NoSuchFileException.class, () -> Samples.files(out()).deidentify(folder.resolve("none"), "none"));
        Path source = Samples.write(folder.resolve("in/a.dcm"), Samples.image(1));
        Files.writeString(out(), "in the way");
        assertThrows(IOException.class, () -> Samples.files(out()).deidentify(source, "a"));
    }

    @Test
    void somethingElseIsNoImage() throws IOException {
        Path text = Files.writeString(folder.resolve("readme.txt"), "hello");
        Outcome outcome = Samples.files(out()).deidentify(text, "readme.txt");
        assertEquals(Reason.NOT_AN_IMAGE_FILE, assertInstanceOf(Refused.class, outcome).reason());
    }
}
