package sluice.app.catalogue;

/** Where a study is on its way. Which moves are legal is the use cases' business. */
public enum StudyState {
    FOUND,
    CATALOGUED,
    IN_REVIEW,
    DEIDENTIFIED,
    DEFACED,
    QC_PASSED,
    APPROVED,
    PACKAGED,
    QUEUED,
    SENT,
    RECEIVED,
    QUARANTINED,
    REJECTED,
    WITHDRAWN
}
