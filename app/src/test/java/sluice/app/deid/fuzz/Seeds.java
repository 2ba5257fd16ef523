package sluice.app.deid.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** Small whole files in which one name stands in every kind of place. */
final class Seeds {
    /** A name that is no word of any language or technique. */
    static final String NAME = "Zqxvarden";
    private static final String ID = "ZQX-77310042";

    private Seeds() {}

    static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String sopClass : List.of("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4.1", "1.2.840.10008.5.1.4.1.1.7",
                "1.2.840.10008.5.1.4.1.1.6.1")) {
            Attributes image = image(sopClass);
            byte[] pixels = new byte[16 * 16];
            PixelSource source = PixelSource.ofNative(pixels, VR.OB, image);
            files.add(written(image, source, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            files.add(written(image, source, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
            files.add(written(image, source, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
            files.add(written(image, PixelSource.ofFrames(List.of(rle()), image), TransferSyntax.RLE_LOSSLESS));
        }
        files.add(written(report(), null, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        files.add(written(report(), null, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        return files;
    }

    private static byte[] written(Attributes dataset, PixelSource pixels, TransferSyntax syntax) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, new Attributes(), dataset, pixels, syntax);
        return out.toByteArray();
    }

    /** One segment of 16 rows of 16 zeros (PS3.5 Annex G). */
    private static byte[] rle() {
        byte[] frame = new byte[64 + 32];
        frame[0] = 1;
        frame[4] = 64;
        for (int row = 0; row < 16; row++) {
            frame[64 + 2 * row] = -15;
        }
        return frame;
    }

    private static Attributes base(String sopClass) {
        Attributes a = new Attributes();
        a.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        a.setString(Tag.SOPClassUID, VR.UI, sopClass);
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.77310042.1");
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.77310042.2");
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.77310042.3");
        a.setString(Tag.StudyDate, VR.DA, "20210304");
        a.setString(Tag.StudyTime, VR.TM, "101112.5");
        a.setString(Tag.PatientName, VR.PN, NAME + "^Eva");
        a.setString(Tag.PatientID, VR.LO, ID);
        a.setString(Tag.PatientBirthDate, VR.DA, "19610405");
        a.setString(Tag.OtherPatientNames, VR.PN, NAME + "^E");
        a.setString(Tag.PatientBirthName, VR.PN, NAME);
        a.setString(Tag.StudyDescription, VR.LO, "CT of " + NAME + " chest");
        a.setString(Tag.ProtocolName, VR.LO, "head " + NAME);
        a.setString(Tag.ImageComments, VR.LT, "for " + NAME.toUpperCase(java.util.Locale.ROOT) + ", " + ID);
        a.setString(Tag.TransmitCoilName, VR.SH, NAME);
        a.setString(Tag.Modality, VR.CS, "CT");
        a.setString(0x00090010, VR.LO, "ZQX PRIVATE");
        a.setString(0x00091001, VR.LO, NAME);
        a.setBytes(0x00091002, VR.UN, NAME.getBytes(StandardCharsets.US_ASCII));
        Sequence references = a.newSequence(Tag.ReferencedStudySequence, 1);
        Attributes item = new Attributes();
        references.add(item);
        item.setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.840.10008.3.1.2.3.1");
        item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.826.0.1.77310042.2");
        item.setString(Tag.TextValue, VR.UT, NAME);
        return a;
    }

    private static Attributes image(String sopClass) {
        Attributes a = base(sopClass);
        a.setInt(Tag.SamplesPerPixel, VR.US, 1);
        a.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        a.setInt(Tag.Rows, VR.US, 16);
        a.setInt(Tag.Columns, VR.US, 16);
        a.setInt(Tag.BitsAllocated, VR.US, 8);
        a.setInt(Tag.BitsStored, VR.US, 8);
        a.setInt(Tag.HighBit, VR.US, 7);
        a.setInt(Tag.PixelRepresentation, VR.US, 0);
        return a;
    }

    private static Attributes report() {
        Attributes a = base("1.2.840.10008.5.1.4.1.1.88.22");
        a.setString(Tag.ValueType, VR.CS, "CONTAINER");
        Sequence content = a.newSequence(Tag.ContentSequence, 2);
        for (String type : List.of("TEXT", "PNAME", "UIDREF", "DATE")) {
            Attributes item = new Attributes();
            content.add(item);
            item.setString(Tag.RelationshipType, VR.CS, "CONTAINS");
            item.setString(Tag.ValueType, VR.CS, type);
            item.setString(Tag.TextValue, VR.UT, "Seen: " + NAME + ", no lesion");
            item.setString(Tag.PersonName, VR.PN, NAME + "^Eva");
            item.setString(Tag.UID, VR.UI, "1.2.826.0.1.77310042.9");
            item.setString(Tag.Date, VR.DA, "20210304");
        }
        return a;
    }
}
