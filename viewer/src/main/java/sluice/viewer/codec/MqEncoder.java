package sluice.viewer.codec;

import java.util.Arrays;

/** The MQ encoder (ISO/IEC 15444-1 C.2). Its bytes begin at index 1. Not thread-safe. */
final class MqEncoder {
    private final int[] interval = MqTables.intervals();
    private final int[] more = MqTables.more();
    private final int[] less = MqTables.less();
    private final int[] states = new int[19];
    private byte[] data = new byte[8192];
    private int at;
    private int a;
    private int c;
    private int count;

    void start() {
        MqTables.reset(states);
        at = 0;
        data[0] = 0;
        a = 0x8000;
        c = 0;
        count = 12;
    }

    void encode(int context, int bit) {
        int state = states[context];
        int qe = interval[state];
        a -= qe;
        if ((state & 1) == bit) {
            if ((a & 0x8000) != 0) {
                c += qe;
                return;
            }
            if (a < qe) {
                a = qe;
            } else {
                c += qe;
            }
            states[context] = more[state];
        } else {
            if (a < qe) {
                c += qe;
            } else {
                a = qe;
            }
            states[context] = less[state];
        }
        do {
            a <<= 1;
            c <<= 1;
            if (--count == 0) {
                byteOut();
            }
        } while ((a & 0x8000) == 0);
    }

    private void byteOut() {
        if (at + 2 >= data.length) {
            data = Arrays.copyOf(data, 2 * data.length);
        }
        if (data[at] == (byte) 0xff) {
            stuffed();
            return;
        }
        if (c >= 0x8000000) {
            data[at]++;
            c &= 0x7ffffff;
            if (data[at] == (byte) 0xff) {
                stuffed();
                return;
            }
        }
        data[++at] = (byte) (c >> 19);
        c &= 0x7ffff;
        count = 8;
    }

    private void stuffed() {
        data[++at] = (byte) (c >> 20);
        c &= 0xfffff;
        count = 7;
    }

    /** Ends the segment (C.2.9). @return its length */
    int flush() {
        int top = c + a;
        c |= 0xffff;
        if (c >= top) {
            c -= 0x8000;
        }
        c <<= count;
        byteOut();
        c <<= count;
        byteOut();
        return data[at] == (byte) 0xff ? at - 1 : at;
    }

    byte[] data() {
        return data;
    }
}
