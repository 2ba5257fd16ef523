package sluice.transfer.bag;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes plain files as a POSIX ustar stream, with a pax header only where ustar cannot hold a name or a size. The same
 * files in the same order give the same bytes: mode 0644, owner 0, one fixed time. The stream stays open.
 */
public final class TarWriter {

    /** Archives end on a multiple of this, as POSIX asks. */
    private static final int RECORD = 20 * TarHeader.BLOCK;

    private final OutputStream out;
    private final PathSet paths = new PathSet();
    private long written;
    private long expected;
    private long entries;

    public TarWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Begins a file; its content follows by {@link #write}.
     *
     * @throws BagException {@code PATH_COLLISION}, when the path falls together with an earlier one
     */
    public void begin(BagPath path, long size) throws IOException {
        endEntry();
        paths.add(path);
        entries++;
        boolean longName = TarHeader.split(path.value()) < 0;
        boolean large = size > TarHeader.MAX_SIZE;
        String name = path.value();
        if (longName || large) {
            Map<String, String> records = new TreeMap<>();
            if (longName) {
                records.put("path", path.value());
                name = "entry-" + entries;
            }
            if (large) {
                records.put("size", Long.toString(size));
            }
            byte[] content = PaxRecords.encode(records);
            emit(new TarHeader("pax-" + entries, content.length, TarHeader.PAX).encode());
            emit(content);
            pad(TarHeader.BLOCK);
        }
        emit(new TarHeader(name, large ? 0 : size, TarHeader.FILE).encode());
        expected = size;
    }

    /** Bytes of the current file. */
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (length > expected) {
            throw new IllegalStateException("more bytes than the entry was announced with");
        }
        expected -= length;
        out.write(buffer, offset, length);
        written += length;
    }

    /** Counts bytes of the current file that somebody else put on the stream, or that are only being counted. */
    void skip(long length) {
        expected -= length;
        written += length;
    }

    /** Ends the archive and flushes; the stream stays open. */
    public void finish() throws IOException {
        endEntry();
        emit(new byte[2 * TarHeader.BLOCK]);
        pad(RECORD);
        out.flush();
    }

    private void endEntry() throws IOException {
        if (expected != 0) {
            throw new IllegalStateException("the entry before is not complete");
        }
        pad(TarHeader.BLOCK);
    }

    private void emit(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private void pad(int unit) throws IOException {
        emit(new byte[(int) ((unit - written % unit) % unit)]);
    }
}
