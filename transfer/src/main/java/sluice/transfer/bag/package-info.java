/**
 * BagIt 1.0 (RFC 8493) bags: digests, manifests, the bag model, its validation on disk, and a deterministic POSIX tar
 * stream that carries one. It refuses what it cannot prove: a path that could leave the bag, two paths that fall
 * together on a case-insensitive disk, a source that is no longer what was approved, a tar entry that is not a plain
 * file. It never fetches (fetch.txt is a finding), never encrypts, keeps no clock, and puts no path into a message.
 * Sizes are bytes, digests SHA-256, dates are passed in.
 */
package sluice.transfer.bag;
