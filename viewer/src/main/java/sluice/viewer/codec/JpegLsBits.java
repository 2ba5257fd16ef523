package sluice.viewer.codec;

/**
 * Bits of a JPEG-LS scan (ITU-T T.87 C.2.1): the byte behind 0xFF has seven bits, its highest is 0; a higher one means a marker
 * and the end. Behind the end come zeros; {@link #overrun} tells that some were used.
 */
final class JpegLsBits {
    private final byte[] data;
    private int at;
    private long bits;
    private int count;
    private int padding;
    private boolean stuffed;

    JpegLsBits(byte[] data, int at) {
        this.data = data;
        this.at = at;
    }

    private void fill() {
        while (count <= 48) {
            int next = 0;
            int width = stuffed ? 7 : 8;
            if (padding == 0 && at < data.length && !markerAt(at)) {
                next = data[at++] & 0xff;
                stuffed = next == 0xff;
            } else {
                padding += 8;
                width = 8;
            }
            bits = bits << width | next;
            count += width;
        }
    }

    int bit() {
        if (count == 0) {
            fill();
        }
        count--;
        return (int) (bits >>> count) & 1;
    }

    /** At most 24 bits. */
    int bits(int length) {
        if (count < length) {
            fill();
        }
        count -= length;
        return (int) (bits >>> count) & (1 << length) - 1;
    }

    /**
     * A mapped error in the limited Golomb code (A.5.3).
     *
     * @param limit longest code word
     * @param wide bits of a value that would take longer
     */
    int golomb(int k, int limit, int wide) throws CodecException {
        int longest = limit - wide - 1;
        int zeros = 0;
        while (true) {
            if (count < 32) {
                fill();
            }
            int run = Long.numberOfLeadingZeros(bits << 64 - count);
            if (run < count) {
                zeros += run;
                count -= run + 1;
                break;
            }
            zeros += count;
            count = 0;
            if (zeros > longest) {
                break;
            }
        }
        if (zeros > longest) {
            throw SegmentReader.corrupt("A code word is longer than its limit");
        }
        return zeros < longest ? zeros << k | bits(k) : bits(wide) + 1;
    }

    /** Whether more bits were used than there are. */
    boolean overrun() {
        return padding > count;
    }

    /** Whether more is left than what fills the last bytes. */
    boolean leftOver() {
        int left = count - padding;
        for (int i = at; padding == 0 && i < data.length && left < 24 && !markerAt(i); i++) {
            left += 8;
        }
        return left >= 24;
    }

    private boolean markerAt(int i) {
        return data[i] == (byte) 0xff && (i + 1 >= data.length || data[i + 1] < 0);
    }

    int position() {
        return at;
    }

    /** Drops what is left of the current interval and steps over the marker RSTn. */
    void restart(int number) throws CodecException {
        if (at + 1 >= data.length || data[at] != (byte) 0xff || (data[at + 1] & 0xff) != 0xd0 + (number & 7)) {
            throw SegmentReader.corrupt("A restart marker is missing");
        }
        at += 2;
        bits = 0;
        count = 0;
        padding = 0;
        stuffed = false;
    }
}
