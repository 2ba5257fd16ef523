package sluice.viewer.dicom;

import java.io.Closeable;
import java.io.IOException;

/**
 * Random access to the bytes of a file or of an inflated data set through a window: {@link #at} gives an index into
 * {@link #window} that stays good until the next call of any method. Nothing beyond the end is ever read, and no array is
 * made before the bytes for it are known to exist.
 */
abstract class ByteSource implements Closeable {
    byte[] window = {};
    long windowStart;
    int windowLength;

    /** Whether {@code count} bytes exist from {@code position} on. */
    abstract boolean has(long position, long count) throws IOException;

    /** Makes the window hold {@code count} bytes, few enough for any window, from {@code position} on, which exist. */
    abstract void load(long position, int count) throws IOException;

    /** Copies bytes that exist. */
    abstract void copy(long position, byte[] target, int from, int count) throws IOException;

    /** Bytes in total; finding out may mean inflating all. */
    abstract long size() throws IOException;

    /**
     * The index in {@link #window} of the byte at {@code position}, with {@code count} bytes there to be read.
     *
     * @param tag whom to blame where the file ends too early
     */
    final int at(long position, int count, int tag) throws IOException {
        long index = position - windowStart;
        if (index >= 0 && index + count <= windowLength) {
            return (int) index;
        }
        if (!has(position, count)) {
            throw new DicomException(DicomException.Reason.TRUNCATED, tag, position,
                    "The file ends before the data set does");
        }
        load(position, count);
        return (int) (position - windowStart);
    }

    /** A new array of bytes that exist. */
    final byte[] bytes(long position, int count) throws IOException {
        byte[] copy = new byte[count];
        long index = position - windowStart;
        if (index >= 0 && index + count <= windowLength) {
            System.arraycopy(window, (int) index, copy, 0, count);
        } else {
            copy(position, copy, 0, count);
        }
        return copy;
    }

    @Override
    public void close() throws IOException {}
}
