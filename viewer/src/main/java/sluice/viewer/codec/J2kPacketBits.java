package sluice.viewer.codec;

/** Bits of packet headers (ISO/IEC 15444-1 B.10.1): the byte behind 0xFF has seven. */
final class J2kPacketBits {
    private final byte[] data;
    private final int end;
    private int at;
    private int current;
    private int left;

    J2kPacketBits(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    int bit() throws CodecException {
        if (left == 0) {
            left = current == 0xff ? 7 : 8;
            current = u8();
        }
        left--;
        return current >> left & 1;
    }

    int bits(int count) throws CodecException {
        int v = 0;
        for (int i = 0; i < count; i++) {
            v = v << 1 | bit();
        }
        return v;
    }

    /** To the next whole byte; behind 0xFF one more is dropped. */
    void align() throws CodecException {
        if (current == 0xff) {
            u8();
        }
        left = 0;
        current = 0;
    }

    private int u8() throws CodecException {
        if (at >= end) {
            throw SegmentReader.corrupt("The codestream ends within its packets");
        }
        return data[at++] & 0xff;
    }

    int position() {
        return at;
    }

    int available() {
        return end - at;
    }

    /** Steps over a marker of this code with so many bytes, if it stands here. */
    void skipMarker(int code, int length) {
        if (at + length <= end && data[at] == (byte) 0xff && (data[at + 1] & 0xff) == code) {
            at += length;
        }
    }

    /** Takes bytes as they are. */
    int take(int length) throws CodecException {
        if (length > end - at) {
            throw SegmentReader.corrupt("The codestream ends within its packets");
        }
        int from = at;
        at += length;
        return from;
    }

    byte[] data() {
        return data;
    }
}
