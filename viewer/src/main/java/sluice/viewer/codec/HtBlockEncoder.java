package sluice.viewer.codec;

import java.util.Arrays;

/**
 * Encodes code-blocks without loss as high-throughput ones with a cleanup pass of the lowest bit-plane (T.814 clause 7 and Annex F).
 * Keeps its arrays; not thread-safe.
 */
final class HtBlockEncoder implements J2kEncoder.Blocks {
    private final int[] first = HtCodewords.STANDARD.choices(true);
    private final int[] others = HtCodewords.STANDARD.choices(false);
    private final HtStreams out = new HtStreams();
    private final int[] samples = new int[4];
    private int[] values = {};
    private int across;
    private int from;
    private int[] quads = {};
    private int[] above = {};
    private int[] exponents = {};
    private int[] exponentsAbove = {};

    @Override
    public void encode(J2kBlock block, J2kBand band) {
        values = band.values;
        across = band.area.width();
        from = block.y * across + block.x;
        block.zeroPlanes = band.planes;
        if (!anything(block)) {
            return;
        }
        block.zeroPlanes--;
        int count = block.width + 1 >> 1;
        if (quads.length < count + 3) {
            quads = new int[count + 3];
            above = new int[count + 3];
            exponents = new int[2 * count + 4];
            exponentsAbove = new int[2 * count + 4];
        }
        for (int[] line : new int[][] {quads, above, exponents, exponentsAbove}) {
            Arrays.fill(line, 0);
        }
        out.start();
        for (int y = 0; y < block.height; y += 2) {
            row(block, y, count);
            int[] swap = above;
            above = quads;
            quads = swap;
            swap = exponentsAbove;
            exponentsAbove = exponents;
            exponents = swap;
        }
        out.finish(block);
    }

    private boolean anything(J2kBlock block) {
        for (int y = 0; y < block.height; y++) {
            for (int x = 0; x < block.width; x++) {
                if (values[from + y * across + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void row(J2kBlock block, int y, int count) {
        int left = 0;
        for (int q = 1; q <= count; q += 2) {
            int context = y == 0 ? HtQuads.context(left) : HtQuads.context(above, q, left);
            int a = quad(block, 2 * q - 2, y, q, context);
            int b = 0;
            left = 0;
            if (q < count) {
                context = y == 0 ? HtQuads.context(quads[q]) : HtQuads.context(above, q + 1, quads[q]);
                b = quad(block, 2 * q, y, q + 1, context);
                left = quads[q + 1];
            }
            excess(y == 0, a, b);
        }
    }

    /** @return by how much the largest exponent exceeds what is expected */
    private int quad(J2kBlock block, int x, int y, int q, int context) {
        int significant = 0;
        int most = 0;
        for (int i = 0; i < 4; i++) {
            int column = x + (i >> 1);
            int line = y + (i & 1);
            int v = column < block.width && line < block.height ? values[from + line * across + column] : 0;
            if (v != 0) {
                significant |= 1 << i;
                samples[i] = 2 * (Math.abs(v) - 1) + (v < 0 ? 1 : 0);
                most = Math.max(most, HtQuads.exponent(samples[i]));
            }
        }
        quads[q] = significant << 4;
        exponents[x + 1] = (significant & 2) != 0 ? HtQuads.exponent(samples[1]) : 0;
        exponents[x + 2] = (significant & 8) != 0 ? HtQuads.exponent(samples[3]) : 0;
        if (context == 0) {
            out.event(significant != 0);
            if (significant == 0) {
                return 0;
            }
        }
        int expected = HtQuads.expected(significant, y == 0 ? null : exponentsAbove, x + 1);
        int bound = Math.max(most, expected);
        int offset = bound > expected ? 1 : 0;
        int largest = 0;
        for (int i = 0; i < 4 && offset == 1; i++) {
            boolean it = (significant >> i & 1) != 0 && HtQuads.exponent(samples[i]) == bound;
            largest |= it ? 1 << i : 0;
        }
        int word = (y == 0 ? first : others)[context << 9 | significant << 5 | offset << 4 | largest];
        out.word(word & 0xff, word >> 8 & 15);
        for (int i = 0; i < 4; i++) {
            if ((significant >> i & 1) != 0) {
                out.sample(samples[i], bound - (word >> 12 + i & 1));
            }
        }
        return bound - expected;
    }

    private void excess(boolean firstRow, int a, int b) {
        if (firstRow && a > 0 && b > 0) {
            boolean both = a > 2 && b > 2;
            out.event(both);
            if (both) {
                excess(a - 2, b - 2);
                return;
            }
            if (a > 2) {
                prefix(a);
                out.word(b - 1, 1);
                suffix(a);
                extension(a);
                return;
            }
        }
        excess(a, b);
    }

    private void excess(int a, int b) {
        prefix(a);
        prefix(b);
        suffix(a);
        suffix(b);
        extension(a);
        extension(b);
    }

    /** T.814 table 3. */
    private void prefix(int u) {
        switch (u) {
            case 0 -> { }
            case 1 -> out.word(1, 1);
            case 2 -> out.word(2, 2);
            case 3, 4 -> out.word(4, 3);
            default -> out.word(0, 3);
        }
    }

    private void suffix(int u) {
        if (u > 4) {
            out.word(u < 33 ? u - 5 : 28 + (u - 33) % 4, 5);
        } else if (u > 2) {
            out.word(u - 3, 1);
        }
    }

    private void extension(int u) {
        if (u > 32) {
            out.word((u - 33) / 4, 4);
        }
    }
}
