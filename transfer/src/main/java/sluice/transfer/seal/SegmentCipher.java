package sluice.transfer.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts or decrypts segments with the JDK's ChaCha20-Poly1305. For one thread at a time. */
final class SegmentCipher {

    private final List<SecretKeySpec> keys = new ArrayList<>();
    private Cipher cipher = fresh();

    SegmentCipher(List<byte[]> dataKeys) {
        dataKeys.forEach(key -> keys.add(new SecretKeySpec(key, "ChaCha20")));
    }

    private static Cipher fresh() {
        try {
            return Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 11 has ChaCha20-Poly1305", e);
        }
    }

    /** Encrypts with the first key; the nonce stands before {@code to} already. Returns the bytes put at {@code to}. */
    int encrypt(byte[] nonce, byte[] plain, int from, int length, byte[] sealed, int to) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(0), new IvParameterSpec(nonce));
            return cipher.doFinal(plain, from, length, sealed, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 encrypts anything under a fresh nonce", e);
        }
    }

    /** Decrypts ciphertext and MAC with the key that fits, or returns -1 when none authenticates it. */
    int decrypt(byte[] nonce, byte[] sealed, int from, int length, byte[] plain, int to) {
        for (int i = 0; i < keys.size(); i++) {
            try {
                start(nonce, keys.get(i));
                int n = cipher.doFinal(sealed, from, length, plain, to);
                keys.add(0, keys.remove(i));
                return n;
            } catch (AEADBadTagException e) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("ChaCha20-Poly1305 decrypts or says that the tag is wrong", e);
            }
        }
        return -1;
    }

    /** The JDK refuses the nonce it had last even for decryption; a file that repeats a segment must not stop there. */
    private void start(byte[] nonce, SecretKeySpec key) throws GeneralSecurityException {
        IvParameterSpec parameters = new IvParameterSpec(nonce);
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        } catch (InvalidKeyException e) {
            cipher = fresh();
            cipher.init(Cipher.DECRYPT_MODE, key, parameters);
        }
    }
}
