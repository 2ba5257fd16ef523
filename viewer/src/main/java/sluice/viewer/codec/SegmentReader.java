package sluice.viewer.codec;

/** A position within the marker segments of a codestream (T.81 B.1.1): big-endian numbers, nothing read beyond the end. */
final class SegmentReader {
    private final byte[] data;
    private final int end;
    private int at;

    SegmentReader(byte[] data, int at, int end) {
        this.data = data;
        this.at = at;
        this.end = end;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    int remaining() {
        return end - at;
    }

    int u8() throws CodecException {
        if (at >= end) {
            throw corrupt("The codestream ends within its headers");
        }
        return data[at++] & 0xff;
    }

    int u16() throws CodecException {
        return u8() << 8 | u8();
    }

    /** 32 bits without sign. */
    long u32() throws CodecException {
        return (long) u16() << 16 | u16();
    }

    /** The second byte of the marker here; fill bytes (T.81 B.1.1.2) are skipped. */
    int marker() throws CodecException {
        if (u8() != 0xff) {
            throw corrupt("There is no marker where one is due");
        }
        int code = u8();
        while (code == 0xff) {
            code = u8();
        }
        return code;
    }

    /** The parameters of the segment here, whose length stands first; the position moves behind it. */
    SegmentReader segment() throws CodecException {
        int length = u16();
        if (length < 2 || length - 2 > remaining()) {
            throw corrupt("A marker segment is longer than the codestream");
        }
        SegmentReader inner = new SegmentReader(data, at, at + length - 2);
        at += length - 2;
        return inner;
    }

    /** Moves to the next byte 0xFF that a marker's code follows; false where there is none. */
    boolean seekMarker() {
        for (; at + 1 < end; at++) {
            if (data[at] == (byte) 0xff && data[at + 1] != 0 && data[at + 1] != (byte) 0xff) {
                return true;
            }
        }
        return false;
    }

    static CodecException corrupt(String message) {
        return new CodecException(CodecException.Reason.CORRUPT, message);
    }

    static CodecException unsupported(String message) {
        return new CodecException(CodecException.Reason.UNSUPPORTED, message);
    }

    static CodecException mismatch(String message) {
        return new CodecException(CodecException.Reason.MISMATCH, message);
    }
}
