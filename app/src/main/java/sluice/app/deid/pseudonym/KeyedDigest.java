package sluice.app.deid.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) of a purpose and parts of which each is preceded by its length. Not for two threads at once. */
final class KeyedDigest {

    private final Mac mac;

    /** @param key copied */
    KeyedDigest(byte[] key) {
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /** 32 bytes. */
    byte[] of(String purpose, String... parts) {
        mac.update(("sluice/1/" + purpose).getBytes(StandardCharsets.UTF_8));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update((byte) 0);
            mac.update(new byte[] {(byte) (bytes.length >>> 24), (byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8),
                (byte) bytes.length});
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    /** The same for a patient. */
    byte[] of(PatientKey patient) {
        return of(patient.kind() == PatientKey.Kind.ID ? "patient" : "patient without id", patient.normalized().toArray(new String[0]));
    }
}
