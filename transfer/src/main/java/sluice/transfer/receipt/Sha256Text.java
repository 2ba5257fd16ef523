package sluice.transfer.receipt;

/** The one textual form of a SHA-256 digest (FIPS 180-4): 64 lower-case hexadecimal digits. */
public final class Sha256Text {
    private Sha256Text() {
    }

    /**
     * The same text, when it is a digest.
     *
     * @throws IllegalArgumentException when it is not 64 lower-case hexadecimal digits
     */
    public static String require(String sha256) {
        if (!isDigest(sha256)) {
            throw new IllegalArgumentException("a SHA-256 digest is 64 lower-case hexadecimal digits");
        }
        return sha256;
    }

    /** Whether the text is 64 lower-case hexadecimal digits. */
    public static boolean isDigest(String text) {
        return text != null && text.length() == 64
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}
