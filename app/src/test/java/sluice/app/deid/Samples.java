package sluice.app.deid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.RecipeException;
import sluice.app.deid.recipe.Recipes;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** Small files made for tests. */
final class Samples {

    static final byte[] SECRET = "a secret for tests, thirty-two bytes".getBytes(StandardCharsets.US_ASCII);

    private Samples() { }

    static Deidentification basic() {
        try {
            return Deidentification.of(Recipes.named("basic"), new ProjectSecret(1, SECRET));
        } catch (RecipeException e) {
            throw new AssertionError(e);
        }
    }

    static FileDeidentifier files(Path output) {
        return basic().files(new OutputFolder(output, OutputOptions.DEFAULT), MappingListener.NONE);
    }

    /** A CT image of 16 by 16 pixels. */
    static Attributes image(int number) {
        Attributes a = new Attributes();
        a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.1." + number);
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.2");
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.3");
        a.setString(Tag.FrameOfReferenceUID, VR.UI, "1.2.826.0.1.4");
        a.setString(Tag.Modality, VR.CS, "CT");
        a.setString(Tag.PatientID, VR.LO, "19500102-7788");
        a.setString(Tag.PatientName, VR.PN, "Lindqvist^Eva");
        a.setString(Tag.PatientBirthDate, VR.DA, "19500102");
        a.setString(Tag.InstanceNumber, VR.IS, Integer.toString(number));
        a.setInt(Tag.SamplesPerPixel, VR.US, 1);
        a.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        a.setInt(Tag.Rows, VR.US, 16);
        a.setInt(Tag.Columns, VR.US, 16);
        a.setInt(Tag.BitsAllocated, VR.US, 16);
        a.setInt(Tag.BitsStored, VR.US, 12);
        a.setInt(Tag.HighBit, VR.US, 11);
        a.setInt(Tag.PixelRepresentation, VR.US, 0);
        return a;
    }

    static byte[] pixels() {
        byte[] pixels = new byte[512];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31);
        }
        return pixels;
    }

    static Path write(Path file, Attributes dataset, TransferSyntax syntax) throws IOException {
        Attributes meta = new Attributes();
        meta.setString(Tag.SourceApplicationEntityTitle, VR.AE, "LINDQVIST_AE");
        return write(file, meta, dataset, PixelSource.ofNative(pixels(), VR.OW, dataset), syntax);
    }

    static Path write(Path file, Attributes meta, Attributes dataset, PixelSource pixels, TransferSyntax syntax)
            throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            new DicomWriter().write(channel, meta, dataset, pixels, syntax);
        }
        return file;
    }

    static Path write(Path file, Attributes dataset) throws IOException {
        return write(file, dataset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
