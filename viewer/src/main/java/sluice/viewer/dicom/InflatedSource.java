package sluice.viewer.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A deflated data set, inflated into memory as far as somebody asks for it (PS3.5 A.5; also with a zlib wrapper). */
final class InflatedSource extends ByteSource {
    private static final int BLOCK = 64 << 10;

    private final ByteSource deflated;
    private final long start;
    private final boolean zlibWrapper;
    private final long limit;
    private final Inflater inflater;
    private final byte[] input = new byte[16 << 10];
    private long consumed;
    private boolean finished;

    InflatedSource(ByteSource deflated, long start, boolean zlibWrapper, long limit) {
        this.deflated = deflated;
        this.limit = Math.min(limit, Integer.MAX_VALUE - 16L);
        this.start = start;
        this.zlibWrapper = zlibWrapper;
        consumed = start;
        inflater = new Inflater(!zlibWrapper);
    }

    long start() {
        return start;
    }

    boolean zlibWrapper() {
        return zlibWrapper;
    }

    @Override
    boolean has(long position, long count) throws IOException {
        long needed = position + count;
        while (windowLength < needed && !finished) {
            more();
        }
        return needed <= windowLength;
    }

    @Override
    void load(long position, int count) {
        // the window is everything inflated so far
    }

    @Override
    void copy(long position, byte[] target, int from, int count) {
        System.arraycopy(window, (int) position, target, from, count);
    }

    @Override
    long size() throws IOException {
        has(limit, 1);
        return windowLength;
    }

    /** All of the data set; the array is the caller's own. */
    byte[] toArray() throws IOException {
        int length = (int) size();
        return Arrays.copyOf(window, length);
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void more() throws IOException {
        if (windowLength == window.length) {
            grow();
        }
        try {
            int count = inflater.inflate(window, windowLength, window.length - windowLength);
            windowLength += count;
            if (inflater.finished() || count == 0 && inflater.needsDictionary()) {
                finished = true;
            } else if (count == 0 && inflater.needsInput()) {
                refill();
            }
        } catch (DataFormatException e) {
            throw new DicomException(DicomException.Reason.CORRUPT, DicomException.NO_TAG, consumed,
                    "The deflated data set is damaged");
        }
    }

    private void refill() throws IOException {
        int count = (int) Math.min(input.length, deflated.size() - consumed);
        if (count <= 0) {
            finished = true;
            return;
        }
        deflated.copy(consumed, input, 0, count);
        consumed += count;
        inflater.setInput(input, 0, count);
    }

    private void grow() throws DicomException {
        if (windowLength >= limit) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, DicomException.NO_TAG, windowLength,
                    "The data set inflates to more than " + limit + " bytes");
        }
        window = Arrays.copyOf(window, (int) Math.min(limit, Math.max(BLOCK, window.length * 2L)));
    }
}
