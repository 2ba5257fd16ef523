package sluice.app.deid.pixels;

import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.viewer.dicom.RawElements;

/**
 * A Palette Color Lookup Table (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6), as bytes.
 *
 * @param first stored value of the first entry; smaller ones are shown as the first, larger ones than the last as the last
 * @param red 0 to 255 unsigned, one for each entry, at least one
 * @param green as many
 * @param blue as many
 */
public record Palette(int first, byte[] red, byte[] green, byte[] blue) {

    private static final int DESCRIPTOR = 0x00281101;
    private static final int DATA = 0x00281201;

    public Palette {
        if (red.length == 0 || red.length != green.length || red.length != blue.length) {
            throw new IllegalArgumentException("the three tables of a palette are of one length, and not empty");
        }
    }

    /** Of an image; null where it has none, or none that can be read. */
    static Palette of(Attributes image) {
        byte[][] colours = new byte[3][];
        int entries = 0;
        int first = 0;
        for (int c = 0; c < colours.length; c++) {
            byte[] descriptor = RawElements.bytes(image, DESCRIPTOR + c);
            byte[] data = RawElements.bytes(image, DATA + c);
            if (descriptor == null || descriptor.length < 6 || data == null) {
                return null;
            }
            int count = word(descriptor, 0, image.bigEndian());
            count = count == 0 ? 1 << 16 : count;
            if (c > 0 && count != entries || data.length < count) {
                return null;
            }
            entries = count;
            first = word(descriptor, 2, image.bigEndian());
            colours[c] = bytes(data, entries, word(descriptor, 4, image.bigEndian()), image.bigEndian());
        }
        return new Palette(first, colours[0], colours[1], colours[2]);
    }

    /** The upper eight bits of each entry. Entries of eight bits stand two in a word. */
    private static byte[] bytes(byte[] data, int entries, int bits, boolean bigEndian) {
        byte[] out = new byte[entries];
        boolean wide = data.length >= 2L * entries;
        int shift = bits > 8 ? Math.min(8, bits - 8) : 0;
        for (int i = 0; i < entries; i++) {
            int other = i ^ 1;
            out[i] = wide ? (byte) (word(data, 2 * i, bigEndian) >> shift) : data[bigEndian && other < data.length ? other : i];
        }
        return out;
    }

    private static int word(byte[] b, int at, boolean bigEndian) {
        return bigEndian ? (b[at] & 0xff) << 8 | b[at + 1] & 0xff : (b[at + 1] & 0xff) << 8 | b[at] & 0xff;
    }

    int entry(long stored) {
        return (int) Math.max(0, Math.min(red.length - 1L, stored - first));
    }
}
