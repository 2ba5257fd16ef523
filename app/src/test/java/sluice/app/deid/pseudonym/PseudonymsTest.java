package sluice.app.deid.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.app.deid.recipe.PseudonymPolicy;

class PseudonymsTest {

    private static Pseudonyms with(int filler) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) filler);
        return new Pseudonyms(new ProjectSecret(1, key), new PseudonymPolicy(PseudonymPolicy.Scheme.KEYED, "SL-"));
    }

    private final Pseudonyms pseudonyms = with(7);

    @Test
    void uidsAreValidVersion8Uuids() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            String uid = pseudonyms.uid("1.2." + random.nextLong(1, Long.MAX_VALUE), "SL-X");
            assertTrue(seen.add(uid));
            assertTrue(uid.length() <= 44 && uid.matches("2\\.25\\.[1-9][0-9]*"), uid);
            BigInteger value = new BigInteger(uid.substring(5));
            assertEquals(8, value.shiftRight(76).intValue() & 15);
            assertEquals(2, value.shiftRight(62).intValue() & 3);
        }
    }

    @Test
    void paddingDoesNotCount() {
        assertEquals(pseudonyms.uid("1.2.3", "SL-X"), pseudonyms.uid("1.2.3\0", "SL-X"));
        assertEquals(pseudonyms.uid("1.2.3", "SL-X"), pseudonyms.uid(" 1.2.3  ", "SL-X"));
        assertNotEquals(pseudonyms.uid("1.2.3", "SL-X"), pseudonyms.uid("1.2.30", "SL-X"));
        assertEquals(pseudonyms.patient(PatientKey.ofId("4711", "")), pseudonyms.patient(PatientKey.ofId(" 4711 \0", " ")));
    }

    @Test
    void composedAndDecomposedLettersAgree() {
        assertEquals(pseudonyms.patient(PatientKey.ofId("Å1", "")), pseudonyms.patient(PatientKey.ofId("A\u030A1", "")));
    }

    @Test
    void patientsDependOnIdIssuerAndSecret() {
        String p = pseudonyms.patient(PatientKey.ofId("4711", ""));
        assertTrue(p.matches("SL(-[A-HJKMNP-TV-Z0-9]{4}){4}"), p);
        assertEquals(p, with(7).patient(PatientKey.ofId("4711", "")));
        assertNotEquals(p, pseudonyms.patient(PatientKey.ofId("4711", "OTHER")));
        assertNotEquals(p, pseudonyms.patient(PatientKey.ofId("4712", "")));
        assertNotEquals(p, with(8).patient(PatientKey.ofId("4711", "")));
        assertNotEquals(pseudonyms.patient(PatientKey.ofId("ab", "c")), pseudonyms.patient(PatientKey.ofId("a", "bc")));
    }

    @Test
    void purposesAreSeparate() {
        assertNotEquals(pseudonyms.patient(PatientKey.ofId("1.2.3", "")).substring(3), pseudonyms.patient(PatientKey.ofEvidence("1.2.3")).substring(3));
        assertTrue(pseudonyms.fileName("head.nii").matches("[a-hjkmnp-tv-z0-9]{26}"));
        assertNotEquals(pseudonyms.fileName("a"), pseudonyms.fileName("b"));
    }

    /** Computed with Python's hmac and hashlib from the description in the class. */
    @Test
    void agreesWithAnIndependentComputation() {
        assertEquals("2.25.140509527996679960692590750723138781477", pseudonyms.uid("1.2.840.113619.2.1", "SL-X"));
        assertEquals("SL-JGZ0-FC1M-XHA0-DQ8M", pseudonyms.patient(PatientKey.ofId("4711", "HOSPITAL A")));
    }

    @Test
    void shortSecretsAreRefusedAndClosedOnesUnusable() {
        assertThrows(IllegalArgumentException.class, () -> new ProjectSecret(1, new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> new ProjectSecret(0, new byte[32]));
        ProjectSecret secret = new ProjectSecret(1, new byte[32]);
        secret.close();
        assertThrows(IllegalStateException.class, () -> ProjectSecrets.of(secret).pseudonyms(new PseudonymPolicy(PseudonymPolicy.Scheme.KEYED, "")));
        assertFalse(secret.toString().contains("0000"));
    }
}
