package sluice.app.catalogue;

/** What a source file is. */
public enum SourceKind {
    DICOM,
    NIFTI,
    /** Neither, or not readable as either: only in quarantine. */
    OTHER
}
