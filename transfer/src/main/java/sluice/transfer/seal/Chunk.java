package sluice.transfer.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** Some consecutive segments, plain and sealed. Handed from thread to thread, used by one at a time. */
final class Chunk {

    /** Segments of one chunk: large enough to hide the handing over, small enough to stay in a core's cache. */
    static final int SEGMENTS = 16;

    final byte[] plain = new byte[SEGMENTS * Segments.PLAIN];
    final byte[] sealed = new byte[SEGMENTS * Segments.SEALED];
    int plainLength;
    int sealedLength;
    /** Number of the first segment in the file, from 0. */
    long first;

    private final SegmentCipher cipher;
    private final byte[] nonce = new byte[HeaderCipher.NONCE];

    Chunk(List<byte[]> keys) {
        cipher = new SegmentCipher(keys);
    }

    void encrypt(SecureRandom random) {
        sealedLength = 0;
        for (int at = 0; at < plainLength; at += Segments.PLAIN) {
            int length = Math.min(Segments.PLAIN, plainLength - at);
            random.nextBytes(nonce);
            System.arraycopy(nonce, 0, sealed, sealedLength, nonce.length);
            int start = sealedLength + nonce.length;
            sealedLength = start + cipher.encrypt(nonce, plain, at, length, sealed, start);
        }
    }

    void decrypt() throws SealException {
        plainLength = 0;
        for (int at = 0; at < sealedLength; at += Segments.SEALED) {
            int length = Math.min(Segments.SEALED, sealedLength - at) - nonce.length;
            long number = first + at / Segments.SEALED;
            if (length < HeaderCipher.MAC) {
                throw new SealException(SealException.Reason.TRUNCATED, "The file ends inside segment " + number
                        + "; what came so far is not used. Transfer it again.");
            }
            System.arraycopy(sealed, at, nonce, 0, nonce.length);
            int n = cipher.decrypt(nonce, sealed, at + nonce.length, length, plain, plainLength);
            if (n < 0) {
                throw new SealException(SealException.Reason.NOT_AUTHENTIC, "Segment " + number + " (plaintext from byte "
                        + number * Segments.PLAIN + ") is not what was sealed, or the file ends inside it; what came so far "
                        + "is not used. Transfer it again.");
            }
            plainLength += n;
        }
    }

    void wipe() {
        Arrays.fill(plain, (byte) 0);
    }
}
