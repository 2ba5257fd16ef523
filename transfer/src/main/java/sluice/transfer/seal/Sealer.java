package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Interruption;

/**
 * Writes Crypt4GH files for fixed recipients. Each file gets its own writer's key, which nobody keeps, and its own data
 * key. May be shared between threads.
 */
public final class Sealer {

    private final List<Recipient> recipients;
    private final SecureRandom random;

    /**
     * @param recipients who will be able to open; at least one, each counts once
     * @param random     source of all keys and nonces
     * @throws IllegalArgumentException when there is no recipient, or more than a header may hold
     */
    public Sealer(Collection<Recipient> recipients, SecureRandom random) {
        this.recipients = List.copyOf(new LinkedHashSet<>(recipients));
        this.random = random;
        if (this.recipients.isEmpty() || this.recipients.size() > Header.MAX_PACKETS) {
            throw new IllegalArgumentException("a file is sealed for 1 to " + Header.MAX_PACKETS + " recipients");
        }
    }

    /** The recipients in the order of the header. */
    public List<Recipient> recipients() {
        return recipients;
    }

    /**
     * Begins a file on {@code out}, which stays open and belongs to the returned stream until that is closed.
     */
    public SealingStream begin(OutputStream out) throws IOException {
        return new SealingStream(out, recipients, random);
    }

    /**
     * Seals all of {@code in} to {@code out}; both stay open.
     *
     * @param progress hears the plaintext bytes
     * @throws java.io.InterruptedIOException when the thread is interrupted; the output is then worthless
     */
    public SealResult seal(InputStream in, OutputStream out, ByteProgress progress) throws IOException {
        try (SealingStream sealing = begin(out)) {
            for (int n = sealing.readFrom(in); n >= 0; n = sealing.readFrom(in)) {
                Interruption.check();
                progress.advanced(n);
            }
            return sealing.finish();
        }
    }
}
