package sluice.transfer.seal;

import sluice.transfer.bag.Measured;

/**
 * What went through sealing or opening.
 *
 * @param plaintext  digest and size of the content
 * @param ciphertext digest and size of the whole Crypt4GH file, header included
 */
public record SealResult(Measured plaintext, Measured ciphertext) {
}
