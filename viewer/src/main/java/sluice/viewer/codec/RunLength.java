package sluice.viewer.codec;

import java.io.ByteArrayOutputStream;

/** The byte code of PS3.5 G.3.1: runs of one value, and literal stretches, of 128 bytes at most. */
final class RunLength {
    private static final int LONGEST = 128;

    private RunLength() {}

    /** Codes one row; no run goes from one row into the next. */
    static void pack(byte[] row, ByteArrayOutputStream out) {
        int literal = 0;
        int i = 0;
        while (i < row.length) {
            int end = i + 1;
            while (end < row.length && end - i < LONGEST && row[end] == row[i]) {
                end++;
            }
            // a pair within a literal stretch saves nothing
            int worth = literal == i ? 2 : 3;
            if (end - i >= worth) {
                literals(row, literal, i, out);
                out.write(1 - (end - i));
                out.write(row[i]);
                literal = end;
            }
            i = end;
        }
        literals(row, literal, row.length, out);
    }

    private static void literals(byte[] row, int from, int to, ByteArrayOutputStream out) {
        for (int i = from; i < to; i += LONGEST) {
            int count = Math.min(LONGEST, to - i);
            out.write(count - 1);
            out.write(row, i, count);
        }
    }
}
