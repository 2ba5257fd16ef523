package sluice.transfer.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a POSIX ustar or pax stream of plain files that may come from an enemy. Folder entries are checked and skipped;
 * everything else that is not a plain file, every path that is no {@link BagPath}, every duplicate, bad checksum,
 * missing end and excess over the limits ends the reading with a {@link BagException}. The stream stays open.
 */
public final class TarReader {

    private static final int MAX_PAX = 64 * 1024;

    private final InputStream in;
    private final TarLimits limits;
    private final PathSet paths = new PathSet();
    private final byte[] block = new byte[TarHeader.BLOCK];
    private long entries;
    private long total;
    private long left;
    private int padding;

    public TarReader(InputStream in, TarLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** A plain file that comes next in the archive. */
    public record Entry(BagPath path, long size) {
    }

    /** Skips what is left of the current file and reads up to the next; empty at the proven end of the archive. */
    public Optional<Entry> next() throws IOException {
        skipContent();
        PaxRecords pax = PaxRecords.NONE;
        boolean paxSeen = false;
        while (readBlock()) {
            TarHeader header = TarHeader.decode(block);
            if (header.type() == TarHeader.PAX) {
                if (paxSeen) {
                    throw corrupt("an entry has two extended headers");
                }
                paxSeen = true;
                pax = PaxRecords.decode(readPax(header.size()));
                continue;
            }
            Optional<Entry> entry = accept(header, pax);
            if (entry.isPresent()) {
                return entry;
            }
            pax = PaxRecords.NONE;
            paxSeen = false;
        }
        if (paxSeen) {
            throw corrupt("the last extended header belongs to nothing");
        }
        return Optional.empty();
    }

    private Optional<Entry> accept(TarHeader header, PaxRecords pax) throws BagException {
        if (++entries > limits.entries()) {
            throw limit("more than " + limits.entries() + " entries");
        }
        String name = pax.path().orElse(header.name());
        long size = pax.size().orElse(header.size());
        if (header.type() == TarHeader.FOLDER) {
            BagPath.of(name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
            if (size != 0) {
                throw corrupt("a folder has content");
            }
            return Optional.empty();
        }
        if (header.type() != TarHeader.FILE) {
            throw refused("entry " + entries + " is a link, a device or another thing that is no plain file");
        }
        BagPath path = BagPath.of(name);
        paths.add(path);
        if (size > limits.entrySize() || size > limits.totalSize() - total) {
            throw limit("files larger than " + limits.entrySize() + " bytes, or " + limits.totalSize() + " together");
        }
        total += size;
        left = size;
        padding = (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK);
        return Optional.of(new Entry(path, size));
    }

    /** Reads content of the current file; -1 at its end. */
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = in.read(buffer, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw truncated();
        }
        left -= n;
        return n;
    }

    private void skipContent() throws IOException {
        byte[] waste = new byte[8192];
        while (read(waste, 0, waste.length) >= 0) {
            Interruption.check();
        }
        fill(block, padding);
        padding = 0;
    }

    private byte[] readPax(long size) throws IOException {
        if (size > MAX_PAX) {
            throw limit("an extended header of more than " + MAX_PAX + " bytes");
        }
        byte[] content = new byte[(int) size];
        fill(content, content.length);
        fill(block, (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK));
        return content;
    }

    /** Reads a header block into {@link #block}; false at the end mark, after which only zeros may follow. */
    private boolean readBlock() throws IOException {
        fill(block, block.length);
        if (!isZero(block, block.length)) {
            return true;
        }
        fill(block, block.length);
        if (!isZero(block, block.length)) {
            throw corrupt("a zero block stands between entries");
        }
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            Interruption.check();
            if (!isZero(block, n)) {
                throw corrupt("something follows the end of the archive");
            }
        }
        return false;
    }

    private void fill(byte[] target, int length) throws IOException {
        if (in.readNBytes(target, 0, length) != length) {
            throw truncated();
        }
    }

    private static boolean isZero(byte[] bytes, int length) {
        int or = 0;
        for (int i = 0; i < length; i++) {
            or |= bytes[i];
        }
        return or == 0;
    }

    private static BagException truncated() {
        return new BagException(BagException.Reason.ARCHIVE_TRUNCATED,
                "The archive ends too early; what came so far is not used. Ask for it again.");
    }

    static BagException corrupt(String what) {
        return new BagException(BagException.Reason.ARCHIVE_CORRUPT,
                "The archive is damaged: " + what + ". What came so far is not used. Ask for it again.");
    }

    static BagException refused(String what) {
        return new BagException(BagException.Reason.ARCHIVE_REFUSED,
                "The archive is refused: " + what + ". What came so far is not used. Do not unpack it by other means.");
    }

    private static BagException limit(String what) {
        return new BagException(BagException.Reason.LIMIT_EXCEEDED,
                "The archive is refused: it holds " + what + ". What came so far is not used. Raise the limit if that is expected.");
    }
}
