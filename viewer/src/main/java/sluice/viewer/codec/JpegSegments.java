package sluice.viewer.codec;

import java.util.Arrays;
import sluice.viewer.codec.CodecException.Reason;

/** Walks along the marker segments of a JPEG codestream (T.81 B.1.1). Numbers are big endian. */
final class JpegSegments {
    private final byte[] bytes;
    private int marker;
    /** of the segment's payload, behind its length */
    private int from;
    private int to;
    private boolean ended;

    /** @throws CodecException where it does not begin with SOI */
    JpegSegments(byte[] bytes) throws CodecException {
        this.bytes = bytes;
        if (bytes.length < 4 || bytes[0] != -1 || bytes[1] != (byte) 0xD8) {
            throw new CodecException(Reason.CORRUPT, "The frame is no JPEG codestream");
        }
        to = 2;
    }

    /** On to the next segment. @return false behind EOI or at the end of the bytes */
    boolean next() throws CodecException {
        int at = to;
        while (at + 1 < bytes.length && bytes[at] == -1 && bytes[at + 1] == -1) {
            at++;
        }
        if (ended || at + 1 >= bytes.length) {
            return false;
        }
        marker = bytes[at + 1] & 0xff;
        if (bytes[at] != -1) {
            throw new CodecException(Reason.CORRUPT, "Bytes stand between the segments of the codestream");
        }
        if (marker == 0xD9) {
            ended = true;
            to = at + 2;
            return false;
        }
        if (marker < 0xC0 || marker >= 0xD0 && marker <= 0xD8) {
            throw new CodecException(Reason.CORRUPT, "A marker stands where it must not: " + Integer.toHexString(marker));
        }
        int length = at + 3 < bytes.length ? (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff : 0;
        from = at + 4;
        to = at + 2 + length;
        if (length < 2 || to > bytes.length) {
            throw new CodecException(Reason.CORRUPT, "A segment of the codestream ends too early");
        }
        return true;
    }

    int marker() {
        return marker;
    }

    /** Whether EOI has come. */
    boolean ended() {
        return ended;
    }

    /** Where the next segment, or what stands behind this one, begins. */
    int position() {
        return to;
    }

    /** Bytes of the whole codestream. */
    int length() {
        return bytes.length;
    }

    /** Bytes of this segment's payload. */
    int size() {
        return to - from;
    }

    byte[] payload() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    int u8(int at) {
        return bytes[from + at] & 0xff;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    void expect(int size) throws CodecException {
        if (size() != size) {
            throw new CodecException(Reason.CORRUPT, "A segment of the codestream has the wrong length");
        }
    }

    void atLeast(int size) throws CodecException {
        if (size() < size) {
            throw new CodecException(Reason.CORRUPT, "A segment of the codestream ends too early");
        }
    }

    /** The entropy-coded data behind this segment; the next segment is what follows them. */
    DctBits entropyCoded(long intervals) throws CodecException {
        DctBits bits = DctBits.of(bytes, to, intervals);
        to = bits.next();
        return bits;
    }

    /**
     * Steps over entropy-coded data of any member of the JPEG family: they never hold 0xFF before a byte above 0x7F (T.87
     * has one stuffed bit where T.81 has a stuffed byte), except for restart markers.
     */
    void skipEntropyCoded() {
        while (to < bytes.length && !(bytes[to] == -1 && to + 1 < bytes.length && isMarker(bytes[to + 1] & 0xff))) {
            to++;
        }
    }

    private static boolean isMarker(int code) {
        return code >= 0x80 && code != 0xFF && (code < 0xD0 || code > 0xD7);
    }

    /** The lines of a frame whose header leaves them open (T.81 B.2.5), without moving from this segment. */
    int linesBehindFirstScan() throws CodecException {
        JpegSegments ahead = new JpegSegments(bytes);
        ahead.to = to;
        boolean scanned = false;
        while (ahead.next()) {
            if (scanned) {
                if (ahead.marker != 0xDC) {
                    break;
                }
                ahead.expect(2);
                return ahead.u16(0);
            }
            scanned = ahead.marker == 0xDA;
            if (scanned) {
                ahead.skipEntropyCoded();
            }
        }
        throw new CodecException(Reason.CORRUPT, "The frame does not say how many lines it has");
    }
}
