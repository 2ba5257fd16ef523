package sluice.app.deid.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The secret from which all pseudonyms of a project derive. Whoever holds it can test guesses; whoever loses it cannot link
 * a second delivery of the same patient. Kept in memory until {@link #close()}.
 */
public final class ProjectSecret implements AutoCloseable {

    /** Shortest secret: as long as the output of HMAC-SHA-256 (RFC 2104 section 3). */
    public static final int MINIMUM_BYTES = 32;

    /** What pseudonyms begin with that derive from a text which several tools share. */
    public static final String SHARED_PREFIX = EucaimScheme.PATIENT_PREFIX;

    private final int version;
    private final byte[] bytes;
    private final byte[] text;
    private boolean closed;

    /**
     * @param version which of the project's secrets this is, 1 or higher; goes into reports
     * @param bytes at least {@value #MINIMUM_BYTES} bytes from a cryptographic random source; copied
     */
    public ProjectSecret(int version, byte[] bytes) {
        this(version, bytes, new byte[0]);
    }

    /**
     * A secret that other tools of the project use as well.
     *
     * @param text as it is typed there, UTF-8; copied without white space at its ends. Empty: {@link #text} is derived
     */
    public ProjectSecret(int version, byte[] bytes, byte[] text) {
        if (version < 1) {
            throw new IllegalArgumentException("secret versions start at 1");
        }
        if (bytes.length < MINIMUM_BYTES) {
            throw new IllegalArgumentException("a project secret has at least " + MINIMUM_BYTES + " bytes, this one has "
                    + bytes.length);
        }
        this.version = version;
        this.bytes = bytes.clone();
        String typed = new String(text, StandardCharsets.UTF_8);
        // some editors begin a file with a mark that nobody typed
        this.text = (typed.startsWith("\uFEFF") ? typed.substring(1) : typed).strip().getBytes(StandardCharsets.UTF_8);
    }

    public int version() {
        return version;
    }

    byte[] bytes() {
        requireOpen();
        return bytes;
    }

    /** For schemes whose secret is a text: what was given, else 64 hexadecimal digits that derive from the secret. */
    byte[] text() {
        requireOpen();
        return text.length > 0 ? text.clone()
                : HexFormat.of().formatHex(new KeyedDigest(bytes).of("shared secret")).getBytes(StandardCharsets.US_ASCII);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the project secret has been closed");
        }
    }

    /** Overwrites the secret; pseudonyms made before keep working until they are dropped themselves. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(text, (byte) 0);
    }

    @Override
    public String toString() {
        return "project secret version " + version;
    }
}
