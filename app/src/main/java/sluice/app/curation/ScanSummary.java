package sluice.app.curation;

import java.util.List;

/**
 * What a scan met.
 *
 * @param files all files that were looked at
 * @param unchanged those among them that were known already, with the same size and time
 * @param damaged files in quarantine that claim to be images and could not be read as such
 * @param studies in the workspace after the scan
 * @param quarantined what this scan put into quarantine
 */
public record ScanSummary(long files, long bytes, long dicom, long nifti, long unchanged, long damaged, long studies,
        List<Quarantined> quarantined) {
    public ScanSummary {
        quarantined = List.copyOf(quarantined);
    }

    /**
     * One file that is not in the work list, and why.
     *
     * @param path for the person at this machine; it is sealed in the catalogue and appears in no log
     * @param damaged whether it claims to be an image
     */
    public record Quarantined(String path, String code, boolean damaged, String reason) {}
}
