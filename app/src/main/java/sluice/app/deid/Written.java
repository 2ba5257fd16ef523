package sluice.app.deid;

import java.nio.file.Path;
import sluice.app.deid.report.Report;

/**
 * A new file.
 *
 * @param path of the new file, relative to the output folder; holds pseudonyms only
 * @param patient the patient's pseudonym, "" for NIfTI
 * @param uids of a DICOM file, null for NIfTI
 * @param report what was done
 */
public record Written(Path path, String patient, InstanceUids uids, Report report) implements Outcome {

    /** The new UIDs. */
    public record InstanceUids(String sopClass, String study, String series, String instance) { }
}
