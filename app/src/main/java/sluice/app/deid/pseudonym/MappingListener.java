package sluice.app.deid.pseudonym;

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
}
