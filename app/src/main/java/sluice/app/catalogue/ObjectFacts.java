package sluice.app.catalogue;

/**
 * What a source file is, in terms that identify nobody.
 *
 * @param kind DICOM or NIFTI
 * @param modality (0008,0060), or empty
 * @param sopClass SOP Class UID, or null
 * @param transferSyntax Transfer Syntax UID, or null
 * @param frames number of frames, 0 when it holds no image
 */
public record ObjectFacts(SourceKind kind, String modality, String sopClass, String transferSyntax, int frames) {

    public ObjectFacts {
        if (kind == SourceKind.OTHER) {
            throw new IllegalArgumentException("a file of another kind goes to quarantine");
        }
        modality = modality == null ? "" : modality.replace("|", "");
    }
}
