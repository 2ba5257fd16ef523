package sluice.transfer.seal;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc7748.X25519;
import sluice.transfer.bag.Digest;

/** Somebody who will be able to open: an X25519 public key (RFC 7748), called reader's public key by Crypt4GH. */
public final class Recipient {

    /** Length of the key in bytes. */
    public static final int KEY_LENGTH = X25519.POINT_SIZE;

    private final byte[] key;

    private Recipient(byte[] key) {
        this.key = key;
    }

    /**
     * @param key 32 bytes, little-endian u coordinate
     * @throws SealException {@code KEY_MALFORMED} for another length, {@code KEY_REFUSED} for a point of small order,
     *         with which everybody could open
     */
    public static Recipient of(byte[] key) throws SealException {
        if (key.length != KEY_LENGTH) {
            throw new SealException(SealException.Reason.KEY_MALFORMED,
                    "A recipient's key is " + KEY_LENGTH + " bytes. Nothing was sealed; ask the recipient for the key again.");
        }
        byte[] scalar = new byte[X25519.SCALAR_SIZE];
        scalar[0] = 8;
        scalar[31] = 64;
        if (!X25519.calculateAgreement(scalar, 0, key, 0, new byte[KEY_LENGTH], 0)) {
            throw new SealException(SealException.Reason.KEY_REFUSED,
                    "This key would let anybody open the file. Nothing was sealed; ask the recipient for the key again.");
        }
        return new Recipient(key.clone());
    }

    /** A copy of the 32 bytes. */
    public byte[] publicKey() {
        return key.clone();
    }

    /** SHA-256 of the 32 bytes in hexadecimal, by which people and manifests name the key. */
    public String fingerprint() {
        return Digest.of(key).hex();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** The public key in hexadecimal; it is no secret. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(key);
    }
}
