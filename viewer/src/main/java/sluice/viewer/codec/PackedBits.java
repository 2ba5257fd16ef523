package sluice.viewer.codec;

/** 1-bit pixels, the first in the lowest bit of the first byte (PS3.5 8.1.1), and as one byte each. */
final class PackedBits {
    private PackedBits() {}

    /** @param packed holds at least {@code count} bits */
    static byte[] unpack(byte[] packed, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (packed[i >> 3] >> (i & 7) & 1);
        }
        return bytes;
    }

    /** Bits behind the last pixel are 0. */
    static byte[] pack(byte[] bytes) throws CodecException {
        byte[] packed = new byte[(int) ((bytes.length + 7L) / 8)];
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & ~1) != 0) {
                throw new CodecException(CodecException.Reason.MISMATCH, "A 1-bit pixel has another value than 0 and 1");
            }
            packed[i >> 3] |= (byte) (bytes[i] << (i & 7));
        }
        return packed;
    }
}
