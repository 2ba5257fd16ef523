package sluice.app.deid;

/** What became of one DICOM object in memory. */
public sealed interface DicomResult permits Deidentified, Refused { }
