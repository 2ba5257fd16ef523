/**
 * The store of sealed files that wait for delivery: write-once, each named by the SHA-256 of its content. What has its
 * final name is complete and on the disk; what a killed process left behind has none and is cleared away by the next
 * one. It refuses to overwrite, to keep anything unsealed apart from its own temporary files, and to delete a sealed
 * file unless told to. It knows nothing of bags, keys or destinations. Sizes are bytes.
 */
package sluice.transfer.staging;
