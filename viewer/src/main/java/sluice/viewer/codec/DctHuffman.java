package sluice.viewer.codec;

import java.util.Arrays;
import sluice.viewer.codec.CodecException.Reason;

/** A Huffman table of DCT-based JPEG for both directions (T.81 C.2, F.2.2.3). Immutable. */
final class DctHuffman {
    /** Bits of the first look; longer codes are searched by length. */
    static final int LOOK = 10;
    /** Entry of {@link #look}: the whole coefficient is in it, not only the symbol. */
    static final int WHOLE = 0x8000;

    private final byte[] counts;
    private final byte[] symbols;
    /** first code of the next length, left-aligned in 16 bits, by length */
    private final int[] limit = new int[18];
    private final int[] offset = new int[17];
    private final int[] code = new int[256];
    private final byte[] size = new byte[256];
    /** symbol << 16 | bits, or coefficient << 16 | WHOLE | run of zeros << 8 | bits of code and value; 0: a longer code */
    private final int[] look = new int[1 << LOOK];

    /**
     * @param counts codes of length 1 to 16
     * @param symbols in the order of their codes
     */
    DctHuffman(byte[] counts, byte[] symbols) throws CodecException {
        this.counts = counts.clone();
        this.symbols = symbols.clone();
        int next = 0;
        int at = 0;
        for (int length = 1; length <= 16; length++) {
            offset[length] = at - next;
            for (int i = 0; i < (counts[length - 1] & 0xff); i++) {
                int symbol = symbols[at++] & 0xff;
                if (size[symbol] == 0) {
                    code[symbol] = next;
                    size[symbol] = (byte) length;
                }
                fillLook(symbol, next, length);
                next++;
            }
            limit[length] = next << 16 - length;
            if (next > 1 << length) {
                throw new CodecException(Reason.CORRUPT, "A Huffman table has more codes than its lengths allow");
            }
            next <<= 1;
        }
        limit[17] = Integer.MAX_VALUE;
    }

    private void fillLook(int symbol, int code, int length) {
        int free = LOOK - length;
        if (free < 0 || code >= 1 << length) {
            return;
        }
        int bits = symbol & 15;
        for (int rest = 0; rest < 1 << free; rest++) {
            int entry = symbol << 16 | length;
            if (bits > 0 && bits <= free) {
                int value = extend(rest >> free - bits, bits);
                entry = value << 16 | WHOLE | (symbol >> 4) << 8 | length + bits;
            }
            look[code << free | rest] = entry;
        }
    }

    /** The signed value of additional bits (T.81 F.2.2.1, EXTEND). */
    static int extend(int bits, int count) {
        return bits < 1 << count - 1 ? bits - (1 << count) + 1 : bits;
    }

    int look(int bits) {
        return look[bits];
    }

    /**
     * The code at the head of 16 bits.
     *
     * @return symbol << 16 | bits of the code, 0 where there is none
     */
    int search(int bits16) {
        int length = 1;
        while (bits16 >= limit[length]) {
            length++;
        }
        if (length > 16) {
            return 0;
        }
        return (symbols[offset[length] + (bits16 >> 16 - length)] & 0xff) << 16 | length;
    }

    boolean has(int symbol) {
        return size[symbol] != 0;
    }

    int code(int symbol) {
        return code[symbol];
    }

    int size(int symbol) {
        return size[symbol];
    }

    /** The table as it stands in a DHT segment, behind the byte that names it. */
    byte[] specification() {
        byte[] all = Arrays.copyOf(counts, 16 + symbols.length);
        System.arraycopy(symbols, 0, all, 16, symbols.length);
        return all;
    }

    boolean same(DctHuffman other) {
        return other != null && Arrays.equals(counts, other.counts) && Arrays.equals(symbols, other.symbols);
    }

    /**
     * The best table for these symbols, no code longer than 16 bits or of ones only (T.81 K.2).
     *
     * @param frequencies of the 256 symbols; at least one is above 0
     */
    static DctHuffman best(long[] frequencies) throws CodecException {
        long[] weight = Arrays.copyOf(frequencies, 257);
        weight[256] = 1;
        int[] length = new int[257];
        int[] chain = new int[257];
        Arrays.fill(chain, -1);
        for (;;) {
            int least = least(weight, -1);
            int second = least(weight, least);
            if (second < 0) {
                break;
            }
            weight[least] += weight[second];
            weight[second] = 0;
            int last = least;
            for (length[least]++; chain[last] >= 0; length[last]++) {
                last = chain[last];
            }
            chain[last] = second;
            for (int i = second; i >= 0; i = chain[i]) {
                length[i]++;
            }
        }
        return limited(length);
    }

    /** The rarest symbol, of equals the highest, which lets the reserved one get the longest code. */
    private static int least(long[] weight, int except) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0 && i != except && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    private static DctHuffman limited(int[] length) throws CodecException {
        int[] count = new int[258];
        for (int l : length) {
            count[l]++;
        }
        for (int i = 257; i > 16; i--) {
            while (count[i] > 0) {
                int shorter = i - 2;
                while (count[shorter] == 0) {
                    shorter--;
                }
                count[i] -= 2;
                count[i - 1]++;
                count[shorter + 1] += 2;
                count[shorter]--;
            }
        }
        int longest = 16;
        while (count[longest] == 0) {
            longest--;
        }
        count[longest]--;
        byte[] counts = new byte[16];
        for (int i = 0; i < 16; i++) {
            counts[i] = (byte) count[i + 1];
        }
        byte[] symbols = new byte[256];
        int n = 0;
        for (int l = 1; l <= 257; l++) {
            for (int symbol = 0; symbol < 256; symbol++) {
                if (length[symbol] == l) {
                    symbols[n++] = (byte) symbol;
                }
            }
        }
        return new DctHuffman(counts, Arrays.copyOf(symbols, n));
    }
}
