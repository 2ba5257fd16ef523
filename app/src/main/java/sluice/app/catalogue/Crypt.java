package sluice.app.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts single values and makes keyed digests of them. Sealed value: version byte 1, 12 bytes nonce, AES-256-GCM cipher
 * text with 16 bytes tag; the column's name and the row's number are associated data, so a value that was moved to another
 * place does not open. Random nonces allow 2^32 values under one key (NIST SP 800-38D section 8.3).
 *
 * <p>Belongs to one connection; not thread-safe.
 */
final class Crypt {

    /** Bytes of a keyed digest: HMAC-SHA-256 cut to 128 bits. */
    static final int INDEX_BYTES = 16;

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int NONCES_AT_ONCE = 256;

    private final SecretKeySpec key;
    private final Cipher cipher;
    private final Mac mac;
    private final SecureRandom random;
    private final byte[] nonces = new byte[NONCE * NONCES_AT_ONCE];
    private int nextNonce = NONCES_AT_ONCE;

    /** @param dataKey 32 random bytes, the workspace's; not kept */
    Crypt(byte[] dataKey, SecureRandom random) {
        if (dataKey.length != 32) {
            throw new IllegalArgumentException("the data key has 32 bytes");
        }
        this.random = random;
        try {
            key = new SecretKeySpec(Hkdf.derive(dataKey, "sluice catalogue 1 column encryption"), "AES");
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Hkdf.derive(dataKey, "sluice catalogue 1 blind index"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES and HmacSHA256", e);
        }
    }

    byte[] seal(String column, long row, byte[] plain) {
        if (nextNonce == NONCES_AT_ONCE) {
            random.nextBytes(nonces);
            nextNonce = 0;
        }
        int nonce = NONCE * nextNonce++;
        byte[] out = new byte[1 + NONCE + plain.length + TAG];
        out[0] = VERSION;
        System.arraycopy(nonces, nonce, out, 1, NONCE);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonces, nonce, NONCE));
            cipher.updateAAD(place(column, row));
            cipher.doFinal(plain, 0, plain.length, out, 1 + NONCE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption failed", e);
        }
    }

    /** @throws DamagedCatalogue when the value was changed, moved, or sealed with another key */
    byte[] open(String column, long row, byte[] sealed) {
        if (sealed == null || sealed.length < 1 + NONCE + TAG || sealed[0] != VERSION) {
            throw new DamagedCatalogue("an encrypted value in " + column + " has no known form", null);
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, 1, NONCE));
            cipher.updateAAD(place(column, row));
            return cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (AEADBadTagException e) {
            throw new DamagedCatalogue("an encrypted value in " + column + " is not what was written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("decryption failed", e);
        }
    }

    /** A digest by which an equal value is found again; the domain keeps equal values of different meaning apart. */
    byte[] index(String domain, String value) {
        return Arrays.copyOf(digest(domain, value.getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
    }

    /** The same, all 32 bytes. */
    byte[] digest(String domain, byte[] value) {
        mac.update(domain.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(value);
    }

    private static byte[] place(String column, long row) {
        byte[] name = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 9).put(name).put((byte) 0).putLong(row).array();
    }
}
