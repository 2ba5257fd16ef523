package sluice.viewer.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The codewords of quads (T.814 Annex C), from {@code ht-codewords.tsv}. Immutable once loaded. Sets of samples are four bits,
 * the lowest for the sample at the top left, then bottom left, top right, bottom right.
 */
final class HtCodewords {
    static final HtCodewords STANDARD = new HtCodewords();

    private final List<Word> words;
    private final short[] first;
    private final short[] others;

    /**
     * One codeword.
     *
     * @param first of the first row of quads
     * @param context what the neighbours are, 0 to 7
     * @param significant samples that are not zero
     * @param offset 1 where the exponent is above its prediction
     * @param known samples of which it is told whether they have the largest exponent
     * @param largest those of them that have it
     * @param bits the codeword, its first bit lowest
     * @param length of the codeword, at most seven bits
     */
    record Word(boolean first, int context, int significant, int offset, int known, int largest, int bits,
            int length) {}

    private HtCodewords() {
        words = List.copyOf(read());
        first = filled(true);
        others = filled(false);
    }

    /**
     * For decoding, by context &lt;&lt; 7 and seven bits: length in bits 0 to 2, offset in 3, significant in 4 to 7, largest in 8
     * to 11, known in 12 to 15.
     */
    short[] table(boolean firstRow) {
        return (firstRow ? first : others).clone();
    }

    /**
     * For encoding, by context &lt;&lt; 9, significant &lt;&lt; 5, offset &lt;&lt; 4 and the samples that have the largest exponent:
     * the codeword that tells most of these, its length &lt;&lt; 8, its known samples &lt;&lt; 12.
     */
    int[] choices(boolean firstRow) {
        int[] choices = new int[4096];
        int[] told = new int[4096];
        for (Word w : words) {
            for (int largest = 0; largest < 16 && w.first == firstRow; largest++) {
                int at = w.context << 9 | w.significant << 5 | w.offset << 4 | largest;
                // the shorter one of those that tell as much
                int gain = 8 * Integer.bitCount(w.known) + 8 - w.length;
                if ((largest & w.known) == w.largest && gain > told[at]) {
                    told[at] = gain;
                    choices[at] = w.known << 12 | w.length << 8 | w.bits;
                }
            }
        }
        return choices;
    }

    List<Word> words() {
        return words;
    }

    private short[] filled(boolean firstRow) {
        short[] table = new short[1024];
        for (Word w : words) {
            if (w.first == firstRow) {
                int entry = w.known << 12 | w.largest << 8 | w.significant << 4 | w.offset << 3 | w.length;
                for (int rest = w.bits; rest < 128; rest += 1 << w.length) {
                    table[w.context << 7 | rest] = (short) entry;
                }
            }
        }
        return table;
    }

    private static List<Word> read() {
        List<Word> all = new ArrayList<>();
        try (InputStream in = HtCodewords.class.getResourceAsStream("ht-codewords.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] c = line.split("\t");
                    all.add(new Word(c[0].equals("0"), Integer.parseInt(c[1]), Integer.parseInt(c[2], 2),
                            Integer.parseInt(c[3]), Integer.parseInt(c[4], 2), Integer.parseInt(c[5], 2),
                            Integer.parseInt(c[6], 2), c[6].length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
