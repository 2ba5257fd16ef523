package sluice.viewer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Where the fragments of encapsulated pixel data are (PS3.5 A.4).
 *
 * @param offsets of the first byte of each item's value, the Basic Offset Table first
 * @param lengths of the items' values in bytes, as declared
 * @param end where the last item ends
 * @param next where the element after the pixel data starts
 * @param delimited whether the sequence delimiter is there
 * @param truncated whether the file ends before the last item does
 */
record FragmentTable(long[] offsets, long[] lengths, long end, long next, boolean delimited, boolean truncated) {
    /** More than any real image has, and little enough memory. */
    private static final int MOST = 4_000_000;

    static FragmentTable scan(ByteSource source, long start, boolean bigEndian) throws IOException {
        long[] offsets = new long[16];
        long[] lengths = new long[16];
        int count = 0;
        long position = start;
        while (source.has(position, 8)) {
            int i = source.at(position, 8, 0x7FE00010);
            int tag = Bytes.tag(source.window, i, bigEndian);
            long length = Bytes.u32(source.window, i + 4, bigEndian);
            if (tag == Tags.SEQUENCE_DELIMITER) {
                return of(offsets, lengths, count, position, position + 8, true);
            }
            if (tag != Tags.ITEM) {
                return of(offsets, lengths, count, position, position, false);
            }
            if (length == Tags.UNDEFINED) {
                throw new DicomException(DicomException.Reason.CORRUPT, 0x7FE00010, position,
                        "A fragment has no defined length");
            }
            if (count == MOST) {
                throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, 0x7FE00010, position,
                        "There are more than " + MOST + " fragments");
            }
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
                lengths = Arrays.copyOf(lengths, count * 2);
            }
            offsets[count] = position + 8;
            lengths[count++] = length;
            if (!source.has(position + 8, length)) {
                return new FragmentTable(Arrays.copyOf(offsets, count), Arrays.copyOf(lengths, count), position,
                        position, false, true);
            }
            position += 8 + length;
        }
        // the file ends between two items: whether another was to follow, nobody can tell
        return new FragmentTable(Arrays.copyOf(offsets, count), Arrays.copyOf(lengths, count), position, position,
                false, true);
    }

    private static FragmentTable of(long[] offsets, long[] lengths, int count, long end, long next, boolean delimited) {
        return new FragmentTable(Arrays.copyOf(offsets, count), Arrays.copyOf(lengths, count), end, next, delimited,
                false);
    }

    /** Fragments without the Basic Offset Table. */
    int fragments() {
        return Math.max(0, offsets.length - 1);
    }

    /** A Basic Offset Table, one fragment for each frame, and the sequence delimiter. */
    static byte[] encode(List<byte[]> frames) throws DicomException {
        long total = 16;
        for (byte[] frame : frames) {
            total += 8 + (frame.length + 1L & ~1L);
        }
        long withTable = total + 4L * frames.size();
        if (withTable > Integer.MAX_VALUE - 16) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, 0x7FE00010, DicomException.NO_OFFSET,
                    "The frames together have more than 2 GB");
        }
        ByteBuffer value = ByteBuffer.allocate((int) withTable).order(ByteOrder.LITTLE_ENDIAN);
        item(value, 0xE000, 4 * frames.size());
        int offset = 0;
        for (byte[] frame : frames) {
            value.putInt(offset);
            offset += 8 + (frame.length + 1 & ~1);
        }
        for (byte[] frame : frames) {
            item(value, 0xE000, frame.length + 1 & ~1);
            value.put(frame);
            if ((frame.length & 1) != 0) {
                value.put((byte) 0);
            }
        }
        item(value, 0xE0DD, 0);
        return value.array();
    }

    private static void item(ByteBuffer value, int element, int length) {
        value.putShort((short) 0xFFFE).putShort((short) element).putInt(length);
    }
}
