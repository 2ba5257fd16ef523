package sluice.transfer.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import sluice.transfer.bag.Digest;

/** A sending site as others know it: an Ed25519 public key (RFC 8032). */
public final class SiteIdentity {

    /** Length of the raw key in bytes. */
    public static final int KEY_LENGTH = 32;

    /** What stands before the raw key in its SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String LABEL = "PUBLIC KEY";

    private final byte[] raw;
    private final PublicKey key;

    private SiteIdentity(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    static SiteIdentity ofRaw(byte[] raw) throws SealException {
        byte[] info = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
        System.arraycopy(raw, 0, info, PREFIX.length, raw.length);
        return ofInfo(info);
    }

    private static SiteIdentity ofInfo(byte[] info) throws SealException {
        if (info.length != PREFIX.length + KEY_LENGTH || !Arrays.equals(PREFIX, Arrays.copyOf(info, PREFIX.length))) {
            throw SiteKey.malformed();
        }
        try {
            byte[] raw = Arrays.copyOfRange(info, PREFIX.length, info.length);
            return new SiteIdentity(raw, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
        } catch (GeneralSecurityException e) {
            throw SiteKey.malformed();
        }
    }

    /**
     * Reads a PEM public key (RFC 7468, RFC 8410), as {@code openssl pkey -pubout} writes it.
     *
     * @throws SealException {@code KEY_MALFORMED} for anything but Ed25519
     */
    public static SiteIdentity parse(byte[] pem) throws SealException {
        return ofInfo(Pem.parse(pem, LABEL).orElseThrow(SiteKey::malformed));
    }

    /** The PEM form. */
    public byte[] format() {
        return Pem.format(LABEL, key.getEncoded());
    }

    /** SHA-256 of the 32 raw bytes in hexadecimal, to be compared by telephone or the like. */
    public String fingerprint() {
        return Digest.of(raw).hex();
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
