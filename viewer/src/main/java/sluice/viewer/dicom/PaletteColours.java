package sluice.viewer.dicom;

import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;

/**
 * Palette Color Lookup Tables as colours (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6 and, segmented, C.7.9.2).
 *
 * @param first the stored value of the first entry
 * @param rgb one colour per entry, 0xRRGGBB, 8 bits each: of deeper tables the upper 8; not to be changed
 */
public record PaletteColours(int first, int[] rgb) {
    private static final int DESCRIPTOR = 0x00281101;
    private static final int DATA = 0x00281201;
    private static final int SEGMENTED = 0x00281221;

    /** The palette of a data set; empty where a table is missing, damaged, or unlike the others. */
    public static Optional<PaletteColours> of(DicomFile file) {
        return of(file.dataset());
    }

    static Optional<PaletteColours> of(Attributes image) {
        int[] rgb = null;
        int first = 0;
        for (int colour = 0; colour < 3; colour++) {
            byte[] descriptor = RawElements.bytes(image, DESCRIPTOR + colour);
            if (descriptor == null || descriptor.length < 6) {
                return Optional.empty();
            }
            int count = Bytes.u16(descriptor, 0, image.bigEndian());
            count = count == 0 ? 1 << 16 : count;
            int word = Bytes.u16(descriptor, 2, image.bigEndian());
            int bits = Bytes.u16(descriptor, 4, image.bigEndian());
            int[] entries = channel(image, colour, count, bits);
            if (entries == null || rgb != null && rgb.length != count) {
                return Optional.empty();
            }
            rgb = rgb == null ? new int[count] : rgb;
            first = image.getVR(DESCRIPTOR + colour) == VR.SS ? (short) word : word;
            for (int i = 0; i < count; i++) {
                rgb[i] |= (bits > 8 ? entries[i] >> 8 : entries[i] & 0xFF) << 16 - 8 * colour;
            }
        }
        return Optional.of(new PaletteColours(first, rgb));
    }

    private static int[] channel(Attributes image, int colour, int count, int bits) {
        byte[] data = RawElements.bytes(image, DATA + colour);
        if (data != null && data.length > 0) {
            return LookupTables.entries(data, count, bits, image.bigEndian());
        }
        byte[] segments = RawElements.bytes(image, SEGMENTED + colour);
        return segments == null ? null : new PaletteSegments(segments, bits > 8, image.bigEndian()).expand(count);
    }

    /** The colour of a stored value; those outside get the nearest entry's. */
    public int at(int stored) {
        int index = stored - first;
        return rgb[index < 0 ? 0 : Math.min(index, rgb.length - 1)];
    }
}
