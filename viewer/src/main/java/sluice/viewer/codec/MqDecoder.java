package sluice.viewer.codec;

/** The MQ decoder (ISO/IEC 15444-1 C.3, software conventions), and the raw bits of bypass mode (D.6). Not thread-safe. */
final class MqDecoder {
    /** of each state: its interval &lt;&lt; 16, the state behind a more probable symbol &lt;&lt; 8, that behind a less probable one */
    private final int[] table = new int[128];
    /** the state of each context */
    final int[] states = new int[19];
    private byte[] data;
    private int at;
    private int end;
    private int a;
    private int c;
    private int count;

    MqDecoder() {
        int[] interval = MqTables.intervals();
        int[] more = MqTables.more();
        int[] less = MqTables.less();
        for (int s = 0; s < interval.length; s++) {
            table[s] = interval[s] << 16 | more[s] << 8 | less[s];
        }
    }

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
        int entry = table[state & 0x7f];
        int qe = entry >>> 16;
        int d = state & 1;
        int left = a - qe;
        if (c >>> 16 < qe) {
            if (left < qe) {
                states[context] = entry >> 8 & 0xff;
            } else {
                d = 1 - d;
                states[context] = entry & 0xff;
            }
            a = qe;
        } else {
            c -= qe << 16;
            a = left;
            if ((left & 0x8000) != 0) {
                return d;
            }
            if (left < qe) {
                d = 1 - d;
                states[context] = entry & 0xff;
            } else {
                states[context] = entry >> 8 & 0xff;
            }
        }
        int shift = Integer.numberOfLeadingZeros(a) - 16;
        while (shift > count) {
            shift -= count;
            a <<= count;
            c <<= count;
            byteIn();
        }
        a <<= shift;
        c <<= shift;
        count -= shift;
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
