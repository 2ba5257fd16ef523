package sluice.app.deid.pseudonym;

import java.time.LocalDate;

/**
 * Hears every replacement of an identifier. The pairs identify patients: a listener keeps them in memory or in a place that
 * the user asked for, never in a log. Called on the thread that de-identifies; the same pair may come more than once.
 */
@FunctionalInterface
public interface MappingListener {

    /** What was replaced. */
    enum Kind { PATIENT, UID }

    /** Hears nothing. */
    MappingListener NONE = (kind, oldValue, newValue) -> { };

    void mapped(Kind kind, String oldValue, String newValue);

    /**
     * Hears whose data set it was, once for each, before its UIDs.
     *
     * @param secretVersion of the project secret behind the pseudonym
     */
    default void patient(PatientKey patient, String pseudonym, int secretVersion) { }

    /**
     * Hears on which day of the source a study was made, for each data set that says so. To be kept no longer than it takes
     * to compute intervals.
     *
     * @param patient the pseudonym
     * @param study the new Study Instance UID
     */
    default void study(String patient, String study, LocalDate day) { }

    /** Tells two. */
    static MappingListener both(MappingListener one, MappingListener other) {
        return new MappingListener() {
            @Override
            public void mapped(Kind kind, String oldValue, String newValue) {
                one.mapped(kind, oldValue, newValue);
                other.mapped(kind, oldValue, newValue);
            }

            @Override
            public void patient(PatientKey patient, String pseudonym, int secretVersion) {
                one.patient(patient, pseudonym, secretVersion);
                other.patient(patient, pseudonym, secretVersion);
            }

            @Override
            public void study(String patient, String study, LocalDate day) {
                one.study(patient, study, day);
                other.study(patient, study, day);
            }
        };
    }
}
