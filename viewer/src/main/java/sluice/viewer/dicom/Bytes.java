package sluice.viewer.dicom;

/** Numbers out of byte arrays, in either byte order. Callers have checked the bounds. */
final class Bytes {
    private Bytes() {}

    static int u16(byte[] b, int i, boolean bigEndian) {
        return bigEndian
                ? (b[i] & 0xFF) << 8 | b[i + 1] & 0xFF
                : (b[i + 1] & 0xFF) << 8 | b[i] & 0xFF;
    }

    static int i32(byte[] b, int i, boolean bigEndian) {
        return bigEndian
                ? u16(b, i, true) << 16 | u16(b, i + 2, true)
                : u16(b, i + 2, false) << 16 | u16(b, i, false);
    }

    static long u32(byte[] b, int i, boolean bigEndian) {
        return i32(b, i, bigEndian) & 0xFFFFFFFFL;
    }

    static long i64(byte[] b, int i, boolean bigEndian) {
        return bigEndian
                ? (long) i32(b, i, true) << 32 | u32(b, i + 4, true)
                : (long) i32(b, i + 4, false) << 32 | u32(b, i, false);
    }

    /** Group and element as one number, group << 16 | element. */
    static int tag(byte[] b, int i, boolean bigEndian) {
        return u16(b, i, bigEndian) << 16 | u16(b, i + 2, bigEndian);
    }

    /** Reverses the bytes of each word of {@code width} in place; a last incomplete word stays as it is. */
    static void swap(byte[] b, int from, int length, int width) {
        for (int i = from; i + width <= from + length; i += width) {
            for (int low = i, high = i + width - 1; low < high; low++, high--) {
                byte kept = b[low];
                b[low] = b[high];
                b[high] = kept;
            }
        }
    }
}
