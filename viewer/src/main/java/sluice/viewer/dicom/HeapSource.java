package sluice.viewer.dicom;

/** Bytes in memory. */
final class HeapSource extends ByteSource {
    HeapSource(byte[] bytes) {
        this(bytes, bytes.length);
    }

    HeapSource(byte[] bytes, int length) {
        window = bytes;
        windowLength = length;
    }

    @Override
    boolean has(long position, long count) {
        return position <= windowLength - count;
    }

    @Override
    void load(long position, int count) {
        // the window is everything there is
    }

    @Override
    void copy(long position, byte[] target, int from, int count) {
        System.arraycopy(window, (int) position, target, from, count);
    }

    @Override
    long size() {
        return windowLength;
    }
}
