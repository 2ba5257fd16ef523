package sluice.transfer.staging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.transfer.bag.DurableFiles;
import sluice.transfer.bag.Measured;

/** A file on its way into the store. It gets a final name only by {@link #commit}; closing without it leaves nothing. */
public final class StagingWriter extends OutputStream {

    private final StagingArea area;
    private final Path tmp;
    private final OutputStream out;
    private long size;
    private boolean done;

    StagingWriter(StagingArea area, Path tmp, OutputStream out) {
        this.area = area;
        this.tmp = tmp;
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        try {
            out.write(buffer, offset, length);
            size += length;
        } catch (IOException e) {
            throw area.disk().explain(e, tmp.getParent());
        }
    }

    /**
     * Makes the file durable and gives it its final name.
     *
     * @param measured digest and size of the bytes that were written, as their producer measured them while writing
     * @throws StagingException {@code SIZE_DIFFERS} when the size is another, {@code DAMAGED} when a staged file of this
     *         name is not what it should be, {@code DISK_FULL} and the like; nothing new has a final name then
     */
    public StagedItem commit(Measured measured) throws IOException {
        try {
            out.close();
            if (size != measured.size() || Files.size(tmp) != size) {
                throw new StagingException(StagingException.Reason.SIZE_DIFFERS,
                        "What was written has not the size that was announced; nothing was staged. Repeat.");
            }
            DurableFiles.sync(tmp);
            StagedItem item = area.publish(tmp, measured);
            done = true;
            return item;
        } catch (IOException e) {
            throw area.disk().explain(e, tmp.getParent());
        }
    }

    /** Without a commit before, removes what was written. */
    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            try {
                out.close();
            } finally {
                Files.deleteIfExists(tmp);
            }
        }
    }
}
