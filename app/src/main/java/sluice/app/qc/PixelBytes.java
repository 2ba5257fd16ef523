package sluice.app.qc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import sluice.viewer.dicom.PixelSource;

/**
 * Searches pixel data as stored. Image values can look like a short word by chance, so needles of fewer than
 * {@value #CERTAIN} bytes count in compressed data only, and only amid other printable characters, as in a comment. Not for use
 * by several threads at once; the buffers serve one file after the other.
 */
final class PixelBytes implements WritableByteChannel {
    private static final int CERTAIN = 8;
    private static final int PRINTABLE_RUN = 12;
    private static final int PART = 1 << 18;
    private static final int LONGEST = 1 << 12;
    private final byte[] window = new byte[PART + LONGEST];
    private final ByteBuffer part = ByteBuffer.allocateDirect(PART);
    private NeedleSearch certain;
    private NeedleSearch inComments;
    private int overlap;
    private int filled;

    /**
     * Whether pixel data holds one of these.
     *
     * @param file that holds it as it is, or null where it has to be asked for
     */
    boolean hold(PixelSource pixels, Path file, Searches searches) throws IOException {
        if (searches.certain().isEmpty() && searches.any().isEmpty()) {
            return false;
        }
        certain = searches.certain();
        inComments = pixels.encapsulated() ? searches.any() : searches.none();
        overlap = Math.min(LONGEST, Math.max(certain.overlap(), inComments.overlap() + 2 * PRINTABLE_RUN));
        filled = 0;
        try {
            if (file == null) {
                pixels.copyTo(this);
            } else {
                read(file, pixels.offset(), pixels.length());
            }
            look();
        } catch (Enough e) {
            return true;
        }
        return false;
    }

    /**
     * The searches for one set of needles.
     *
     * @param any all needles
     * @param certain the long ones
     * @param none no needle
     */
    record Searches(NeedleSearch any, NeedleSearch certain, NeedleSearch none) {
        static Searches of(java.util.List<Needle> needles) {
            return new Searches(new NeedleSearch(needles, 2), new NeedleSearch(needles, CERTAIN),
                    new NeedleSearch(java.util.List.of(), 2));
        }
    }

    /** Copying through a channel of one's own comes in pieces of eight kilobytes, and most of its time is spent in the system. */
    private void read(Path file, long offset, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long done = 0;
            while (done < length) {
                part.clear().limit((int) Math.min(PART, length - done));
                int count = channel.read(part, offset + done);
                if (count < 0) {
                    throw new EOFException("the file is shorter than its pixel data");
                }
                done += count;
                write(part.flip());
            }
        }
    }

    @Override
    public int write(ByteBuffer bytes) throws Enough {
        int count = bytes.remaining();
        while (bytes.hasRemaining()) {
            int taken = Math.min(bytes.remaining(), window.length - filled);
            bytes.get(window, filled, taken);
            filled += taken;
            if (filled == window.length) {
                look();
                System.arraycopy(window, filled - overlap, window, 0, overlap);
                filled = overlap;
            }
        }
        return count;
    }

    private void look() throws Enough {
        if (certain.isIn(window, filled) || !inComments.isEmpty() && inPrintable()) {
            throw new Enough();
        }
    }

    private boolean inPrintable() {
        int from = 0;
        for (int i = 0; i <= filled; i++) {
            if (i < filled && window[i] >= ' ' && window[i] < 0x7f) {
                continue;
            }
            if (i - from >= PRINTABLE_RUN && inComments.isIn(java.util.Arrays.copyOfRange(window, from, i), i - from)) {
                return true;
            }
            from = i + 1;
        }
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** Ends a copy of which the rest is not needed. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
