/**
 * Finds what a hospital's folders hold: walks them, tells DICOM and NIfTI from everything else, reads headers, takes
 * digests and hands the findings to the catalogue in batches. Originals are opened for reading only and stay where they
 * are. What is odd becomes a quarantine finding with a reason; nothing is dropped in silence. Sizes in bytes, file times
 * in nanoseconds since 1970-01-01 UTC.
 */
package sluice.app.intake;
