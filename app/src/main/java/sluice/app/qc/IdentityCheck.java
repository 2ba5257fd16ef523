package sluice.app.qc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import sluice.viewer.dicom.DicomFile;

/**
 * Reads again what was written for one DICOM original and looks for every value of the original that identifies: in each
 * element, in bytes of every encoding, in what is packed, and in the pixel data as stored. Its table of attributes and
 * its search are its own; of the de-identification it shares the words that are terms as well as names, and the standard's list of
 * safe private attributes. Not for use by several threads at once.
 */
public final class IdentityCheck {
    private final DicomPairCheck check = new DicomPairCheck(new FileDigest(), KnownPeople.NOBODY.identifiers());

    /**
     * What was seen in a written file.
     *
     * @param found empty where nothing identifies
     * @param retained what is said about the patient that others may know as well, by keyword
     */
    public record Look(Found found, Map<String, String> retained) {
        @Override
        public String toString() {
            return "Look[" + retained.size() + " retained]";
        }
    }

    /** @throws IOException where one of the two cannot be read */
    public Look look(Path original, Path written) throws IOException {
        Found found = new Found();
        DicomFile file = check.checkIdentity(original, written, found);
        return new Look(found, QuasiIdentifiers.of(file));
    }
}
