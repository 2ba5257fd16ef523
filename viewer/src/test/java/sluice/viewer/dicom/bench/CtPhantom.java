package sluice.viewer.dicom.bench;

import java.util.Random;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.viewer.dicom.DataDictionary;

/** A header such as CT scanners write: some 120 elements, private ones and small sequences among them. */
final class CtPhantom {
    private static final String[] TEXTS = {
        "SpecificCharacterSet CS ISO_IR 100", "ImageType CS ORIGINAL\\PRIMARY\\AXIAL", "InstanceCreationDate DA 20200102",
        "InstanceCreationTime TM 101112.131415", "SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2", "StudyDate DA 20200102",
        "SeriesDate DA 20200102", "AcquisitionDate DA 20200102", "ContentDate DA 20200102", "StudyTime TM 101010",
        "SeriesTime TM 101010.123", "AcquisitionTime TM 101011.5", "ContentTime TM 101011.5", "AccessionNumber SH A123456",
        "Modality CS CT", "Manufacturer LO ACME Medical", "InstitutionName LO General Hospital",
        "InstitutionAddress ST Street 1, Town", "ReferringPhysicianName PN Doe^Jane", "StationName SH CT01",
        "StudyDescription LO Head", "SeriesDescription LO Axial 1.0", "InstitutionalDepartmentName LO Radiology",
        "PhysiciansOfRecord PN Roe^Richard", "OperatorsName PN Op^One", "ManufacturerModelName LO Scanner 64",
        "PatientName PN Phantom^Head", "PatientID LO 0000001", "PatientBirthDate DA 19500101", "PatientSex CS O",
        "PatientAge AS 070Y", "PatientSize DS 1.7", "PatientWeight DS 70", "PatientComments LT none",
        "BodyPartExamined CS HEAD", "ScanOptions CS AXIAL MODE", "SliceThickness DS 1.0", "KVP DS 120",
        "DataCollectionDiameter DS 500", "DeviceSerialNumber LO 123", "SoftwareVersions LO 1.0\\2.0",
        "ProtocolName LO Head routine", "ReconstructionDiameter DS 250", "DistanceSourceToDetector DS 1040",
        "DistanceSourceToPatient DS 570", "GantryDetectorTilt DS 0", "TableHeight DS 150", "RotationDirection CS CW",
        "ExposureTime IS 500", "XRayTubeCurrent IS 200", "Exposure IS 100", "FilterType SH WEDGE",
        "GeneratorPower IS 50", "FocalSpots DS 1.2", "DateOfLastCalibration DA 20200101",
        "TimeOfLastCalibration TM 080000", "ConvolutionKernel SH H30s", "PatientPosition CS HFS",
        "SpiralPitchFactor FD 0.8", "CTDIvol FD 50", "StudyID SH 1", "SeriesNumber IS 2", "AcquisitionNumber IS 1",
        "InstanceNumber IS 77", "ImagePositionPatient DS -125\\-125\\77.0",
        "ImageOrientationPatient DS 1\\0\\0\\0\\1\\0", "PositionReferenceIndicator LO OM", "SliceLocation DS 77.0",
        "ImageComments LT comment", "SamplesPerPixel US 1", "PhotometricInterpretation CS MONOCHROME2", "Rows US 512",
        "Columns US 512", "PixelSpacing DS 0.488281\\0.488281", "BitsAllocated US 16", "BitsStored US 12",
        "HighBit US 11", "PixelRepresentation US 0", "SmallestImagePixelValue US 0", "LargestImagePixelValue US 4095",
        "WindowCenter DS 40\\400", "WindowWidth DS 80\\2000", "RescaleIntercept DS -1024", "RescaleSlope DS 1",
        "RescaleType LO HU", "WindowCenterWidthExplanation LO WINDOW1\\WINDOW2", "RequestingPhysician PN Req^Phys",
        "RequestedProcedureDescription LO Head CT", "PerformedProcedureStepStartDate DA 20200102",
        "PerformedProcedureStepStartTime TM 101010", "PerformedProcedureStepID SH P1",
        "PerformedProcedureStepDescription LO Head"
    };

    private CtPhantom() {}

    static Attributes header(Random random) {
        Attributes data = new Attributes();
        DataDictionary dictionary = DataDictionary.standard();
        for (String row : TEXTS) {
            String[] parts = row.split(" ", 3);
            int tag = dictionary.tagOf(parts[0]).orElseThrow();
            VR vr = VR.valueOf(parts[1]);
            switch (vr) {
                case US -> data.setInt(tag, vr, Integer.parseInt(parts[2]));
                case FD -> data.setDouble(tag, vr, Double.parseDouble(parts[2]));
                default -> data.setString(tag, vr, parts[2].split("\\\\"));
            }
        }
        for (String uid : new String[] {"SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID",
            "FrameOfReferenceUID"}) {
            data.setString(dictionary.tagOf(uid).orElseThrow(), VR.UI, "1.2.826.0.1." + Math.abs(random.nextLong()));
        }
        for (String sequence : new String[] {"ReferencedStudySequence", "ReferencedImageSequence",
            "ProcedureCodeSequence", "RequestAttributesSequence"}) {
            Attributes item = new Attributes();
            item.setString(0x00081150, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
            item.setString(0x00081155, VR.UI, "1.2.3.4.5");
            data.newSequence(dictionary.tagOf(sequence).orElseThrow(), 1).add(item);
        }
        data.setString(0x00190010, VR.LO, "ACME PRIVATE");
        for (int i = 0; i < 20; i++) {
            data.setString(0x00191000 + i, i % 2 == 0 ? VR.DS : VR.LO, "12.5" + i);
        }
        return data;
    }
}
