package sluice.transfer.connector;

import java.nio.file.Path;
import java.util.Objects;
import sluice.transfer.receipt.Sha256Text;

/**
 * One file to deliver.
 *
 * @param remoteName final name at the destination, a plain file name, see {@link RemoteName}
 * @param source     the local file; only read
 * @param size       its length in bytes
 * @param sha256     its SHA-256; bytes that do not have it are never published
 */
public record Upload(String remoteName, Path source, long size, String sha256) {
    public Upload {
        RemoteName.require(remoteName);
        Objects.requireNonNull(source, "source");
        Sha256Text.require(sha256);
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }
}
