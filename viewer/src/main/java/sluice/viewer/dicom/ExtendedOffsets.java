package sluice.viewer.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;

/**
 * Extended Offset Table (7FE0,0001) and Extended Offset Table Lengths (7FE0,0002), PS3.3 C.7.6.3.1.8.
 *
 * @param offsets bytes from the item tag of the first fragment, one for each frame; empty where there is no table
 * @param lengths bytes of each frame
 */
record ExtendedOffsets(long[] offsets, long[] lengths) {
    static final ExtendedOffsets NONE = new ExtendedOffsets(new long[0], new long[0]);

    static ExtendedOffsets of(Attributes image) {
        byte[] offsets = RawElements.bytes(image, 0x7FE00001);
        byte[] lengths = RawElements.bytes(image, 0x7FE00002);
        if (offsets == null || lengths == null || offsets.length != lengths.length) {
            return NONE;
        }
        return new ExtendedOffsets(numbers(offsets, image.bigEndian()), numbers(lengths, image.bigEndian()));
    }

    private static long[] numbers(byte[] bytes, boolean bigEndian) {
        long[] numbers = new long[bytes.length / 8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Bytes.i64(bytes, i * 8, bigEndian);
        }
        return numbers;
    }
}
