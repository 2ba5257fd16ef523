package sluice.viewer.codec;

import java.util.Arrays;

/** Decodes the coding passes of code-blocks (ISO/IEC 15444-1 Annex D). Keeps its arrays from one to the next; not thread-safe. */
final class J2kBlockDecoder {
    static final int MOST_PLANES = 29;
    private final J2kContexts contexts = new J2kContexts();
    private final MqDecoder mq = new MqDecoder();
    private int[] flags = {};
    private int[] values = {};
    private int width;
    private int height;
    private int stride;
    private int orientation;
    private boolean causal;
    private boolean raw;

    /**
     * Decodes a block into its subband: twice the value, and half a step more where planes are missing.
     *
     * @param shift of a region of interest
     */
    void decode(J2kBlock block, J2kBand band, J2kCoding coding, int shift) throws CodecException {
        int planes = band.planes + shift - block.zeroPlanes;
        if (planes > MOST_PLANES) {
            throw SegmentReader.unsupported("More bit-planes than values of 24 bits have");
        }
        if (block.passes > 3 * planes - 2) {
            throw SegmentReader.corrupt("A code-block has more passes than bit-planes");
        }
        prepare(block, band, coding);
        MqTables.reset(mq.states);
        int pass = 2;
        int plane = planes;
        int at = 0;
        int done = 0;
        for (int s = 0; s < block.segmentCount; s++) {
            int end = at + block.segments[2 * s + 1];
            raw = coding.has(J2kCoding.BYPASS) && done >= 10 && pass < 2;
            byte first = block.data[end];
            byte second = block.data[end + 1];
            block.data[end] = (byte) 0xff;
            block.data[end + 1] = (byte) 0xff;
            if (raw) {
                mq.startRaw(block.data, at, end);
            } else {
                mq.start(block.data, at, end);
            }
            for (int i = 0; i < block.segments[2 * s]; i++) {
                switch (pass) {
                    case 0 -> significance(plane);
                    case 1 -> refinement(plane);
                    default -> cleanup(plane, coding.has(J2kCoding.SYMBOLS));
                }
                if (coding.has(J2kCoding.RESET)) {
                    MqTables.reset(mq.states);
                }
                done++;
                if (++pass == 3) {
                    pass = 0;
                    plane--;
                }
            }
            block.data[end] = first;
            block.data[end + 1] = second;
            at = end;
        }
        band.store(block, values, stride + 1, stride, shift);
    }

    private void prepare(J2kBlock block, J2kBand band, J2kCoding coding) {
        width = block.width;
        height = block.height;
        stride = width + 2;
        orientation = band.orientation;
        causal = coding.has(J2kCoding.CAUSAL);
        int size = stride * (height + 2);
        if (flags.length < size) {
            flags = new int[size];
            values = new int[size];
        } else {
            Arrays.fill(flags, 0, size, 0);
            Arrays.fill(values, 0, size, 0);
        }
    }

    private int seen(int at, int y) {
        int f = flags[at];
        return causal && (y & 3) == 3 ? f & J2kContexts.BELOW : f;
    }

    private int sign(int seen) {
        int context = contexts.sign(seen);
        return mq.decode(context & 0x7f) ^ context >> 7;
    }

    private void significant(int at, int negative, int value) {
        values[at] = negative == 0 ? value : -value;
        J2kContexts.spread(flags, at, stride, negative);
    }

    private void significance(int plane) {
        int value = 3 << plane - 1;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                for (int y = top, at = (top + 1) * stride + x; y < bottom; y++, at += stride) {
                    int f = flags[at];
                    if ((f & J2kContexts.SIGNIFICANT) != 0) {
                        continue;
                    }
                    f = seen(at, y);
                    if ((f & J2kContexts.AROUND) == 0) {
                        continue;
                    }
                    if (raw) {
                        if (mq.rawBit() == 1) {
                            significant(at, mq.rawBit(), value);
                        }
                    } else if (mq.decode(contexts.zero(orientation, f)) == 1) {
                        significant(at, sign(f), value);
                    }
                    flags[at] |= J2kContexts.VISITED;
                }
            }
        }
    }

    private void refinement(int plane) {
        int half = 1 << plane - 1;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                for (int y = top, at = (top + 1) * stride + x; y < bottom; y++, at += stride) {
                    int f = flags[at];
                    if ((f & (J2kContexts.SIGNIFICANT | J2kContexts.VISITED)) != J2kContexts.SIGNIFICANT) {
                        continue;
                    }
                    int bit = raw ? mq.rawBit() : mq.decode(J2kContexts.refinement(seen(at, y)));
                    int more = bit == 1 ? half : -half;
                    values[at] += values[at] < 0 ? -more : more;
                    flags[at] = f | J2kContexts.REFINED;
                }
            }
        }
    }

    private void cleanup(int plane, boolean symbols) throws CodecException {
        int value = 3 << plane - 1;
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                int at = (top + 1) * stride + x;
                int y = top;
                boolean found = false;
                if (bottom - top == 4 && untouched(at)) {
                    if (mq.decode(J2kContexts.RUN) == 0) {
                        continue;
                    }
                    int skip = mq.decode(J2kContexts.UNIFORM) << 1;
                    skip |= mq.decode(J2kContexts.UNIFORM);
                    y += skip;
                    at += skip * stride;
                    found = true;
                }
                for (; y < bottom; y++, at += stride) {
                    int f = flags[at];
                    if (!found && (f & (J2kContexts.SIGNIFICANT | J2kContexts.VISITED)) != 0) {
                        flags[at] = f & ~J2kContexts.VISITED;
                        continue;
                    }
                    f = seen(at, y);
                    if (found || mq.decode(contexts.zero(orientation, f)) == 1) {
                        significant(at, sign(f), value);
                    }
                    found = false;
                }
            }
        }
        if (symbols) {
            int symbol = 0;
            for (int i = 0; i < 4; i++) {
                symbol = symbol << 1 | mq.decode(J2kContexts.UNIFORM);
            }
            if (symbol != 10) {
                throw SegmentReader.corrupt("A segmentation symbol is wrong");
            }
        }
    }

    /** Whether none of four coefficients has been visited, is significant or has a significant neighbour that counts. */
    private boolean untouched(int at) {
        int last = flags[at + 3 * stride];
        int all = flags[at] | flags[at + stride] | flags[at + 2 * stride] | (causal ? last & J2kContexts.BELOW : last);
        return (all & (J2kContexts.AROUND | J2kContexts.SIGNIFICANT | J2kContexts.VISITED)) == 0;
    }
}
