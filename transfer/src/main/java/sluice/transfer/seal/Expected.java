package sluice.transfer.seal;

import java.util.Optional;
import sluice.transfer.bag.Measured;

/**
 * What an opened file has to be, usually from a {@link SignedManifest}. Without it, dropped, repeated or reordered
 * segments and added ones by somebody who knows the recipient's public key cannot be noticed: the format does not show them.
 *
 * @param plaintext  digest and size of the content, where known
 * @param ciphertext digest and size of the sealed file, where known
 */
public record Expected(Optional<Measured> plaintext, Optional<Measured> ciphertext) {

    /** Nothing is known; only what Crypt4GH itself protects is checked. */
    public static final Expected UNKNOWN = new Expected(Optional.empty(), Optional.empty());

    /** Both are known. */
    public static Expected of(Measured plaintext, Measured ciphertext) {
        return new Expected(Optional.of(plaintext), Optional.of(ciphertext));
    }

    void check(SealResult result) throws SealException {
        if (plaintext.filter(p -> !p.equals(result.plaintext())).isPresent()
                || ciphertext.filter(c -> !c.equals(result.ciphertext())).isPresent()) {
            throw new SealException(SealException.Reason.NOT_EXPECTED,
                    "Each segment is authentic, but the file is not the one that was announced: parts are missing, repeated, "
                            + "reordered or added. What came is not used. Transfer it again.");
        }
    }
}
