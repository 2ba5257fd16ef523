package sluice.viewer.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import sluice.viewer.codec.CodecException.Reason;

/**
 * The bits of one scan without stuffed bytes and restart markers. Reading runs past the end of an interval unhindered, into
 * zeros at last; {@link #check} finds that out and has to be called once per block.
 */
final class DctBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** more than the longest block can take: 64 codes of 16 bits and values of 15 */
    private static final int MARGIN = 288;

    private final byte[] data;
    /** ends of the restart intervals in {@link #data} */
    private final int[] ends;
    private final int next;
    private int interval;

    /** the next bits, left-aligned; at least {@link #available} of them are right */
    long window;
    int available;
    int position;

    private DctBits(byte[] data, int[] ends, int next) {
        this.data = data;
        this.ends = ends;
        this.next = next;
    }

    /**
     * Takes the entropy-coded data that begin at {@code from} and end at the first marker that is none of restart.
     *
     * @param intervals expected
     */
    static DctBits of(byte[] frame, int from, long intervals) throws CodecException {
        byte[] data = new byte[frame.length - from + MARGIN];
        int[] ends = new int[(int) Math.min(intervals, frame.length)];
        int n = 0;
        int done = 0;
        int i = from;
        while (i < frame.length) {
            byte b = frame[i++];
            if (b != -1) {
                data[n++] = b;
                continue;
            }
            while (i < frame.length && frame[i] == -1) {
                i++;
            }
            int code = i < frame.length ? frame[i] & 0xff : 0xD9;
            if (code == 0) {
                data[n++] = b;
                i++;
            } else if (code >= 0xD0 && code <= 0xD7) {
                if (code != 0xD0 + (done & 7) || done >= ends.length - 1) {
                    throw new CodecException(Reason.CORRUPT, "A restart marker stands where none or another should be");
                }
                ends[done++] = n;
                i++;
            } else {
                i--;
                break;
            }
        }
        if (done != intervals - 1) {
            throw new CodecException(Reason.CORRUPT, "A scan has fewer restart intervals than its image");
        }
        ends[done] = n;
        return new DctBits(Arrays.copyOf(data, n + MARGIN), ends, i);
    }

    /** Of the frame: the marker behind the scan, or its end. */
    int next() {
        return next;
    }

    /** At least 56 bits. */
    void fill() {
        window |= (long) LONGS.get(data, position) >>> available;
        position += 63 - available >> 3;
        available |= 56;
    }

    /** Bits that were read belong to the interval. */
    void check() throws CodecException {
        if (position * 8L - available > ends[interval] * 8L) {
            throw new CodecException(Reason.CORRUPT, "A scan ends before its image does");
        }
    }

    /** The interval must be used up except for the bits that fill its last byte. */
    void endInterval() throws CodecException {
        check();
        if (ends[interval] * 8L - (position * 8L - available) > 7) {
            throw new CodecException(Reason.CORRUPT, "A scan goes on behind its image");
        }
    }

    void nextInterval() throws CodecException {
        endInterval();
        position = ends[interval++];
        window = 0;
        available = 0;
    }

    /** @param count 0 to 16 */
    int bits(int count) {
        if (count == 0) {
            return 0;
        }
        if (available < 16) {
            fill();
        }
        int value = (int) (window >>> 64 - count);
        window <<= count;
        available -= count;
        return value;
    }

    int symbol(DctHuffman table) throws CodecException {
        if (available < 16) {
            fill();
        }
        int found = table.search((int) (window >>> 48));
        if (found == 0) {
            throw new CodecException(Reason.CORRUPT, "A scan holds a code that its Huffman table does not have");
        }
        window <<= found & 0xff;
        available -= found & 0xff;
        return found >> 16;
    }

    /** Additional bits as a signed value. @param count 0 to 15 */
    int signed(int count) {
        return count == 0 ? 0 : DctHuffman.extend(bits(count), count);
    }
}
