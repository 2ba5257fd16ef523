package sluice.viewer.codec;

import java.util.Arrays;

/** Bytes of a codestream that grow as needed: big-endian numbers, and bits with the stuffing of T.81 (a zero byte behind 0xFF). */
final class CodestreamWriter {
    private byte[] data;
    private int size;
    private long bits;
    private int count;

    CodestreamWriter(int expected) {
        data = new byte[Math.max(64, expected)];
    }

    void u8(int value) {
        if (size == data.length) {
            data = Arrays.copyOf(data, data.length + (data.length >> 1) + 64);
        }
        data[size++] = (byte) value;
    }

    void u16(int value) {
        u8(value >> 8);
        u8(value);
    }

    void u32(long value) {
        u16((int) (value >> 16));
        u16((int) value);
    }

    void bytes(byte[] values) {
        bytes(values, 0, values.length);
    }

    void bytes(byte[] values, int from, int length) {
        if (size + length > data.length) {
            data = Arrays.copyOf(data, Math.max(size + length, data.length + (data.length >> 1)));
        }
        System.arraycopy(values, from, data, size, length);
        size += length;
    }

    /** The lowest {@code length} bits of a value, at most 32, with zero bytes behind 0xFF (T.81 F.1.2.3). */
    void stuffed(int value, int length) {
        bits = bits << length | value & (1L << length) - 1;
        count += length;
        while (count >= 8) {
            count -= 8;
            int next = (int) (bits >>> count) & 0xff;
            u8(next);
            if (next == 0xff) {
                u8(0);
            }
        }
    }

    /** Fills the last byte with ones. */
    void flushStuffed() {
        if (count > 0) {
            stuffed(0xff >> count, 8 - count);
        }
    }

    int size() {
        return size;
    }

    /** Replaces four bytes that were written before. */
    void patch32(int at, long value) {
        for (int i = 0; i < 4; i++) {
            data[at + i] = (byte) (value >> 24 - 8 * i);
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(data, size);
    }
}
