package sluice.viewer.codec;

import java.util.Arrays;

/** A Huffman table for categories of differences, of lossless JPEG 0 to 16 (T.81 Annex C and H.1.2.2). Immutable. */
final class HuffmanTable {
    private static final int FAST = 10;
    private static final int LONGEST = 16;
    private final int[] codesOfLength;
    private final int[] categories;
    private final short[] fast = new short[1 << FAST];
    private final int[] limit = new int[LONGEST + 2];
    private final int[] offset = new int[LONGEST + 2];

    /**
     * @param codesOfLength number of codes of each length, index 1 to 16
     * @param categories in the order of their codes
     */
    HuffmanTable(int[] codesOfLength, int[] categories) throws CodecException {
        this.codesOfLength = codesOfLength.clone();
        this.categories = categories.clone();
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            offset[length] = index - code;
            for (int i = 0; i < codesOfLength[length]; i++, code++, index++) {
                if (code >= 1 << length) {
                    throw SegmentReader.corrupt("A Huffman table has more codes than fit");
                }
                if (length <= FAST) {
                    int first = code << FAST - length;
                    Arrays.fill(fast, first, first + (1 << FAST - length), (short) (length << 8 | categories[index]));
                }
            }
            limit[length] = code << LONGEST - length;
            code <<= 1;
        }
    }

    /** From a DHT segment, which may hold several tables (T.81 B.2.4.2), into those of the four identifiers. */
    static void read(SegmentReader in, HuffmanTable[] into) throws CodecException {
        while (in.remaining() > 0) {
            int id = in.u8();
            int[] lengths = new int[LONGEST + 1];
            int sum = 0;
            for (int i = 1; i <= LONGEST; i++) {
                lengths[i] = in.u8();
                sum += lengths[i];
            }
            int[] values = new int[sum];
            boolean usable = id < into.length;
            for (int i = 0; i < sum; i++) {
                values[i] = in.u8();
                usable &= values[i] <= 16;
            }
            if (usable) {
                into[id] = new HuffmanTable(lengths, values);
            } else if (id < into.length) {
                into[id] = null;
            }
        }
    }

    /**
     * The category whose code begins these 16 bits.
     *
     * @return length of the code &lt;&lt; 8 | category
     */
    int lookup(int next16) throws CodecException {
        int entry = fast[next16 >> LONGEST - FAST];
        if (entry != 0) {
            return entry;
        }
        for (int length = FAST + 1; length <= LONGEST; length++) {
            if (next16 < limit[length]) {
                return length << 8 | categories[(next16 >> LONGEST - length) + offset[length]];
            }
        }
        throw SegmentReader.corrupt("The entropy-coded bits hold a code that no table has");
    }

    /** The best table for these frequencies, by the procedure of T.81 K.2: lengths to 16, no code of all ones. */
    static HuffmanTable optimal(long[] frequencies) throws CodecException {
        int symbols = frequencies.length;
        long[] weight = Arrays.copyOf(frequencies, symbols + 1);
        weight[symbols] = 1;
        int[] size = new int[symbols + 1];
        int[] other = new int[symbols + 1];
        Arrays.fill(other, -1);
        while (true) {
            int least = lightest(weight, -1);
            int next = lightest(weight, least);
            if (next < 0) {
                break;
            }
            weight[least] += weight[next];
            weight[next] = 0;
            int last = lengthen(size, other, least);
            other[last] = next;
            lengthen(size, other, next);
        }
        int[] bits = new int[symbols + 2];
        for (int s : size) {
            bits[s]++;
        }
        bits[0] = 0;
        shorten(bits);
        int[] order = new int[symbols];
        int used = 0;
        for (int length = 1; length <= symbols; length++) {
            for (int s = 0; s < symbols; s++) {
                if (size[s] == length) {
                    order[used++] = s;
                }
            }
        }
        return new HuffmanTable(Arrays.copyOf(bits, LONGEST + 1), Arrays.copyOf(order, used));
    }

    private static int lightest(long[] weight, int except) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    private static int lengthen(int[] size, int[] other, int from) {
        int i = from;
        size[i]++;
        while (other[i] >= 0) {
            i = other[i];
            size[i]++;
        }
        return i;
    }

    /** Figure K.3: no code is longer than 16, and the longest one, which would be all ones, goes. */
    private static void shorten(int[] bits) {
        int i = bits.length - 1;
        for (; i > LONGEST; i--) {
            while (bits[i] > 0) {
                int j = i - 2;
                while (bits[j] == 0) {
                    j--;
                }
                bits[i] -= 2;
                bits[i - 1]++;
                bits[j + 1] += 2;
                bits[j]--;
            }
        }
        while (bits[i] == 0) {
            i--;
        }
        bits[i]--;
    }

    /** For each category its length &lt;&lt; 16 | code; 0 where it has none. */
    int[] codes() {
        int[] codes = new int[17];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < codesOfLength[length]; i++) {
                codes[categories[index++]] = length << 16 | code++;
            }
            code <<= 1;
        }
        return codes;
    }

    /** Class and identifier 0, then the table as in a DHT segment. */
    byte[] definition() {
        byte[] out = new byte[1 + LONGEST + categories.length];
        for (int i = 1; i <= LONGEST; i++) {
            out[i] = (byte) codesOfLength[i];
        }
        for (int i = 0; i < categories.length; i++) {
            out[1 + LONGEST + i] = (byte) categories[i];
        }
        return out;
    }
}
