package sluice.app.deid.pseudonym;

import java.math.BigInteger;

/**
 * The project's own: HMAC-SHA-256. A patient gets the prefix and four groups of four of {@code A-Z} and {@code 0-9} without
 * I, L, O and U (80 bits; among a million patients two agree with a chance below 10^-12); a UID becomes {@code 2.25.} and the
 * decimal form of a version 8 UUID (PS3.5 B.2, RFC 9562 section 5.8), at most 44 characters, whoever the patient is.
 */
record KeyedScheme(KeyedDigest digest, String patientPrefix) implements Scheme {

    @Override
    public String patient(PatientKey patient) {
        byte[] hash = digest.of(patient);
        StringBuilder s = new StringBuilder(patientPrefix.length() + 20).append(patientPrefix);
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                s.append('-');
            }
            s.append(Letters.at(hash, i));
        }
        return s.toString();
    }

    @Override
    public String material(String uid, String patient) {
        return uid;
    }

    @Override
    public String uid(String material) {
        byte[] uuid = new byte[17];
        System.arraycopy(digest.of("uid", material), 0, uuid, 1, 16);
        uuid[7] = (byte) (uuid[7] & 0x0f | 0x80);
        uuid[9] = (byte) (uuid[9] & 0x3f | 0x80);
        return "2.25." + new BigInteger(uuid);
    }
}
