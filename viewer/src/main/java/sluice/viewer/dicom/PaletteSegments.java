package sluice.viewer.dicom;

/** Expands a Segmented Palette Color Lookup Table (PS3.3 C.7.9.2). */
final class PaletteSegments {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;
    private final byte[] data;
    private final boolean words;
    private final boolean bigEndian;
    private int[] entries;
    private int filled;

    PaletteSegments(byte[] data, boolean words, boolean bigEndian) {
        this.data = data;
        this.words = words;
        this.bigEndian = bigEndian;
    }

    /** All entries; null where the segments do not make exactly as many, but for one of padding. */
    int[] expand(int count) {
        entries = new int[count];
        filled = 0;
        int end = size();
        int at = 0;
        while (at >= 0 && at + 1 < end && filled < count) {
            at = get(at) == INDIRECT ? indirect(at) : segment(at);
        }
        return at >= 0 && filled == count ? entries : null;
    }

    private int size() {
        return words ? data.length / 2 : data.length;
    }

    private int get(int at) {
        return words ? Bytes.u16(data, 2 * at, bigEndian) : data[bigEndian && (at ^ 1) < data.length ? at ^ 1 : at] & 0xFF;
    }

    /** One discrete or linear segment; gives the place after it, or -1 where it is damaged. */
    private int segment(int at) {
        int length = get(at + 1);
        int needed = get(at) == DISCRETE ? length : get(at) == LINEAR ? 1 : Integer.MAX_VALUE / 2;
        if (length == 0 || at + 2 + needed > size() || filled + length > entries.length) {
            return -1;
        }
        if (get(at) == DISCRETE) {
            for (int i = 0; i < length; i++) {
                entries[filled++] = get(at + 2 + i);
            }
        } else {
            if (filled == 0) {
                return -1;
            }
            int from = entries[filled - 1];
            int to = get(at + 2);
            for (int i = 1; i <= length; i++) {
                entries[filled++] = (int) Math.floor(from + (double) (to - from) * i / length + 0.5);
            }
        }
        return at + 2 + needed;
    }

    /** Earlier segments once more: a count and the byte offset of the first, low word first. */
    private int indirect(int at) {
        int fields = words ? 2 : 4;
        if (at + 2 + fields > size()) {
            return -1;
        }
        long offset = 0;
        for (int i = fields - 1; i >= 0; i--) {
            offset = offset << (words ? 16 : 8) | get(at + 2 + i);
        }
        long target = words ? offset / 2 : offset;
        for (int n = get(at + 1); n > 0; n--) {
            if (target < 0 || target + 1 >= at || get((int) target) == INDIRECT) {
                return -1;
            }
            target = segment((int) target);
        }
        return at + 2 + fields;
    }
}
