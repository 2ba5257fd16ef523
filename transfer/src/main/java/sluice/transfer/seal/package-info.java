/**
 * Crypt4GH containers (GA4GH Crypt4GH File Format 1.0), their key files, and the signed manifest that says what a
 * delivery consists of. The format cannot show that whole segments were dropped, repeated or reordered, nor who wrote
 * it; the signed manifest does. The package refuses what it cannot authenticate, chooses no recipients, asks for no
 * passphrase, keeps no clock, and never writes a secret into a message. Sizes are bytes, digests SHA-256.
 *
 * <p>Threads: a {@link sluice.transfer.seal.SealingStream} and an {@link sluice.transfer.seal.OpeningStream} own a few
 * daemon threads each, from creation until {@code close()}, which ends them whatever happened.
 */
package sluice.transfer.seal;
