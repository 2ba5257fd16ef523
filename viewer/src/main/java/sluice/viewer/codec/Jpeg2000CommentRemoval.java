package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import sluice.viewer.codec.CodecException.Reason;

/**
 * Comment segments of JPEG 2000 codestreams (T.800 A.9.2), in the main header and in those of tile-parts, whose lengths in SOT
 * and TLM are set right; and boxes of JP2 files that hold no picture.
 */
final class Jpeg2000CommentRemoval {
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;
    private static final int TLM = 0xFF55;
    private static final int COM = 0xFF64;
    /** signature, file type, header and codestream (T.800 I.5) */
    private static final Set<Integer> PICTURE_BOXES = Set.of(0x6A502020, 0x66747970, 0x6A703268, 0x6A703263);
    private static final int CODESTREAM_BOX = 0x6A703263;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at = 2;
    private final List<TilePart> tileParts = new ArrayList<>();

    /** @param place of its SOT in the output @param length as it was, 0: open @param taken bytes left out of its header */
    private record TilePart(int place, long length, int taken) {}

    private Jpeg2000CommentRemoval(byte[] in) {
        this.in = in;
        out = new ByteArrayOutputStream(in.length);
    }

    static byte[] codestream(byte[] frame) throws CodecException {
        byte[] cleaned = new Jpeg2000CommentRemoval(frame).cleaned();
        return Arrays.equals(cleaned, frame) ? frame : cleaned;
    }

    private byte[] cleaned() throws CodecException {
        out.write(in, 0, 2);
        header(SOT);
        int mainHeader = out.size();
        int behind = in.length;
        while (at < in.length) {
            if (at + 1 < in.length && u16(at) == EOC) {
                behind = at + 2;
                break;
            }
            tilePart();
        }
        out.write(in, at, (CodestreamComments.isFilling(in, behind) ? in.length : behind) - at);
        byte[] cleaned = out.toByteArray();
        if (tileParts.stream().anyMatch(t -> t.taken() > 0)) {
            for (TilePart tilePart : tileParts) {
                if (tilePart.length() > 0) {
                    u32(cleaned, tilePart.place() + 6, tilePart.length() - tilePart.taken());
                }
            }
            correctList(cleaned, mainHeader);
        }
        return cleaned;
    }

    /** Copies segments up to the marker that ends the header, without comments. @return bytes left out */
    private int header(int end) throws CodecException {
        int left = 0;
        while (u16(at) != end) {
            int marker = u16(at);
            int next = at + 2 + u16(at + 2);
            if (marker < 0xFF40 || marker >= 0xFF90 || next < at + 4 || next > in.length) {
                throw corrupt();
            }
            if (marker == COM && !namesOnlyItsCoder(next)) {
                left += next - at;
            } else {
                out.write(in, at, next - at);
            }
            at = next;
        }
        return left;
    }

    private boolean namesOnlyItsCoder(int next) {
        boolean latin = next >= at + 6 && in[at + 4] == 0 && in[at + 5] == 1;
        return latin && CodestreamComments.namesOnlyItsCoder(Arrays.copyOfRange(in, at + 6, next));
    }

    private void tilePart() throws CodecException {
        int start = at;
        if (u16(at) != SOT || u16(at + 2) != 10) {
            throw corrupt();
        }
        long length = (long) u16(at + 6) << 16 | u16(at + 8);
        int place = out.size();
        out.write(in, at, Math.min(12, in.length - at));
        at += 12;
        int left = header(SOD);
        long end = length == 0 ? endOfLast() : start + length;
        if (end < at + 2 || end > in.length) {
            throw corrupt();
        }
        out.write(in, at, (int) end - at);
        at = (int) end;
        tileParts.add(new TilePart(place, length, left));
    }

    /** The last tile-part may leave its length open; then it goes on to EOC, in front of bytes that fill up. */
    private int endOfLast() {
        int end = in.length;
        while (end > at && in[end - 1] == 0) {
            end--;
        }
        return end - 2 > at && in[end - 2] == -1 && in[end - 1] == (byte) 0xD9 ? end - 2 : in.length;
    }

    /** Tile-part lengths are listed in the order of the codestream (T.800 A.7.1). */
    private void correctList(byte[] cleaned, int mainHeader) throws CodecException {
        int part = 0;
        int p = 2;
        while (p + 4 <= mainHeader) {
            int next = p + 2 + ((cleaned[p + 2] & 0xff) << 8 | cleaned[p + 3] & 0xff);
            if (((cleaned[p] & 0xff) << 8 | cleaned[p + 1] & 0xff) == TLM && next >= p + 6) {
                int form = cleaned[p + 5];
                int index = form >> 4 & 3;
                int width = (form >> 6 & 1) == 1 ? 4 : 2;
                for (int e = p + 6; e + index + width <= next; e += index + width) {
                    if (part == tileParts.size() || index == 3) {
                        throw corrupt();
                    }
                    shorten(cleaned, e + index, width, tileParts.get(part++).taken());
                }
            }
            p = next;
        }
    }

    private static void shorten(byte[] bytes, int at, int width, int by) throws CodecException {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        if (value < by) {
            throw corrupt();
        }
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value - by >> 8 * (width - 1 - i));
        }
    }

    /** Drops boxes that hold no picture, and comments of the codestream. */
    static byte[] boxes(byte[] frame) throws CodecException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length);
        Jpeg2000CommentRemoval reader = new Jpeg2000CommentRemoval(frame);
        int p = 0;
        while (p < frame.length) {
            if (frame.length - p < 8) {
                if (!CodestreamComments.isFilling(frame, p)) {
                    break;
                }
                out.write(frame, p, frame.length - p);
                break;
            }
            long length = reader.u32(p);
            int type = (int) reader.u32(p + 4);
            int header = length == 1 ? 16 : 8;
            if (length == 1 && (frame.length - p < 16 || reader.u32(p + 8) != 0)) {
                throw corrupt();
            }
            long size = length == 0 ? frame.length - p : length == 1 ? reader.u32(p + 12) : length;
            if (size < header || size > frame.length - p) {
                throw corrupt();
            }
            if (type == CODESTREAM_BOX) {
                byte[] codestream = Arrays.copyOfRange(frame, p + header, p + (int) size);
                if (codestream.length < 4 || reader.u32(p + header) != 0xFF4FFF51L) {
                    throw corrupt();
                }
                byte[] cleaned = codestream(codestream);
                byte[] head = Arrays.copyOfRange(frame, p, p + header);
                if (length > 0) {
                    u32(head, header - (length == 1 ? 4 : 8), cleaned.length + header);
                }
                out.writeBytes(head);
                out.writeBytes(cleaned);
            } else if (PICTURE_BOXES.contains(type)) {
                out.write(frame, p, (int) size);
            }
            p += (int) size;
        }
        byte[] cleaned = out.toByteArray();
        return Arrays.equals(cleaned, frame) ? frame : cleaned;
    }

    private int u16(int p) throws CodecException {
        if (p + 2 > in.length) {
            throw corrupt();
        }
        return (in[p] & 0xff) << 8 | in[p + 1] & 0xff;
    }

    private long u32(int p) throws CodecException {
        return (long) u16(p) << 16 | u16(p + 2);
    }

    private static void u32(byte[] bytes, int p, long value) {
        for (int i = 0; i < 4; i++) {
            bytes[p + i] = (byte) (value >> 8 * (3 - i));
        }
    }

    private static CodecException corrupt() {
        return new CodecException(Reason.CORRUPT, "The JPEG 2000 codestream is broken");
    }
}
