package sluice.app.curation.tool;

import java.util.List;

/**
 * What a file or folder holds, without anything that says whose it is.
 *
 * @param path as it was given
 * @param kind DICOM, DICOMDIR, NIFTI, FOLDER or OTHER
 * @param dicom for a DICOM file, else null
 * @param nifti for a NIfTI file, else null
 * @param series for a folder: the series in it
 * @param others files in a folder that are no images, by reason
 */
public record PathInfo(String path, String kind, long files, long bytes, Dicom dicom, Nifti nifti, List<Series> series,
        List<Other> others) {

    /** @param pixelBytes as stored, 0 without pixel data */
    public record Dicom(String sopClassUid, String sopInstanceUid, String studyInstanceUid, String seriesInstanceUid,
            String modality, String transferSyntaxUid, String transferSyntax, int rows, int columns, int frames,
            int samplesPerPixel, int bitsAllocated, int bitsStored, boolean signed, String photometricInterpretation,
            boolean patientIdentityRemoved, long pixelBytes, List<String> deviations) {}

    /** @param affine voxel index to RAS millimetres, four rows of four */
    public record Nifti(String version, String byteOrder, List<Integer> dimensions, List<Double> spacing, String datatype,
            int bitsPerVoxel, double scaleSlope, double scaleIntercept, int qformCode, int sformCode, double[][] affine,
            int extensions) {}

    /** One series of a folder. */
    public record Series(String studyInstanceUid, String seriesInstanceUid, String modality, int files, int frames,
            int rows, int columns, String transferSyntaxUid, long bytes) {}

    /** A file that is no readable image. */
    public record Other(String path, String code) {}
}
