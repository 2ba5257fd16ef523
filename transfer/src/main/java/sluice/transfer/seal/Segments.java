package sluice.transfer.seal;

/** The sizes of Crypt4GH's data section (Crypt4GH, "Segmenting the input"); all in bytes. */
public final class Segments {

    /** Plaintext of a full segment. */
    public static final int PLAIN = 65536;
    /** Nonce and MAC of a segment. */
    public static final int OVERHEAD = 28;
    /** A full segment as it stands in the file. */
    public static final int SEALED = PLAIN + OVERHEAD;

    private Segments() {
    }

    /** Size of the sealed file for this much plaintext and this many recipients, one data key, no padding. */
    public static long sealedSize(long plain, int recipients) {
        return Header.length(recipients) + plain + (plain + PLAIN - 1) / PLAIN * OVERHEAD;
    }
}
