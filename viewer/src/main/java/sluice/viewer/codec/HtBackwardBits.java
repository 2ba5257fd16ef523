package sluice.viewer.codec;

/**
 * Bits of high-throughput segments that are read from the end to the front, the lowest of a byte first; a byte that holds seven
 * ones below another that is above 0x8F has no eighth bit (T.814 7.1). Zeros stand in front of the first byte.
 */
final class HtBackwardBits {
    private byte[] data;
    private int from;
    private int at;
    private boolean high;
    private long bits;
    private int count;
    private int made;

    /** Bits of VLC codewords, behind whose last half byte the length of the suffix stands. */
    void startCodewords(byte[] data, int from, int end) {
        start(data, from, end - 2);
        int last = data[end - 2] & 0xff;
        bits = last >> 4;
        count = (bits & 7) == 7 ? 3 : 4;
        bits &= (1 << count) - 1;
        high = (last | 0xf) > 0x8f;
    }

    /** Bits of the pass that refines magnitudes. */
    void startRefinement(byte[] data, int from, int end) {
        start(data, from, end);
        high = true;
    }

    private void start(byte[] data, int from, int end) {
        this.data = data;
        this.from = from;
        this.at = end - 1;
        bits = 0;
        count = 0;
        made = 0;
    }

    /** The next seven bits, which stay. */
    int peek7() {
        if (count < 7) {
            fill();
        }
        return (int) bits & 0x7f;
    }

    /** @param length not more than have been looked at */
    void skip(int length) {
        bits >>>= length;
        count -= length;
    }

    /** @param length at most 31 */
    int take(int length) {
        if (count < length) {
            fill();
        }
        int v = (int) bits & (1 << length) - 1;
        skip(length);
        return v;
    }

    private void fill() {
        while (count <= 48) {
            int next = 0;
            if (at >= from) {
                next = data[at--] & 0xff;
            } else {
                made += 8;
            }
            int size = high && (next & 0x7f) == 0x7f ? 7 : 8;
            bits |= (long) (next & (1 << size) - 1) << count;
            count += size;
            high = next > 0x8f;
        }
    }

    /** Whether bits were taken that are not there. */
    boolean exhausted() {
        return made > count;
    }
}
