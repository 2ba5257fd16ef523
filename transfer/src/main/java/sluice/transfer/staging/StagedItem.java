package sluice.transfer.staging;

import java.nio.file.Path;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

/**
 * A file of the store.
 *
 * @param sha256 digest of the file's content, 64 lower-case hexadecimal digits; also its name
 * @param size   length in bytes
 * @param path   where it is; read-only
 */
public record StagedItem(String sha256, long size, Path path) {

    /** Digest and size together. */
    public Measured measured() {
        return new Measured(new Digest(sha256), size);
    }
}
