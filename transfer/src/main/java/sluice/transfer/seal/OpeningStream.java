package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

/**
 * The plaintext of a Crypt4GH file. Every byte handed out was authenticated; the end of the stream is reached only when
 * the file is whole and what was expected, otherwise a {@link SealException} takes its place. For one thread; the sealed
 * file is read by a thread of this object, and is left open.
 */
public final class OpeningStream extends InputStream {

    private final InputStream in;
    private final Expected expected;
    private final MessageDigest plainHasher = Digest.newHasher();
    private final MessageDigest sealedHasher = Digest.newHasher();
    private final ChunkPipeline pipeline;
    private long plainSize;
    private long sealedSize;
    private Chunk current;
    private int position;
    private SealResult result;

    OpeningStream(InputStream in, RecipientKey key, Expected expected) throws IOException {
        this.in = in;
        this.expected = expected;
        Header header = Header.read(in);
        byte[] encoded = header.encode();
        sealedHasher.update(encoded);
        sealedSize = encoded.length;
        List<byte[]> payloads = header.decrypt(key);
        List<byte[]> keys = HeaderPayload.dataKeys(payloads);
        int workers = ChunkPipeline.workers();
        List<Chunk> ring = new ArrayList<>();
        for (int i = 0; i < workers + 4; i++) {
            ring.add(new Chunk(keys));
        }
        payloads.forEach(payload -> Arrays.fill(payload, (byte) 0));
        keys.forEach(dataKey -> Arrays.fill(dataKey, (byte) 0));
        pipeline = new ChunkPipeline("sluice-open", workers, ring);
        pipeline.help(this::fill);
    }

    private void fill() throws IOException {
        long segment = 0;
        boolean more = true;
        while (more) {
            Chunk chunk = pipeline.acquire();
            chunk.sealedLength = in.readNBytes(chunk.sealed, 0, chunk.sealed.length);
            chunk.first = segment;
            segment += Chunk.SEGMENTS;
            more = chunk.sealedLength == chunk.sealed.length;
            pipeline.submit(chunk, () -> {
                chunk.decrypt();
                return chunk;
            });
            sealedHasher.update(chunk.sealed, 0, chunk.sealedLength);
            sealedSize += chunk.sealedLength;
        }
        pipeline.end();
    }

    /** Makes {@link #current} a chunk with bytes left; false at the proven end. */
    private boolean advance() throws IOException {
        while (result == null && (current == null || position == current.plainLength)) {
            if (current != null) {
                pipeline.release(current);
            }
            current = pipeline.next();
            position = 0;
            if (current == null) {
                SealResult found = new SealResult(new Measured(Digest.finish(plainHasher), plainSize),
                        new Measured(Digest.finish(sealedHasher), sealedSize));
                try {
                    expected.check(found);
                } catch (SealException e) {
                    throw pipeline.fail(e);
                }
                result = found;
            } else {
                plainHasher.update(current.plain, 0, current.plainLength);
                plainSize += current.plainLength;
            }
        }
        return result == null;
    }

    @Override
    public int read() throws IOException {
        return advance() ? current.plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int n = Math.min(length, current.plainLength - position);
        System.arraycopy(current.plain, position, buffer, offset, n);
        position += n;
        return n;
    }

    /** Writes the next bytes to {@code out} without a copy in between; returns their number, -1 at the end. */
    int writeTo(OutputStream out) throws IOException {
        if (!advance()) {
            return -1;
        }
        int n = current.plainLength - position;
        out.write(current.plain, position, n);
        position += n;
        return n;
    }

    /**
     * What was opened, once the end was reached.
     *
     * @throws IllegalStateException before the end
     */
    public SealResult result() {
        if (result == null) {
            throw new IllegalStateException("the end has not been reached");
        }
        return result;
    }

    /** Ends the threads and wipes what was not read. */
    @Override
    public void close() {
        pipeline.close();
    }
}
