/**
 * What a destination let us prove about a delivery, how strong that proof is, and whether it is enough to call the
 * delivery received. It refuses to guess: evidence says what was observed, never what was hoped for. Sizes are bytes,
 * digests are SHA-256 in lower-case hexadecimal, times are UTC. It opens no connection and reads no file.
 */
package sluice.transfer.receipt;
