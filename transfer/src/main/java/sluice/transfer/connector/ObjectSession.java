package sluice.transfer.connector;

/**
 * A session that takes DICOM objects and resumes per instance (STOW-RS PS3.18 §10.5, C-STORE PS3.4 Annex B, XNAT). The
 * kinds of destination that offer it bring its methods; until then it marks the second of the two shapes.
 */
public non-sealed interface ObjectSession extends Session {
}
