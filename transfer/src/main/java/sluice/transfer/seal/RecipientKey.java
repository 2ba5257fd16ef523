package sluice.transfer.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** An X25519 secret key (RFC 7748), called secret key by Crypt4GH. Closing it wipes it; after that it opens nothing. */
public final class RecipientKey implements AutoCloseable {

    private final byte[] secret;
    private final Recipient recipient;
    private boolean closed;

    private RecipientKey(byte[] secret, Recipient recipient) {
        this.secret = secret;
        this.recipient = recipient;
    }

    /** A fresh key. */
    public static RecipientKey generate(SecureRandom random) {
        byte[] secret = new byte[X25519.SCALAR_SIZE];
        random.nextBytes(secret);
        try {
            return of(secret);
        } catch (SealException e) {
            throw new IllegalStateException("a random scalar is 32 bytes and never yields a point of small order", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * @param secret 32 bytes, copied; the caller wipes its own array
     * @throws SealException {@code KEY_MALFORMED} for another length
     */
    public static RecipientKey of(byte[] secret) throws SealException {
        if (secret.length != X25519.SCALAR_SIZE) {
            throw new SealException(SealException.Reason.KEY_MALFORMED,
                    "A secret key is " + X25519.SCALAR_SIZE + " bytes; this one is not. Nothing was opened.");
        }
        byte[] point = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(secret, 0, point, 0);
        return new RecipientKey(secret.clone(), Recipient.of(point));
    }

    /** The public half. */
    public Recipient recipient() {
        return recipient;
    }

    /** A copy of the secret, to be wiped by the caller. */
    synchronized byte[] secret() {
        if (closed) {
            throw new IllegalStateException("this key has been closed");
        }
        return secret.clone();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "secret key of " + recipient;
    }
}
