package sluice.app.deid.pseudonym;

import java.util.OptionalInt;

/**
 * Which patients have pseudonyms already, and of which version of the project's secret: they keep it when a new one comes
 * into use, so that their next delivery links to the last. Called by several threads at once.
 */
public interface KnownPatients {

    /** Nobody has any. */
    KnownPatients NONE = new KnownPatients() {
        @Override
        public OptionalInt version(PatientKey patient) {
            return OptionalInt.empty();
        }

        @Override
        public boolean given(String pseudonym) {
            return false;
        }
    };

    /** The version of the secret behind the patient's first pseudonym. */
    OptionalInt version(PatientKey patient);

    /** Whether a study left under this pseudonym, also before such pairs were kept. */
    boolean given(String pseudonym);
}
