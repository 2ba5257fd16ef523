package sluice.app.catalogue;

/**
 * Who and what a study is, as found in the source: for the eyes of the data holder only. Stored encrypted; absent values are
 * empty. {@link #toString} shows nothing.
 */
public record StudyIdentity(
        String patientName,
        String patientId,
        String birthDate,
        String studyUid,
        String studyDate,
        String accessionNumber,
        String description) {

    public StudyIdentity {
        patientName = orEmpty(patientName);
        patientId = orEmpty(patientId);
        birthDate = orEmpty(birthDate);
        studyUid = orEmpty(studyUid);
        studyDate = orEmpty(studyDate);
        accessionNumber = orEmpty(accessionNumber);
        description = orEmpty(description);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "StudyIdentity[…]";
    }
}
