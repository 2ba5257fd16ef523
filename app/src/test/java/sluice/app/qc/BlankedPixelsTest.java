package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import sluice.viewer.codec.Codecs;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.DicomWriter;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

class BlankedPixelsTest {
    private static final int SIDE = 16;
    private final BlankedPixels blanked = new BlankedPixels(Codecs.standard());

    /** Twelve bits of sixteen. */
    private static DicomFile file(short[] values) throws IOException {
        Attributes a = new Attributes();
        a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.7.1");
        a.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        a.setInt(Tag.SamplesPerPixel, VR.US, 1);
        a.setInt(Tag.Rows, VR.US, SIDE);
        a.setInt(Tag.Columns, VR.US, SIDE);
        a.setInt(Tag.BitsAllocated, VR.US, 16);
        a.setInt(Tag.BitsStored, VR.US, 12);
        a.setInt(Tag.HighBit, VR.US, 11);
        a.setInt(Tag.PixelRepresentation, VR.US, 0);
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DicomWriter().write(out, new Attributes(), a, PixelSource.ofNative(bytes, VR.OW, a), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return new DicomReader().read(out.toByteArray());
    }

    private static short[] picture() {
        short[] values = new short[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (200 + i * 7 % 900);
        }
        return values;
    }

    @Test
    void aBlankBoxIsAllowedAndAnyOtherChangeIsNot() throws IOException {
        short[] boxed = picture();
        for (int y = 2; y < 5; y++) {
            for (int x = 3; x < 12; x++) {
                boxed[y * SIDE + x] = 0;
            }
        }
        assertEquals(true, blanked.onlyBlanked(file(picture()), file(boxed)));
        short[] lighter = boxed.clone();
        for (int i = 0; i < lighter.length; i++) {
            lighter[i] = lighter[i] == 0 ? 300 : lighter[i];
        }
        assertEquals(false, blanked.onlyBlanked(file(picture()), file(lighter)), "not dark");
        boxed[200] += 3;
        assertEquals(false, blanked.onlyBlanked(file(picture()), file(boxed)));
    }

    @Test
    void bitsThatHoldNoStoredValueMayGo() throws IOException {
        short[] lettered = picture();
        for (int i = 40; i < 60; i++) {
            lettered[i] |= (short) 0x8000;
        }
        assertEquals(true, blanked.onlyBlanked(file(lettered), file(picture())));
    }
}
