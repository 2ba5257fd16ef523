package sluice.viewer.codec;

/**
 * Bits of an entropy-coded segment (T.81 F.2.2.5): a zero byte behind 0xFF is dropped, any other byte behind 0xFF ends the
 * segment. Behind the end come zeros; {@link #overrun} tells that some were used.
 */
final class HuffmanBits {
    private final byte[] data;
    private int at;
    private long bits;
    private int count;
    private int padding;

    HuffmanBits(byte[] data, int at) {
        this.data = data;
        this.at = at;
    }

    private void fill() {
        while (count <= 48) {
            int next = 0;
            if (padding == 0 && at < data.length) {
                next = data[at] & 0xff;
                if (next != 0xff) {
                    at++;
                } else if (at + 1 < data.length && data[at + 1] == 0) {
                    at += 2;
                } else {
                    next = 0;
                    padding = 8;
                }
            } else {
                padding += 8;
            }
            bits = bits << 8 | next;
            count += 8;
        }
    }

    /**
     * One difference (T.81 H.1.2.2): a category of 0 to 16 and as many more bits; of 16 none, it means 32768.
     *
     * @throws CodecException where no code fits
     */
    int difference(HuffmanTable table) throws CodecException {
        if (count < 32) {
            fill();
        }
        int next16 = (int) (bits >>> count - 16) & 0xffff;
        int entry = table.lookup(next16);
        count -= entry >> 8;
        int category = entry & 0xff;
        if (category == 0) {
            return 0;
        }
        if (category == 16) {
            return 32768;
        }
        count -= category;
        int value = (int) (bits >>> count) & (1 << category) - 1;
        return value >> category - 1 != 0 ? value : value - (1 << category) + 1;
    }

    /** Whether more bits were used than there are. */
    boolean overrun() {
        return padding > count;
    }

    /** Where the marker stands that ends the segment, or bytes that were not used. */
    int position() {
        return at;
    }

    /** Drops what is left of the current interval and steps over the marker RSTn (T.81 F.2.2.4). */
    void restart(int number) throws CodecException {
        bits = 0;
        count = 0;
        padding = 0;
        while (at + 1 < data.length && data[at] == (byte) 0xff && data[at + 1] == (byte) 0xff) {
            at++;
        }
        if (at + 1 >= data.length || data[at] != (byte) 0xff || (data[at + 1] & 0xff) != 0xd0 + (number & 7)) {
            throw SegmentReader.corrupt("A restart marker is missing");
        }
        at += 2;
    }
}
