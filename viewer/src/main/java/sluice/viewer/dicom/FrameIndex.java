package sluice.viewer.dicom;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which fragments make up which frame. Tried in this order, each only if it agrees with the fragments that are there: a
 * single frame has them all; the Extended Offset Table; the Basic Offset Table; one fragment for each frame; fragments
 * that begin like a compressed image begin a frame.
 *
 * @param first for each frame the place of its first item in the {@link FragmentTable}, then one past the last item;
 *     empty where the frames cannot be told apart
 */
record FrameIndex(int[] first) {
    private static final long LONGEST_TABLE = 64 << 20;

    static FrameIndex of(ByteSource source, FragmentTable table, ExtendedOffsets extended, int frames, boolean bigEndian)
            throws IOException {
        int items = table.offsets().length;
        if (frames == 1) {
            return new FrameIndex(new int[] {1, Math.max(1, items)});
        }
        int[] first = byOffsets(table, extended.offsets(), frames);
        if (first == null && items > 0 && table.lengths()[0] == 4L * frames) {
            first = byOffsets(table, basicOffsets(source, table, bigEndian), frames);
        }
        if (first == null && table.fragments() == frames) {
            first = new int[frames + 1];
            Arrays.setAll(first, i -> i + 1);
        }
        if (first == null && table.fragments() > frames) {
            first = byStartMarkers(source, table, frames);
        }
        return new FrameIndex(first == null ? new int[0] : first);
    }

    /** The values of the first item; a value that is no whole number of entries counts as none. */
    static long[] basicOffsets(ByteSource source, FragmentTable table, boolean bigEndian) throws IOException {
        if (table.offsets().length == 0 || !source.has(table.offsets()[0], table.lengths()[0])) {
            return new long[0];
        }
        long length = table.lengths()[0];
        if (length > LONGEST_TABLE) {
            throw new DicomException(DicomException.Reason.LIMIT_EXCEEDED, 0x7FE00010, table.offsets()[0],
                    "The Basic Offset Table has " + length + " bytes");
        }
        long[] entries = new long[length % 4 == 0 ? (int) length / 4 : 0];
        for (int i = 0; i < entries.length; i++) {
            int at = source.at(table.offsets()[0] + 4L * i, 4, 0x7FE00010);
            entries[i] = Bytes.u32(source.window, at, bigEndian);
        }
        return entries;
    }

    /** {@link #first}, each frame with at least one item. */
    int[] items(FragmentTable table, PixelSource pixels) throws DicomException {
        boolean told = first.length > 0;
        for (int i = 1; i < first.length; i++) {
            told &= first[i - 1] < first[i];
        }
        if (!told) {
            throw new DicomException(DicomException.Reason.NO_SUCH_FRAME, pixels.tag(), pixels.offset(),
                    "The " + table.fragments() + " fragments cannot be assigned to " + pixels.frames() + " frames");
        }
        return first;
    }

    byte[] read(ByteSource source, FragmentTable table, int frame, PixelSource pixels) throws IOException {
        items(table, pixels);
        long total = 0;
        for (int i = first[frame]; i < first[frame + 1]; i++) {
            if (!source.has(table.offsets()[i], table.lengths()[i])) {
                throw pixels.cutOff();
            }
            total += table.lengths()[i];
        }
        if (total > Integer.MAX_VALUE - 16) {
            throw new DicomException(DicomException.Reason.NO_SUCH_FRAME, pixels.tag(), pixels.offset(),
                    "The frame has more than 2 GB");
        }
        byte[] joined = new byte[(int) total];
        int filled = 0;
        for (int i = first[frame]; i < first[frame + 1]; i++) {
            int length = (int) table.lengths()[i];
            source.copy(table.offsets()[i], joined, filled, length);
            filled += length;
        }
        return joined;
    }

    private static int[] byOffsets(FragmentTable table, long[] entries, int frames) {
        if (entries.length != frames || table.fragments() < frames) {
            return null;
        }
        long origin = table.offsets()[1];
        int[] first = new int[frames + 1];
        int item = 1;
        for (int i = 0; i < frames; i++) {
            while (item < table.offsets().length && table.offsets()[item] - origin < entries[i]) {
                item++;
            }
            boolean agrees = item < table.offsets().length && table.offsets()[item] - origin == entries[i]
                    && (i == 0 ? item == 1 : item > first[i - 1]);
            if (!agrees) {
                return null;
            }
            first[i] = item;
        }
        first[frames] = table.offsets().length;
        return first;
    }

    private static int[] byStartMarkers(ByteSource source, FragmentTable table, int frames) throws IOException {
        int[] first = new int[frames + 1];
        int found = 0;
        for (int i = 1; i < table.offsets().length; i++) {
            if (table.lengths()[i] >= 12 && source.has(table.offsets()[i], 12)) {
                int at = source.at(table.offsets()[i], 12, 0x7FE00010);
                if (startsImage(source.window, at)) {
                    if (found == frames) {
                        return null;
                    }
                    first[found++] = i;
                }
            }
        }
        first[frames] = table.offsets().length;
        return found == frames && first[0] == 1 ? first : null;
    }

    /** Signatures of JPEG and JPEG-LS (FFD8 FF), JPEG 2000 code streams (FF4F FF51) and files, JPEG XL, RLE (PS3.5 G.5). */
    private static boolean startsImage(byte[] b, int i) {
        int head = Bytes.i32(b, i, true);
        return head >>> 8 == 0xFFD8FF || head == 0xFF4FFF51 || head >>> 16 == 0xFF0A
                || head == 0x0000000C && (Bytes.i32(b, i + 4, true) == 0x6A502020 || Bytes.i32(b, i + 4, true) == 0x4A584C20)
                || isRleHeader(b, i);
    }

    private static boolean isRleHeader(byte[] b, int i) {
        long segments = Bytes.u32(b, i, false);
        return segments >= 1 && segments <= 15 && Bytes.u32(b, i + 4, false) == 64;
    }
}
