package sluice.transfer.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A SHA-256 digest (FIPS 180-4) as a value.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {

    /** Length of the digest in bytes. */
    public static final int BYTES = 32;

    /** @throws IllegalArgumentException when {@code hex} is not 64 lower-case hexadecimal digits */
    public Digest {
        if (hex.length() != 2 * BYTES || !hex.chars().allMatch(Digest::isLowerHex)) {
            throw new IllegalArgumentException("a SHA-256 digest is 64 lower-case hexadecimal digits");
        }
    }

    private static boolean isLowerHex(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** Reads a digest in either case, as RFC 8493 section 2.4 allows in manifests. */
    public static Digest parse(String hex) {
        return new Digest(hex.toLowerCase(Locale.ROOT));
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        MessageDigest hasher = newHasher();
        hasher.update(bytes);
        return finish(hasher);
    }

    /** The digest of everything up to the end of the stream, which stays open. */
    public static Digest of(InputStream in) throws IOException {
        return Measured.of(in).digest();
    }

    /** The digest of a file's content, opened read-only. */
    public static Digest of(Path file) throws IOException {
        return Measured.of(file).digest();
    }

    /** A fresh SHA-256 of the JDK, which uses the processor's own instructions where there are any. */
    public static MessageDigest newHasher() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The value of a hasher from {@link #newHasher()}, which is reset. */
    public static Digest finish(MessageDigest hasher) {
        return new Digest(HexFormat.of().formatHex(hasher.digest()));
    }

    /** The 32 bytes of the digest. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
