package sluice.viewer.codec;

/**
 * Bits of high-throughput segments that are read forward, the lowest of a byte first; the byte behind 0xFF has seven (T.814 7.1).
 */
final class HtForwardBits {
    private byte[] data;
    private int at;
    private int end;
    private boolean strict;
    private boolean shortByte;
    private long bits;
    private int count;
    private int made;

    /** Magnitudes and signs: ones stand behind the end. */
    void startSamples(byte[] data, int from, int end) {
        start(data, from, end, true);
    }

    /**
     * Bits of the pass that finds more samples: zeros stand behind the end. Bytes may be shared with the other pass, so the bit
     * behind 0xFF may be anything (T.814 7.1.5 note 2).
     */
    void startRefinement(byte[] data, int from, int end) {
        start(data, from, end, false);
    }

    private void start(byte[] data, int from, int end, boolean strict) {
        this.data = data;
        this.at = from;
        this.end = end;
        this.strict = strict;
        shortByte = false;
        bits = 0;
        count = 0;
        made = 0;
    }

    /** @param length of the number, at most 31 */
    int take(int length) throws CodecException {
        if (count < length) {
            fill();
        }
        int v = (int) bits & (1 << length) - 1;
        bits >>>= length;
        count -= length;
        return v;
    }

    private void fill() throws CodecException {
        while (count <= 48) {
            int size = shortByte ? 7 : 8;
            int next;
            if (at < end) {
                next = data[at++] & 0xff;
                if (next >> size != 0 && strict) {
                    throw SegmentReader.corrupt("A high-throughput segment holds a marker");
                }
                next &= (1 << size) - 1;
            } else {
                next = strict ? (1 << size) - 1 : 0;
                made += size;
            }
            bits |= (long) next << count;
            count += size;
            shortByte = next == 0xff;
        }
    }

    /** How many bits were taken from behind the end. */
    int beyond() {
        return Math.max(0, made - count);
    }
}
