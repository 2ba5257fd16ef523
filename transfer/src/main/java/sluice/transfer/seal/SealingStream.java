package sluice.transfer.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

/**
 * Takes plaintext and puts a Crypt4GH file on another stream. The file is complete only after {@link #finish()};
 * closing without it leaves a beginning that must not be published. For one thread; the other stream is written by a
 * thread of this object, and is left open.
 */
public final class SealingStream extends OutputStream {

    private final OutputStream out;
    private final SecureRandom random;
    private final MessageDigest plainHasher = Digest.newHasher();
    private final MessageDigest sealedHasher = Digest.newHasher();
    private final ChunkPipeline pipeline;
    private final Future<?> drain;
    private long plainSize;
    private long sealedSize;
    private Chunk current;
    private SealResult result;

    SealingStream(OutputStream out, List<Recipient> recipients, SecureRandom random) throws IOException {
        this.out = out;
        this.random = random;
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] payload = HeaderPayload.ofDataKey(key);
        int workers = ChunkPipeline.workers();
        List<Chunk> ring = new ArrayList<>();
        for (int i = 0; i < workers + 4; i++) {
            ring.add(new Chunk(List.of(key)));
        }
        put(new Header(Header.encrypt(List.of(payload), recipients, random)).encode());
        Arrays.fill(key, (byte) 0);
        Arrays.fill(payload, (byte) 0);
        pipeline = new ChunkPipeline("sluice-seal", workers, ring);
        drain = pipeline.help(this::drain);
    }

    private void put(byte[] bytes) throws IOException {
        put(bytes, bytes.length);
    }

    private void put(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        sealedHasher.update(bytes, 0, length);
        sealedSize += length;
    }

    private void drain() throws IOException {
        for (Chunk chunk = pipeline.next(); chunk != null; chunk = pipeline.next()) {
            put(chunk.sealed, chunk.sealedLength);
            pipeline.release(chunk);
        }
        out.flush();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @throws IOException also what the other stream threw a little earlier */
    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int at = offset;
        int end = offset + length;
        while (at < end) {
            Chunk chunk = chunk();
            int n = Math.min(end - at, chunk.plain.length - chunk.plainLength);
            System.arraycopy(buffer, at, chunk.plain, chunk.plainLength, n);
            at += n;
            advance(n);
        }
    }

    /** Reads once from {@code in} without a copy in between; returns what {@link InputStream#read(byte[])} would. */
    int readFrom(InputStream in) throws IOException {
        Chunk chunk = chunk();
        int n = in.read(chunk.plain, chunk.plainLength, chunk.plain.length - chunk.plainLength);
        if (n > 0) {
            advance(n);
        }
        return n;
    }

    private Chunk chunk() throws IOException {
        if (result != null) {
            throw new IOException("the sealed file is finished");
        }
        if (current == null) {
            current = pipeline.acquire();
            current.plainLength = 0;
        }
        return current;
    }

    private void advance(int length) {
        current.plainLength += length;
        if (current.plainLength == current.plain.length) {
            submit();
        }
    }

    private void submit() {
        Chunk chunk = current;
        current = null;
        pipeline.submit(chunk, () -> {
            chunk.encrypt(random);
            return chunk;
        });
        plainHasher.update(chunk.plain, 0, chunk.plainLength);
        plainSize += chunk.plainLength;
    }

    /** Does nothing: a segment in the middle of a file is always full. */
    @Override
    public void flush() {
    }

    /** Completes the file and says what it is. The other stream has been flushed. */
    public SealResult finish() throws IOException {
        if (result == null) {
            if (current != null) {
                submit();
            }
            pipeline.end();
            pipeline.await(drain);
            result = new SealResult(new Measured(Digest.finish(plainHasher), plainSize),
                    new Measured(Digest.finish(sealedHasher), sealedSize));
        }
        return result;
    }

    /** Ends the threads. Without {@link #finish()} before, what was written is a beginning and no file. */
    @Override
    public void close() {
        pipeline.close();
    }
}
