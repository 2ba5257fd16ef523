package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Interruption;

/** Opens Crypt4GH files with one secret key, which must stay open as long as this is used. */
public final class Opener {

    private final RecipientKey key;

    public Opener(RecipientKey key) {
        this.key = key;
    }

    /**
     * Reads the header and returns the plaintext as a stream, which ends only when everything has been found in order.
     * {@code in} stays open and belongs to the returned stream until that is closed.
     *
     * @throws SealException everything that the header can be guilty of
     */
    public OpeningStream begin(InputStream in, Expected expected) throws IOException {
        return new OpeningStream(in, key, expected);
    }

    /**
     * Opens all of {@code in} to {@code out}; both stay open. When this throws, what was written is worthless and must
     * not be published, though each byte of it was authentic.
     *
     * @param progress hears the plaintext bytes
     * @throws SealException                  when the file is not for this key, altered, or not the expected one
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    public SealResult open(InputStream in, OutputStream out, Expected expected, ByteProgress progress) throws IOException {
        try (OpeningStream opening = begin(in, expected)) {
            for (int n = opening.writeTo(out); n >= 0; n = opening.writeTo(out)) {
                Interruption.check();
                progress.advanced(n);
            }
            out.flush();
            return opening.result();
        }
    }
}
