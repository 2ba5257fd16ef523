package sluice.viewer.dicom;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * The header of a file for those who don't know the toolkit: top-level values by tag, decoded with the file's character
 * sets. What is missing is empty or 0; what cannot be decoded counts as missing.
 */
public final class HeaderView {
    public static final int SOP_CLASS_UID = Tag.SOPClassUID;
    public static final int SOP_INSTANCE_UID = Tag.SOPInstanceUID;
    public static final int STUDY_INSTANCE_UID = Tag.StudyInstanceUID;
    public static final int SERIES_INSTANCE_UID = Tag.SeriesInstanceUID;
    public static final int FRAME_OF_REFERENCE_UID = Tag.FrameOfReferenceUID;
    public static final int MODALITY = Tag.Modality;
    public static final int PATIENT_NAME = Tag.PatientName;
    public static final int PATIENT_ID = Tag.PatientID;
    public static final int PATIENT_BIRTH_DATE = Tag.PatientBirthDate;
    public static final int STUDY_DATE = Tag.StudyDate;
    public static final int ACCESSION_NUMBER = Tag.AccessionNumber;
    public static final int STUDY_DESCRIPTION = Tag.StudyDescription;
    public static final int BODY_PART_EXAMINED = Tag.BodyPartExamined;
    public static final int BURNED_IN_ANNOTATION = Tag.BurnedInAnnotation;
    public static final int RECOGNIZABLE_VISUAL_FEATURES = Tag.RecognizableVisualFeatures;
    public static final int PATIENT_IDENTITY_REMOVED = Tag.PatientIdentityRemoved;
    public static final int PHOTOMETRIC_INTERPRETATION = Tag.PhotometricInterpretation;
    public static final int ROWS = Tag.Rows;
    public static final int COLUMNS = Tag.Columns;
    public static final int SAMPLES_PER_PIXEL = Tag.SamplesPerPixel;
    public static final int BITS_ALLOCATED = Tag.BitsAllocated;
    public static final int BITS_STORED = Tag.BitsStored;
    public static final int PIXEL_REPRESENTATION = Tag.PixelRepresentation;
    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
    private final Attributes fileMeta;
    private final Attributes dataset;
    private final boolean pixels;

    private HeaderView(Attributes fileMeta, Attributes dataset, boolean pixels) {
        this.fileMeta = fileMeta;
        this.dataset = dataset;
        this.pixels = pixels;
    }

    public static HeaderView of(DicomFile file) {
        return new HeaderView(file.fileMeta(), file.dataset(), file.pixels().isPresent());
    }

    /** All values of an attribute joined by backslashes, without padding; empty where there is none. */
    public String text(int tag) {
        try {
            String[] values = dataset.getStrings(tag);
            return values == null ? "" : String.join("\\", values).strip();
        } catch (RuntimeException undecodable) {
            return "";
        }
    }

    /** The first value as a whole number. */
    public int number(int tag) {
        try {
            return dataset.getInt(tag, 0);
        } catch (RuntimeException undecodable) {
            return 0;
        }
    }

    /** Frames of an image, at least 1; 0 for an object without pixels. */
    public int frames() {
        return pixels ? Math.max(1, number(Tag.NumberOfFrames)) : 0;
    }

    /** Whether the object holds pixel data. */
    public boolean isImage() {
        return pixels;
    }

    /** Whether this is a DICOMDIR (Media Storage Directory Storage, PS3.10 section 8.6). */
    public boolean isDirectory() {
        return MEDIA_STORAGE_DIRECTORY.equals(fileMeta.getString(Tag.MediaStorageSOPClassUID))
                || dataset.contains(Tag.DirectoryRecordSequence);
    }
}
