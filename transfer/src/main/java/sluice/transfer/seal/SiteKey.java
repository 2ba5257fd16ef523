package sluice.transfer.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A sending site's Ed25519 signing key (RFC 8032) in PKCS#8. Whoever stores the PEM form encrypts it: this class does
 * not. Closing wipes it.
 */
public final class SiteKey implements AutoCloseable {

    /** What stands before the seed in PKCS#8 version 1 (RFC 8410 section 7). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String LABEL = "PRIVATE KEY";

    private final byte[] pkcs8;
    private final SiteIdentity identity;

    private SiteKey(byte[] seed) throws SealException {
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        identity = SiteIdentity.ofRaw(point);
        pkcs8 = Arrays.copyOf(PREFIX, PREFIX.length + seed.length);
        System.arraycopy(seed, 0, pkcs8, PREFIX.length, seed.length);
    }

    /**
     * The key of a seed that is kept elsewhere.
     *
     * @param seed 32 bytes, copied; the caller wipes its own array
     * @throws SealException {@code KEY_MALFORMED} for another length
     */
    public static SiteKey ofSeed(byte[] seed) throws SealException {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw malformed();
        }
        return new SiteKey(seed);
    }

    /** A fresh key. */
    public static SiteKey generate(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        try {
            return new SiteKey(seed);
        } catch (SealException e) {
            throw new IllegalStateException("every seed is an Ed25519 key", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /**
     * Reads a PEM key, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws SealException {@code KEY_MALFORMED} for anything but an Ed25519 key in PKCS#8
     */
    public static SiteKey parse(byte[] pem) throws SealException {
        byte[] content = Pem.parse(pem, LABEL).orElseThrow(SiteKey::malformed);
        byte[] seed = Arrays.copyOfRange(content, Math.min(PREFIX.length, content.length), content.length);
        try {
            if (seed.length != Ed25519.SECRET_KEY_SIZE || !Arrays.equals(PREFIX, Arrays.copyOf(content, PREFIX.length))) {
                throw malformed();
            }
            return new SiteKey(seed);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The PEM form in clear; whoever stores it encrypts it and wipes this array. */
    public synchronized byte[] format() {
        requireOpen();
        return Pem.format(LABEL, pkcs8);
    }

    /** The public half. */
    public SiteIdentity identity() {
        return identity;
    }

    synchronized byte[] sign(byte[] message) {
        requireOpen();
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 signs with Ed25519", e);
        }
    }

    private void requireOpen() {
        if (pkcs8[0] == 0) {
            throw new IllegalStateException("this key has been closed");
        }
    }

    @Override
    public synchronized void close() {
        Arrays.fill(pkcs8, (byte) 0);
    }

    @Override
    public String toString() {
        return "signing key of " + identity.fingerprint();
    }

    static SealException malformed() {
        return new SealException(SealException.Reason.KEY_MALFORMED,
                "This is no Ed25519 key in PEM form; nothing was signed or verified. Use the site's own key file.");
    }
}
