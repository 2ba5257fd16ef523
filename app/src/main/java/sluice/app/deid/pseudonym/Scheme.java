package sluice.app.deid.pseudonym;

/** How new identifiers derive from old ones. */
sealed interface Scheme permits KeyedScheme, EucaimScheme {

    String patient(PatientKey patient);

    /** What a UID's replacement is computed from: equal material, equal replacement. */
    String material(String uid, String patient);

    /** A UID of at most 64 characters. */
    String uid(String material);
}
