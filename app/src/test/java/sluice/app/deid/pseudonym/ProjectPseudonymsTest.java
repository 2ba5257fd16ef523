package sluice.app.deid.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.app.deid.recipe.PseudonymPolicy;

class ProjectPseudonymsTest {

    private static final PseudonymPolicy POLICY = new PseudonymPolicy(PseudonymPolicy.Scheme.KEYED, "SL-");
    private static final PatientKey ANNA = PatientKey.ofId("1", "");
    private static final PatientKey BERT = PatientKey.ofId("2", "");
    private static final PatientKey CARL = PatientKey.ofId("3", "");

    private static ProjectSecret secret(int version) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) version;
        return new ProjectSecret(version, bytes);
    }

    @Test
    void knownPatientsKeepTheirVersionAndNewOnesGetTheNewest() {
        String bert = new Pseudonyms(secret(2), POLICY).patient(BERT);
        KnownPatients known = new KnownPatients() {
            @Override
            public OptionalInt version(PatientKey patient) {
                return patient.equals(ANNA) ? OptionalInt.of(1) : OptionalInt.empty();
            }

            @Override
            public boolean given(String pseudonym) {
                return pseudonym.equals(bert);
            }
        };
        ProjectSecrets secrets = new ProjectSecrets(List.of(secret(1), secret(2), secret(3)), known);
        assertEquals(Map.of(1, 1, 2, 2, 3, 3), Map.of(1, secrets.pseudonyms(POLICY).of(ANNA).secretVersion(),
                2, secrets.pseudonyms(POLICY).of(BERT).secretVersion(), 3, secrets.pseudonyms(POLICY).of(CARL).secretVersion()));
        assertEquals(bert, secrets.pseudonyms(POLICY).of(BERT).patient(BERT));
        assertEquals(3, secrets.version());
        assertEquals(Set.of(3), Set.of(secrets.pseudonyms(POLICY).newest().secretVersion()));
    }
}
