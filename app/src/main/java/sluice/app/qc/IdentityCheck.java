package sluice.app.qc;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads again what was written for one DICOM original and looks for every value of the original that identifies: in each
 * element, in bytes of every encoding, in what is packed, and in the pixel data as stored. It shares no rule with the
 * de-identification. Not for use by several threads at once.
 */
public final class IdentityCheck {
    private final DicomPairCheck check = new DicomPairCheck(new FileDigest(), KnownPeople.NOBODY.identifiers());

    /**
     * @return what was found; empty where nothing identifies
     * @throws IOException where one of the two cannot be read
     */
    public Found look(Path original, Path written) throws IOException {
        Found found = new Found();
        check.checkIdentity(original, written, found);
        return found;
    }
}
