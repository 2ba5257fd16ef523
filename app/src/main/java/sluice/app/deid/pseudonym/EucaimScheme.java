package sluice.app.deid.pseudonym;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * That of EUCAIM's own anonymiser, functions {@code hashptid} and {@code hashuid} of the RSNA Clinical Trial Processor, so
 * that sites with either tool agree: a patient is {@code EUCAIM-} and the decimal form of MD5 of {@code [secret]PatientID}, a
 * UID is the root and the decimal form of MD5 of the old UID and the new patient ID together; text is UTF-8, digests are
 * unsigned big-endian numbers.
 *
 * <p>Weak, and never the default. A UID's replacement depends on nothing but what is published and the old UID: whoever
 * holds a list of old UIDs finds them by trying. Whoever knows one pair of patient IDs can try secrets; MD5 is quick. The
 * issuer takes no part: two hospitals with one secret that use one number for two people make one patient of them. Only
 * patients without an ID differ from that tool, which makes one patient of all of them: theirs is a keyed digest.
 */
record EucaimScheme(KeyedDigest digest, byte[] secretText) implements Scheme {

    static final String PATIENT_PREFIX = "EUCAIM-";
    static final String UID_ROOT = "1.3.6.1.4.1.58108.2023";

    private static final int LONGEST_UID = 64;

    @Override
    public String patient(PatientKey patient) {
        if (patient.kind() == PatientKey.Kind.EVIDENCE) {
            return PATIENT_PREFIX + decimal(Arrays.copyOf(digest.of(patient), 16));
        }
        MessageDigest md5 = md5();
        md5.update((byte) '[');
        md5.update(secretText);
        md5.update((byte) ']');
        return PATIENT_PREFIX + decimal(md5.digest(patient.parts().get(0).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String material(String uid, String patient) {
        return uid + patient;
    }

    @Override
    public String uid(String material) {
        String number = decimal(md5().digest(material.getBytes(StandardCharsets.UTF_8)));
        String uid = UID_ROOT + '.' + (number.startsWith("0") ? "9" : "") + number;
        return uid.substring(0, Math.min(uid.length(), LONGEST_UID));
    }

    private static String decimal(byte[] hash) {
        return new BigInteger(1, hash).toString();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }

    @Override
    public String toString() {
        return "EucaimScheme[…]";
    }
}
