package sluice.viewer.codec;

/** A rectangle in the coordinates of a tile component, a resolution or a subband; x1 and y1 are behind it. It may be empty. */
record J2kArea(int x0, int y0, int x1, int y1) {

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean empty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** Of a resolution that is smaller by 2 to the {@code levels} (ISO/IEC 15444-1 B-14). */
    J2kArea reduced(int levels) {
        return new J2kArea(ceil(x0, levels), ceil(y0, levels), ceil(x1, levels), ceil(y1, levels));
    }

    /** Of a subband (B-15): {@code right} and {@code low} are 1 for high-pass in x and in y. */
    J2kArea band(int levels, int right, int low) {
        long dx = right == 0 ? 0 : 1L << levels - 1;
        long dy = low == 0 ? 0 : 1L << levels - 1;
        return new J2kArea(ceil(x0 - dx, levels), ceil(y0 - dy, levels), ceil(x1 - dx, levels), ceil(y1 - dy, levels));
    }

    J2kArea cut(long left, long top, long right, long bottom) {
        return new J2kArea((int) Math.max(x0, left), (int) Math.max(y0, top), (int) Math.min(x1, right),
                (int) Math.min(y1, bottom));
    }

    private static int ceil(long v, int shift) {
        return (int) (v + (1L << shift) - 1 >> shift);
    }
}
