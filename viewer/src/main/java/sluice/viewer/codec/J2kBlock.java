package sluice.viewer.codec;

import java.util.Arrays;

/** A code-block: its place in the subband and, while packets are read, its coded bytes. */
final class J2kBlock {
    final int x;
    final int y;
    final int width;
    final int height;
    /** bytes of all segments, with room for two more */
    byte[] data = {};
    int size;
    int zeroPlanes;
    int passes;
    int lengthBits = 3;
    /** pairs of passes and bytes */
    int[] segments = {};
    int segmentCount;
    /** whether the arithmetic coder made it, where blocks of both kinds may stand */
    boolean arithmetic;
    /** empty passes before the first high-throughput one */
    int placeholders;

    /** @param x column within the subband's coefficients; so is y */
    J2kBlock(int x, int y, int width, int height) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    boolean included() {
        return passes > 0;
    }

    /** Passes that the current segment can take; 0 where a new one is due. */
    int room(J2kCoding coding) {
        return segmentCount == 0 ? 0 : capacity(coding) - segments[2 * segmentCount - 2];
    }

    /** Passes of the last segment (ISO/IEC 15444-1 table D.9). */
    private int capacity(J2kCoding coding) {
        if (coding.has(J2kCoding.TERMINATE_ALL)) {
            return 1;
        }
        if (coding.has(J2kCoding.BYPASS)) {
            return segmentCount == 1 ? 10 : segmentCount % 2 == 0 ? 2 : 1;
        }
        return Integer.MAX_VALUE;
    }

    void newSegment() {
        if (segments.length < 2 * segmentCount + 2) {
            segments = Arrays.copyOf(segments, Math.max(4, 4 * segmentCount));
        }
        segments[2 * segmentCount] = 0;
        segments[2 * segmentCount + 1] = 0;
        segmentCount++;
    }

    void append(int segment, byte[] from, int at, int length) {
        if (size + length + 2 > data.length) {
            data = Arrays.copyOf(data, data.length == 0 ? length + 2 : (size + length) * 3 / 2 + 2);
        }
        System.arraycopy(from, at, data, size, length);
        size += length;
        segments[2 * segment + 1] += length;
    }
}
