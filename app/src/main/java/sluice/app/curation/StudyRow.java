package sluice.app.curation;

import java.time.Instant;
import java.util.List;

/**
 * One line of the work list; nothing in it identifies a patient.
 *
 * @param handle what the study is called here
 * @param kind DICOM or NIFTI
 * @param subject the patient's pseudonym, empty until the study is de-identified
 * @param bytes of the originals
 * @param openFindings that nobody resolved or accepted
 */
public record StudyRow(String handle, String kind, String state, String subject, List<String> modalities, long series,
        long instances, long bytes, Instant updated, long openFindings) {}
