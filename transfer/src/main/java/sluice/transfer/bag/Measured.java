package sluice.transfer.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * What identifies content: its digest and its length.
 *
 * @param digest SHA-256 of the content
 * @param size   length in bytes, not negative
 */
public record Measured(Digest digest, long size) {

    private static final int BUFFER = 256 * 1024;

    /** @throws IllegalArgumentException when the size is negative */
    public Measured {
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    /** Measures these bytes. */
    public static Measured of(byte[] bytes) {
        return new Measured(Digest.of(bytes), bytes.length);
    }

    /** Measures everything up to the end of the stream, which stays open. Ends early when the thread is interrupted. */
    public static Measured of(InputStream in) throws IOException {
        MessageDigest hasher = Digest.newHasher();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            Interruption.check();
            hasher.update(buffer, 0, n);
            size += n;
        }
        return new Measured(Digest.finish(hasher), size);
    }

    /** Measures a file, opened read-only. */
    public static Measured of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }
}
