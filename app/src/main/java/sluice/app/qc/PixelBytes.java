package sluice.app.qc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import sluice.viewer.dicom.PixelSource;

/**
 * Searches pixel data as stored. Image values can look like a short word by chance, so needles of fewer than
 * {@value #CERTAIN} bytes count in compressed data only, and only amid other printable characters, as in a comment.
 */
final class PixelBytes implements WritableByteChannel {
    private static final int CERTAIN = 8;
    private static final int PRINTABLE_RUN = 12;
    private static final int PART = 1 << 20;
    private final NeedleSearch certain;
    private final NeedleSearch inComments;
    private final byte[] window;
    private int filled;
    private boolean found;

    private PixelBytes(NeedleSearch certain, NeedleSearch inComments) {
        this.certain = certain;
        this.inComments = inComments;
        this.window = new byte[PART + Math.max(certain.overlap(), inComments.overlap() + 2 * PRINTABLE_RUN)];
    }

    /** Whether pixel data holds one of these. */
    static boolean hold(PixelSource pixels, Searches searches) throws IOException {
        if (searches.certain().isEmpty() && searches.any().isEmpty()) {
            return false;
        }
        PixelBytes search = new PixelBytes(searches.certain(), pixels.encapsulated() ? searches.any() : searches.none());
        try {
            pixels.copyTo(search);
            search.look();
        } catch (Enough e) {
            return true;
        }
        return search.found;
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

    @Override
    public int write(ByteBuffer bytes) throws Enough {
        int count = bytes.remaining();
        while (bytes.hasRemaining()) {
            int part = Math.min(bytes.remaining(), window.length - filled);
            bytes.get(window, filled, part);
            filled += part;
            if (filled == window.length) {
                look();
                int keep = window.length - PART;
                System.arraycopy(window, PART, window, 0, keep);
                filled = keep;
            }
        }
        return count;
    }

    private void look() throws Enough {
        found |= certain.isIn(window, filled) || !inComments.isEmpty() && inPrintable();
        if (found) {
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
