package sluice.viewer.codec;

/**
 * Flags of a coefficient and the contexts that follow from its neighbours (ISO/IEC 15444-1 D.3). The flags of a code-block stand
 * in rows with one more on each side.
 */
final class J2kContexts {
    static final int NE = 1;
    static final int SE = 2;
    static final int SW = 4;
    static final int NW = 8;
    static final int N = 0x10;
    static final int E = 0x20;
    static final int S = 0x40;
    static final int W = 0x80;
    /** any neighbour is significant */
    static final int AROUND = 0xff;
    static final int NEGATIVE_N = 0x100;
    static final int NEGATIVE_E = 0x200;
    static final int NEGATIVE_S = 0x400;
    static final int NEGATIVE_W = 0x800;
    static final int SIGNIFICANT = 0x1000;
    static final int REFINED = 0x2000;
    static final int VISITED = 0x4000;
    /** what a vertically causal context does not see */
    static final int BELOW = ~(S | SE | SW | NEGATIVE_S);
    static final int RUN = 17;
    static final int UNIFORM = 18;
    /** context of the sign by flags &gt;&gt; 4 &amp; 0xff, with 0x80 where the bit is turned */
    private final byte[] sign = new byte[256];
    /** significance context by orientation &lt;&lt; 8 | neighbours */
    private final byte[] zero = new byte[1024];

    J2kContexts() {
        for (int orientation = 0; orientation < 4; orientation++) {
            for (int f = 0; f < 256; f++) {
                zero[orientation << 8 | f] = (byte) significance(orientation, f);
            }
        }
        for (int f = 0; f < 256; f++) {
            int flags = f << 4;
            int h = part(flags, E, NEGATIVE_E) + part(flags, W, NEGATIVE_W);
            int v = part(flags, N, NEGATIVE_N) + part(flags, S, NEGATIVE_S);
            sign[f] = (byte) signContext(Integer.signum(h), Integer.signum(v));
        }
    }

    private static int part(int flags, int significant, int negative) {
        return (flags & significant) == 0 ? 0 : (flags & negative) == 0 ? 1 : -1;
    }

    private static int signContext(int h, int v) {
        if (h < 0 || h == 0 && v < 0) {
            return signContext(-h, -v) | 0x80;
        }
        return h == 0 ? 9 + v : 12 + v;
    }

    private static int significance(int orientation, int f) {
        int across = Integer.bitCount(f & (E | W));
        int along = Integer.bitCount(f & (N | S));
        int d = Integer.bitCount(f & (NE | SE | SW | NW));
        if (orientation == 3) {
            int hv = Math.min(2, across + along);
            return d >= 3 ? 8 : d == 2 ? 6 + Math.min(1, hv) : d == 1 ? 3 + hv : hv;
        }
        int h = orientation == 1 ? along : across;
        int v = orientation == 1 ? across : along;
        if (h == 2) {
            return 8;
        }
        if (h == 1) {
            return v >= 1 ? 7 : d >= 1 ? 6 : 5;
        }
        return v > 0 ? 2 + v : Math.min(2, d);
    }

    int zero(int orientation, int flags) {
        return zero[orientation << 8 | flags & AROUND];
    }

    /** @return context | 0x80 where the bit is turned */
    int sign(int flags) {
        return sign[flags >> 4 & 0xff] & 0xff;
    }

    static int refinement(int flags) {
        return (flags & REFINED) != 0 ? 16 : (flags & AROUND) != 0 ? 15 : 14;
    }

    /** Tells the neighbours of a coefficient that it has become significant. */
    static void spread(int[] flags, int at, int stride, int negative) {
        flags[at] |= SIGNIFICANT;
        flags[at - stride - 1] |= SE;
        flags[at - stride] |= negative == 0 ? S : S | NEGATIVE_S;
        flags[at - stride + 1] |= SW;
        flags[at - 1] |= negative == 0 ? E : E | NEGATIVE_E;
        flags[at + 1] |= negative == 0 ? W : W | NEGATIVE_W;
        flags[at + stride - 1] |= NE;
        flags[at + stride] |= negative == 0 ? N : N | NEGATIVE_N;
        flags[at + stride + 1] |= NW;
    }
}
