package sluice.viewer.codec;

/** The MQ decoder (ISO/IEC 15444-1 C.3, software conventions), and the raw bits of bypass mode (D.6). Not thread-safe. */
final class MqDecoder {
    private final int[] interval = MqTables.intervals();
    private final int[] more = MqTables.more();
    private final int[] less = MqTables.less();
    /** the state of each context */
    final int[] states = new int[19];
    private byte[] data;
    private int at;
    private int end;
    private int a;
    private int c;
    private int count;

    /** @param data with two bytes 0xFF at {@code end} */
    void start(byte[] data, int from, int end) {
        this.data = data;
        this.end = end;
        at = from;
        c = (data[at] & 0xff) << 16;
        byteIn();
        c <<= 7;
        count -= 7;
        a = 0x8000;
    }

    private void byteIn() {
        if (data[at] == (byte) 0xff) {
            int next = data[at + 1] & 0xff;
            if (next > 0x8f) {
                c += 0xff00;
                count = 8;
            } else {
                at++;
                c += next << 9;
                count = 7;
            }
        } else {
            at++;
            c += (data[at] & 0xff) << 8;
            count = 8;
        }
    }

    int decode(int context) {
        int state = states[context];
        int qe = interval[state];
        int d = state & 1;
        a -= qe;
        if (c >>> 16 < qe) {
            if (a < qe) {
                states[context] = more[state];
            } else {
                d = 1 - d;
                states[context] = less[state];
            }
            a = qe;
        } else {
            c -= qe << 16;
            if ((a & 0x8000) != 0) {
                return d;
            }
            if (a < qe) {
                d = 1 - d;
                states[context] = less[state];
            } else {
                states[context] = more[state];
            }
        }
        do {
            if (count == 0) {
                byteIn();
            }
            a <<= 1;
            c <<= 1;
            count--;
        } while ((a & 0x8000) == 0);
        return d;
    }

    /** For raw bits; {@link #rawBit} follows. */
    void startRaw(byte[] data, int from, int end) {
        this.data = data;
        this.end = end;
        at = from;
        c = 0;
        count = 0;
    }

    int rawBit() {
        if (count == 0) {
            count = c == 0xff ? 7 : 8;
            c = at < end ? data[at++] & 0xff : 0xff;
        }
        count--;
        return c >> count & 1;
    }
}
