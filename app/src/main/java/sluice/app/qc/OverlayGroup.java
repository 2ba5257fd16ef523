package sluice.app.qc;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.viewer.codec.ImageFormat;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderText;

/**
 * An overlay (60xx) at the top of a data set as it says itself.
 *
 * @param texts values by element number, as text
 * @param data Overlay Data (60xx,3000), in the byte order of the data set; null where there is none
 * @param words whether the data is words of two bytes
 */
record OverlayGroup(Map<Integer, String> texts, byte[] data, boolean words) {
    private static final int DATA = 0x3000;

    /** All of a file, by group number. */
    static SortedMap<Integer, OverlayGroup> of(DicomFile file) {
        SortedMap<Integer, Map<Integer, String>> texts = new TreeMap<>();
        Map<Integer, byte[]> data = new HashMap<>();
        Map<Integer, Boolean> words = new HashMap<>();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                if (isOverlay(tag)) {
                    texts.computeIfAbsent(tag >>> 16, g -> new TreeMap<>()).put(tag & 0xFFFF, text.strip());
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                if (isOverlay(tag)) {
                    texts.computeIfAbsent(tag >>> 16, g -> new TreeMap<>()).put(tag & 0xFFFF, "");
                    if ((tag & 0xFFFF) == DATA) {
                        data.put(tag >>> 16, value);
                        words.put(tag >>> 16, vr.equals("OW"));
                    }
                }
            }

            @Override
            public boolean enters(int sequence) {
                return false;
            }
        }).tell(file);
        SortedMap<Integer, OverlayGroup> groups = new TreeMap<>();
        texts.forEach((group, values) -> groups.put(group,
                new OverlayGroup(values, data.get(group), words.getOrDefault(group, false))));
        return groups;
    }

    private static boolean isOverlay(int tag) {
        return (tag & 0xFF01_0000) == 0x6000_0000;
    }

    int number(int element, int absent) {
        try {
            return Integer.parseInt(texts.getOrDefault(element, ""));
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    /** Whether its marks stand, or may stand, in the pixel data. */
    boolean inPixels() {
        return data == null || number(0x0100, 1) > 1;
    }

    /** Whether they are said to stand where the stored values are. */
    boolean amongValues(ImageFormat format) {
        int position = number(0x0102, -1);
        return data == null && position <= format.highBit() && position > format.highBit() - format.bitsStored();
    }

    /** Marks as single bits in order; null where the data is no bit plane of this size. */
    boolean[] marks(boolean bigEndian) {
        long count = (long) number(0x0010, 0) * number(0x0011, 0) * number(0x0015, 1);
        if (data == null || number(0x0100, 0) != 1 || count < 1 || count > 8L * data.length || data.length > (count + 15) / 16 * 2) {
            return null;
        }
        boolean[] marks = new boolean[(int) count];
        for (int i = 0; i < marks.length; i++) {
            int at = bigEndian && words ? i >> 3 ^ 1 : i >> 3;
            marks[i] = at < data.length && (data[at] >> (i & 7) & 1) == 1;
        }
        return marks;
    }
}
