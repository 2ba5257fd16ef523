package sluice.transfer.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * The binary form {@code c4gh-v1} of a secret key (Crypt4GH key format of EGA-archive/crypt4gh, docs/keys): magic word,
 * KDF name, KDF options unless none, cipher name, key blob, comment; each a string with a big-endian 16-bit length.
 */
final class LockedKey {

    private static final byte[] MAGIC = "c4gh-v1".getBytes(StandardCharsets.US_ASCII);
    private static final String NONE = "none";
    private static final String CIPHER = "chacha20_poly1305";
    private static final int SALT = 16;
    private static final int KEY = 32;

    private LockedKey() {
    }

    static byte[] encode(RecipientKey key, Optional<char[]> passphrase, String comment, SecureRandom random) {
        byte[] secret = key.secret();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(MAGIC);
            if (passphrase.isEmpty()) {
                put(out, ascii(NONE));
                put(out, ascii(NONE));
                put(out, secret);
            } else {
                byte[] salt = new byte[SALT];
                byte[] nonce = new byte[HeaderCipher.NONCE];
                random.nextBytes(salt);
                random.nextBytes(nonce);
                put(out, ascii(KeyDerivation.SCRYPT.id()));
                put(out, ByteBuffer.allocate(4 + SALT).putInt(0).put(salt).array());
                put(out, ascii(CIPHER));
                byte[] sealed = crypt(Cipher.ENCRYPT_MODE, derive(KeyDerivation.SCRYPT, passphrase.get(), salt, 0), nonce, secret);
                put(out, ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
            }
            if (!comment.isEmpty()) {
                put(out, comment.getBytes(StandardCharsets.UTF_8));
            }
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 encrypts anything", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static boolean isOne(byte[] content) {
        return content.length > MAGIC.length && Arrays.equals(Arrays.copyOf(content, MAGIC.length), MAGIC);
    }

    static RecipientKey decode(byte[] content, PassphraseSource passphrases) throws SealException {
        ByteBuffer in = ByteBuffer.wrap(content, MAGIC.length, content.length - MAGIC.length);
        String kdf = text(in);
        byte[] options = kdf.equals(NONE) ? new byte[0] : string(in);
        String cipher = text(in);
        byte[] blob = string(in);
        try {
            if (cipher.equals(NONE)) {
                return RecipientKey.of(blob);
            }
            if (!cipher.equals(CIPHER) || options.length < 4 || blob.length != HeaderCipher.NONCE + KEY + HeaderCipher.MAC) {
                throw KeyFiles.malformed("it is locked in a way that is not known");
            }
            return unlock(KeyDerivation.of(kdf), options, blob, passphrases);
        } finally {
            Arrays.fill(blob, (byte) 0);
        }
    }

    private static RecipientKey unlock(KeyDerivation kdf, byte[] options, byte[] blob, PassphraseSource passphrases)
            throws SealException {
        int rounds = ByteBuffer.wrap(options).getInt();
        if (!kdf.allows(rounds) || options.length == 4) {
            throw KeyFiles.malformed("its passphrase hashing has no salt or an absurd number of rounds");
        }
        char[] passphrase = passphrases.ask().orElseThrow(KeyFiles::passphraseNeeded);
        byte[] secret = new byte[0];
        try {
            byte[] derived = derive(kdf, passphrase, Arrays.copyOfRange(options, 4, options.length), rounds);
            byte[] nonce = Arrays.copyOf(blob, HeaderCipher.NONCE);
            secret = crypt(Cipher.DECRYPT_MODE, derived, nonce, Arrays.copyOfRange(blob, HeaderCipher.NONCE, blob.length));
            return RecipientKey.of(secret);
        } catch (AEADBadTagException e) {
            throw KeyFiles.passphraseWrong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 decrypts or says that the tag is wrong", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(passphrase, '\0');
        }
    }

    private static byte[] derive(KeyDerivation kdf, char[] passphrase, byte[] salt, int rounds) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        try {
            return kdf.derive(bytes, salt, rounds, KEY);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Wipes the key. */
    private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] data) throws GeneralSecurityException {
        try {
            return HeaderCipher.cipher(mode, key, nonce).doFinal(data);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(ByteArrayOutputStream out, byte[] string) {
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) string.length).array());
        out.writeBytes(string);
    }

    private static String text(ByteBuffer in) throws SealException {
        return new String(string(in), StandardCharsets.US_ASCII);
    }

    private static byte[] string(ByteBuffer in) throws SealException {
        int length = in.remaining() < 2 ? Integer.MAX_VALUE : in.getShort() & 0xffff;
        if (length > in.remaining()) {
            throw KeyFiles.malformed("it ends too early");
        }
        byte[] string = new byte[length];
        in.get(string);
        return string;
    }
}
