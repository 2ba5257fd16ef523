package sluice.app.deid.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.app.deid.recipe.PseudonymPolicy;

/** Golden values computed with Python's hashlib from the description in the class. */
class EucaimSchemeTest {

    private static Pseudonyms with(String text) {
        return new Pseudonyms(new ProjectSecret(1, new byte[32], text.getBytes(StandardCharsets.UTF_8)),
                new PseudonymPolicy(PseudonymPolicy.Scheme.EUCAIM_MD5, ""));
    }

    @Test
    void patientsAndUidsAreThoseOfTheOtherTool() {
        String patient = with("project-secret").patient(PatientKey.ofId("PAT001", ""));
        assertEquals("EUCAIM-2230889432605886691215875795425169910", patient);
        assertEquals("1.3.6.1.4.1.58108.2023.204489190478406589570941239144993241386",
                with("project-secret").uid("1.2.840.113619.2.1", patient));
    }

    @Test
    void lettersBeyondAsciiAreUtf8AndStayAsTheyAreComposed() {
        String patient = with("geheim-å").patient(PatientKey.ofId("Å-77", ""));
        assertEquals("EUCAIM-232668725849549727783754814825171291855", patient);
        assertEquals("1.3.6.1.4.1.58108.2023.101500256524229176304999894387653154420",
                with("geheim-å").uid("1.2.840.113619.2.1", patient));
        assertNotEquals(patient, with("geheim-å").patient(PatientKey.ofId("A\u030A-77", "")));
    }

    @Test
    void paddingAndTheIssuerDoNotCount() {
        String patient = with("project-secret").patient(PatientKey.ofId("PAT001", ""));
        assertEquals(patient, with(" project-secret\r\n").patient(PatientKey.ofId(" PAT001\0", "SOMEWHERE")));
        assertEquals(with("s").uid("1.2.3", patient), with("s").uid("1.2.3\0", patient));
        assertNotEquals(with("s").uid("1.2.3", patient), with("s").uid("1.2.3", "EUCAIM-1"));
    }

    @Test
    void uidsAreValid() {
        Pseudonyms pseudonyms = with("s");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 5000; i++) {
            String uid = pseudonyms.uid("1.2." + random.nextLong(1, Long.MAX_VALUE), "EUCAIM-1");
            assertTrue(uid.length() <= 64 && uid.matches("1\\.3\\.6\\.1\\.4\\.1\\.58108\\.2023\\.[1-9][0-9]*"), uid);
        }
    }

    @Test
    void patientsWithoutAnIdAreNotMadeOne() {
        String one = with("s").patient(PatientKey.ofEvidence("person", "Doe^Jane", "19700203"));
        assertTrue(one.matches("EUCAIM-[1-9][0-9]{20,38}"), one);
        assertNotEquals(one, with("s").patient(PatientKey.ofEvidence("person", "Doe^John", "19700203")));
        assertNotEquals(one, new Pseudonyms(new ProjectSecret(1, "another secret".repeat(3).getBytes(StandardCharsets.US_ASCII),
                new byte[] {'s'}), new PseudonymPolicy(PseudonymPolicy.Scheme.EUCAIM_MD5, ""))
                .patient(PatientKey.ofEvidence("person", "Doe^Jane", "19700203")));
    }

    @Test
    void aProjectWithoutATextHasOneThatDerivesFromItsSecret() {
        String derived = with("").patient(PatientKey.ofId("PAT001", ""));
        assertEquals(derived, with("").patient(PatientKey.ofId("PAT001", "")));
        assertNotEquals(derived, new Pseudonyms(new ProjectSecret(1, "another secret".repeat(3).getBytes(StandardCharsets.US_ASCII)),
                new PseudonymPolicy(PseudonymPolicy.Scheme.EUCAIM_MD5, "")).patient(PatientKey.ofId("PAT001", "")));
        assertFalse(PatientKey.ofId("PAT001", "").toString().contains("PAT"));
    }
}
