package sluice.transfer.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** Header packet encryption X25519_chacha20_ietf_poly1305 (Crypt4GH, "Header packet encryption"). */
final class HeaderCipher {

    static final int NONCE = 12;
    static final int MAC = 16;

    private HeaderCipher() {
    }

    /** Writer's public key, nonce, ciphertext and MAC of this payload for one reader. */
    static byte[] encrypt(byte[] payload, RecipientKey writer, Recipient reader, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] writerPublic = writer.recipient().publicKey();
        byte[] shared = sharedKey(writer, reader.publicKey(), reader.publicKey(), writerPublic)
                .orElseThrow(() -> new IllegalStateException("a recipient is never a point of small order"));
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, shared, nonce).doFinal(payload);
            byte[] packet = Arrays.copyOf(writerPublic, writerPublic.length + NONCE + sealed.length);
            System.arraycopy(nonce, 0, packet, writerPublic.length, NONCE);
            System.arraycopy(sealed, 0, packet, writerPublic.length + NONCE, sealed.length);
            return packet;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 encrypts anything", e);
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    /** The payload, or nothing when the packet is for somebody else or damaged, which cannot be told apart. */
    static Optional<byte[]> decrypt(byte[] packet, RecipientKey reader) {
        if (packet.length < Recipient.KEY_LENGTH + NONCE + MAC) {
            return Optional.empty();
        }
        byte[] writerPublic = Arrays.copyOf(packet, Recipient.KEY_LENGTH);
        byte[] nonce = Arrays.copyOfRange(packet, Recipient.KEY_LENGTH, Recipient.KEY_LENGTH + NONCE);
        Optional<byte[]> shared = sharedKey(reader, writerPublic, reader.recipient().publicKey(), writerPublic);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        try {
            int at = Recipient.KEY_LENGTH + NONCE;
            return Optional.of(cipher(Cipher.DECRYPT_MODE, shared.get(), nonce).doFinal(packet, at, packet.length - at));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 decrypts or says that the tag is wrong", e);
        } finally {
            Arrays.fill(shared.get(), (byte) 0);
        }
    }

    private static Optional<byte[]> sharedKey(RecipientKey own, byte[] other, byte[] readerPublic, byte[] writerPublic) {
        byte[] secret = own.secret();
        byte[] agreed = new byte[X25519.POINT_SIZE];
        byte[] hash = new byte[64];
        try {
            if (!X25519.calculateAgreement(secret, 0, other, 0, agreed, 0)) {
                return Optional.empty();
            }
            Blake2bDigest blake = new Blake2bDigest(512);
            blake.update(agreed, 0, agreed.length);
            blake.update(readerPublic, 0, readerPublic.length);
            blake.update(writerPublic, 0, writerPublic.length);
            blake.doFinal(hash, 0);
            return Optional.of(Arrays.copyOf(hash, 32));
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(agreed, (byte) 0);
            Arrays.fill(hash, (byte) 0);
        }
    }

    static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher;
    }
}
