package sluice.app.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA-256 (RFC 5869) for one block of output and no salt. */
final class Hkdf {

    private Hkdf() {}

    /**
     * @param key uniformly random input keying material
     * @return 32 bytes
     */
    static byte[] derive(byte[] key, String info) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            byte[] pseudorandom = mac.doFinal(key);
            mac.init(new SecretKeySpec(pseudorandom, "HmacSHA256"));
            mac.update(info.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
