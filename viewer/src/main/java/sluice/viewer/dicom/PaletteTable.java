package sluice.viewer.dicom;

import java.util.OptionalInt;
import org.aoju.bus.image.galaxy.data.Attributes;

/** Palette Color Lookup Tables (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6). */
public final class PaletteTable {
    private static final int DESCRIPTOR = 0x00281101;
    private static final int DATA = 0x00281201;
    private static final int COLOURS = 3;

    private PaletteTable() {}

    /**
     * The stored value of the entry whose red, green and blue together are least; of several the first.
     *
     * @return empty where one of the tables is missing, segmented, shorter than it says, or unlike the others
     */
    public static OptionalInt darkestIndex(Attributes image) {
        int entries = -1;
        int first = 0;
        byte[][] data = new byte[COLOURS][];
        for (int colour = 0; colour < COLOURS; colour++) {
            byte[] descriptor = RawElements.bytes(image, DESCRIPTOR + colour);
            data[colour] = RawElements.bytes(image, DATA + colour);
            if (descriptor == null || descriptor.length < 6 || data[colour] == null) {
                return OptionalInt.empty();
            }
            int count = Bytes.u16(descriptor, 0, image.bigEndian());
            count = count == 0 ? 1 << 16 : count;
            if (colour > 0 && count != entries) {
                return OptionalInt.empty();
            }
            entries = count;
            first = Bytes.u16(descriptor, 2, image.bigEndian());
        }
        int darkest = 0;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < entries; i++) {
            long sum = 0;
            for (byte[] table : data) {
                int width = table.length >= 2L * entries ? 2 : 1;
                if (table.length < (long) width * entries) {
                    return OptionalInt.empty();
                }
                // entries of 8 bits stand two in a word
                sum += width == 2 ? Bytes.u16(table, 2 * i, image.bigEndian()) : packed(table, i, image.bigEndian()) * 257L;
            }
            if (sum < least) {
                least = sum;
                darkest = i;
            }
        }
        return OptionalInt.of(first + darkest);
    }

    private static int packed(byte[] table, int i, boolean bigEndian) {
        int at = bigEndian && (i ^ 1) < table.length ? i ^ 1 : i;
        return table[at] & 0xFF;
    }
}
