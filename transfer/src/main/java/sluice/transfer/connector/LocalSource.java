package sluice.transfer.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads the local side of an upload; whatever goes wrong here is the source's fault, not the destination's. */
public final class LocalSource implements AutoCloseable {
    private final FileChannel channel;
    private final long size;

    private LocalSource(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    /**
     * Opens the source read-only.
     *
     * @throws TransferException.LocalSourceVanished when it cannot be read
     * @throws TransferException.LocalSourceChanged  when it does not have the promised length
     */
    public static LocalSource open(Upload upload) throws TransferException {
        FileChannel channel;
        try {
            channel = FileChannel.open(upload.source(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw unreadable(e);
        }
        LocalSource source = new LocalSource(channel, upload.size());
        try {
            if (channel.size() != upload.size()) {
                throw new TransferException.LocalSourceChanged();
            }
            return source;
        } catch (IOException e) {
            source.close();
            throw unreadable(e);
        } catch (TransferException e) {
            source.close();
            throw e;
        }
    }

    /**
     * Fills the buffer's remaining space from this offset, as far as the promised length goes.
     *
     * @return number of bytes read, 0 at the end
     * @throws TransferException.LocalSourceChanged when the file has become shorter
     */
    public int read(ByteBuffer into, long offset) throws TransferException {
        int wanted = (int) Math.min(into.remaining(), size - offset);
        int limit = into.limit();
        into.limit(into.position() + wanted);
        int got = 0;
        try {
            while (got < wanted) {
                int n = channel.read(into, offset + got);
                if (n < 0) {
                    throw new TransferException.LocalSourceChanged();
                }
                got += n;
            }
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            into.limit(limit);
        }
        return got;
    }

    /**
     * Reads the whole file and compares it with the promised digest.
     *
     * @throws TransferException.LocalSourceChanged when it differs
     */
    public static void verify(Upload upload) throws TransferException {
        try (LocalSource source = open(upload)) {
            MessageDigest digest = sha256();
            ByteBuffer block = ByteBuffer.allocate(1 << 16);
            long offset = 0;
            for (int n = source.read(block, offset); n > 0; n = source.read(block, offset)) {
                digest.update(block.flip());
                block.clear();
                offset += n;
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(upload.sha256())) {
                throw new TransferException.LocalSourceChanged();
            }
        }
    }

    private static TransferException unreadable(IOException e) {
        return e instanceof ClosedByInterruptException
                ? new TransferException.Cancelled(e) : new TransferException.LocalSourceVanished(Causes.withoutPath(e));
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing was written, so nothing can be lost by a failing close
        }
    }
}
