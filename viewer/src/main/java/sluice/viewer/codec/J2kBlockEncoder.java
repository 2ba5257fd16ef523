package sluice.viewer.codec;

import java.util.Arrays;

/** Encodes code-blocks without loss, in one segment (ISO/IEC 15444-1 Annex D). Keeps its arrays; not thread-safe. */
final class J2kBlockEncoder implements J2kEncoder.Blocks {
    private final J2kContexts contexts = new J2kContexts();
    private final MqEncoder mq = new MqEncoder();
    private int[] flags = {};
    private int[] magnitudes = {};
    private boolean[] negative = {};
    private int width;
    private int height;
    private int stride;
    private int orientation;

    /** Fills the block from its subband. */
    @Override
    public void encode(J2kBlock block, J2kBand band) {
        width = block.width;
        height = block.height;
        stride = width + 2;
        orientation = band.orientation;
        int size = stride * (height + 2);
        if (flags.length < size) {
            flags = new int[size];
            magnitudes = new int[size];
            negative = new boolean[size];
        } else {
            Arrays.fill(flags, 0, size, 0);
        }
        int all = 0;
        for (int y = 0; y < height; y++) {
            int from = (block.y + y) * band.area.width() + block.x;
            int to = (y + 1) * stride + 1;
            for (int x = 0; x < width; x++) {
                int v = band.values[from + x];
                magnitudes[to + x] = Math.abs(v);
                negative[to + x] = v < 0;
                all |= magnitudes[to + x];
            }
        }
        int planes = 32 - Integer.numberOfLeadingZeros(all);
        block.zeroPlanes = band.planes - planes;
        if (planes == 0) {
            return;
        }
        mq.start();
        for (int plane = planes - 1; plane >= 0; plane--) {
            if (plane < planes - 1) {
                significance(plane);
                refinement(plane);
            }
            cleanup(plane);
        }
        int length = mq.flush();
        block.newSegment();
        block.passes = 3 * planes - 2;
        block.segments[0] = block.passes;
        block.append(0, mq.data(), 1, length);
    }

    private void significant(int at) {
        int f = flags[at];
        int context = contexts.sign(f);
        int bit = negative[at] ? 1 : 0;
        mq.encode(context & 0x7f, bit ^ context >> 7);
        J2kContexts.spread(flags, at, stride, bit);
    }

    private void significance(int plane) {
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                for (int y = top, at = (top + 1) * stride + x; y < bottom; y++, at += stride) {
                    int f = flags[at];
                    if ((f & J2kContexts.SIGNIFICANT) != 0 || (f & J2kContexts.AROUND) == 0) {
                        continue;
                    }
                    int bit = magnitudes[at] >> plane & 1;
                    mq.encode(contexts.zero(orientation, f), bit);
                    if (bit == 1) {
                        significant(at);
                    }
                    flags[at] |= J2kContexts.VISITED;
                }
            }
        }
    }

    private void refinement(int plane) {
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                for (int y = top, at = (top + 1) * stride + x; y < bottom; y++, at += stride) {
                    int f = flags[at];
                    if ((f & (J2kContexts.SIGNIFICANT | J2kContexts.VISITED)) == J2kContexts.SIGNIFICANT) {
                        mq.encode(J2kContexts.refinement(f), magnitudes[at] >> plane & 1);
                        flags[at] = f | J2kContexts.REFINED;
                    }
                }
            }
        }
    }

    private void cleanup(int plane) {
        for (int top = 0; top < height; top += 4) {
            int bottom = Math.min(height, top + 4);
            for (int x = 1; x <= width; x++) {
                int at = (top + 1) * stride + x;
                int y = top;
                boolean found = false;
                if (bottom - top == 4 && untouched(at)) {
                    int skip = 0;
                    while (skip < 4 && (magnitudes[at + skip * stride] >> plane & 1) == 0) {
                        skip++;
                    }
                    mq.encode(J2kContexts.RUN, skip < 4 ? 1 : 0);
                    if (skip == 4) {
                        continue;
                    }
                    mq.encode(J2kContexts.UNIFORM, skip >> 1);
                    mq.encode(J2kContexts.UNIFORM, skip & 1);
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
                    int bit = magnitudes[at] >> plane & 1;
                    if (!found) {
                        mq.encode(contexts.zero(orientation, f), bit);
                    }
                    if (bit == 1) {
                        significant(at);
                    }
                    found = false;
                }
            }
        }
    }

    private boolean untouched(int at) {
        int all = flags[at] | flags[at + stride] | flags[at + 2 * stride] | flags[at + 3 * stride];
        return (all & (J2kContexts.AROUND | J2kContexts.SIGNIFICANT | J2kContexts.VISITED)) == 0;
    }
}
