package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderView;
import sluice.viewer.dicom.PixelSource;
import sluice.viewer.dicom.TransferSyntax;

/** In doubt the answer is yes: an unknown body part may be a head, an undeclared ultrasound may carry a name. */
class WhatMayShowTest {

    private static HeaderView header(String modality, String bodyPart, String faceFlag, String textFlag) {
        Attributes a = new Attributes();
        a.setString(Tag.SOPClassUID, VR.UI, modality.equals("SC") ? "1.2.840.10008.5.1.4.1.1.7" : "1.2.840.10008.5.1.4.1.1.4");
        a.setString(Tag.Modality, VR.CS, modality);
        a.setInt(Tag.Rows, VR.US, 1);
        a.setInt(Tag.Columns, VR.US, 2);
        a.setInt(Tag.BitsAllocated, VR.US, 8);
        a.setInt(Tag.SamplesPerPixel, VR.US, 1);
        set(a, Tag.BodyPartExamined, bodyPart);
        set(a, Tag.RecognizableVisualFeatures, faceFlag);
        set(a, Tag.BurnedInAnnotation, textFlag);
        PixelSource pixels = PixelSource.ofNative(new byte[2], VR.OB, a);
        return HeaderView.of(new DicomFile(new byte[0], new Attributes(), a, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                Optional.of(pixels), List.of(), 0));
    }

    private static void set(Attributes a, int tag, String value) {
        if (value != null) {
            a.setString(tag, VR.CS, value);
        }
    }

    @ParameterizedTest
    @CsvSource({"MR,,,true", "MR,HEAD,,true", "CT,BRAIN,,true", "MR,CSPINE,,true", "PT,WHOLEBODY,,true", "MR,head,NO,false",
        "MR,KNEE,,false", "CT,chest,,false", "MR,KNEE,YES,true", "XC,,,true", "US,HEAD,,false", "CR,SKULL,,false"})
    void faces(String modality, String bodyPart, String flag, boolean may) {
        assertEquals(may, WhatMayShow.face(header(modality, bodyPart, flag, null)));
    }

    @ParameterizedTest
    @CsvSource({"MR,,false", "MR,YES,true", "US,,true", "US,NO,false", "SC,,true", "OT,,true", "CT,NO,false", "ES,,true"})
    void texts(String modality, String flag, boolean may) {
        assertEquals(may, WhatMayShow.burnedInText(header(modality, "KNEE", null, flag), false));
    }
}
