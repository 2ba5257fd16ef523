package sluice.viewer.dicom;

import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;

/** Reads lookup tables of one column out of their sequences. Damaged ones are left out. */
final class LookupTables {
    private static final int DESCRIPTOR = 0x00283002;
    private static final int DATA = 0x00283006;

    private LookupTables() {}

    /**
     * The tables of all items.
     *
     * @param explanation the text to keep with each
     * @param signed whether the inputs may be negative
     */
    static List<LookupTable> sequence(Attributes from, int sequence, int explanation, boolean signed) {
        List<LookupTable> tables = new ArrayList<>();
        if (from.getValue(sequence) instanceof Sequence items) {
            for (Attributes item : items) {
                LookupTable table = table(item, explanation, signed);
                if (table != null) {
                    tables.add(table);
                }
            }
        }
        return List.copyOf(tables);
    }

    private static LookupTable table(Attributes item, int explanation, boolean signed) {
        byte[] descriptor = RawElements.bytes(item, DESCRIPTOR);
        byte[] data = RawElements.bytes(item, DATA);
        if (descriptor == null || descriptor.length < 6 || data == null || data.length == 0) {
            return null;
        }
        int count = Bytes.u16(descriptor, 0, item.bigEndian());
        count = count == 0 ? 1 << 16 : count;
        int bits = Bytes.u16(descriptor, 4, item.bigEndian());
        int[] entries = entries(data, count, bits, item.bigEndian());
        if (entries == null) {
            return null;
        }
        int greatest = 0;
        for (int entry : entries) {
            greatest = Math.max(greatest, entry);
        }
        // a depth that its own entries exceed, or that the standard does not know, is told by the entries
        int needed = Math.max(1, 32 - Integer.numberOfLeadingZeros(greatest));
        int depth = bits < 8 || bits > 16 || needed > bits ? Math.max(8, needed) : bits;
        String[] texts = RawElements.strings(item, explanation);
        return new LookupTable(firstMapped(item, descriptor, count, signed), depth, entries,
                texts.length == 0 || texts[0] == null ? "" : texts[0].strip());
    }

    /** The sign of the first value mapped follows from the VR; an unsigned one beyond which the table would not fit is signed. */
    static int firstMapped(Attributes item, byte[] descriptor, int count, boolean signed) {
        int word = Bytes.u16(descriptor, 2, item.bigEndian());
        VR vr = item.getVR(DESCRIPTOR);
        boolean negative = vr == VR.SS || vr != VR.US && signed || word + count > 1 << 16;
        return negative ? (short) word : word;
    }

    /** Entries of 8 bits take a byte each, or a word each of writers who padded them (PS3.3 C.11.1.1.1). */
    static int[] entries(byte[] data, int count, int bits, boolean bigEndian) {
        boolean words = data.length >= 2L * count;
        if (!words && (bits > 8 || data.length < count)) {
            return null;
        }
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = words ? Bytes.u16(data, 2 * i, bigEndian) : data[bigEndian && (i ^ 1) < data.length ? i ^ 1 : i] & 0xFF;
        }
        return entries;
    }
}
