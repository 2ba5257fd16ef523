package sluice.app.deid.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Encodes text in several character sets with escape sequences between them, as PS3.5 section 6.1.2.5 asks. */
public final class CodeExtensions {

    private static final int ESC = 0x1b;
    private static final String ASCII_IN_G0 = "(B";
    private static final String ROMAJI_IN_G0 = "(J";
    private static final String ROMAJI = "ISO 2022 IR 13";

    /** Behind these every character set has to be designated anew (PS3.5 section 6.1.2.5.3). */
    private static final String DELIMITERS = "\\\t\n\f\r";

    private final Map<String, CharacterSet> sets;

    /** One row of the table. */
    private record CharacterSet(String escape, Charset charset, boolean lower) { }

    private CodeExtensions(Map<String, CharacterSet> sets) {
        this.sets = sets;
    }

    /** The character sets of PS3.3 Tables C.12-3 and C.12-4. */
    public static CodeExtensions load() {
        Map<String, CharacterSet> sets = new LinkedHashMap<>();
        for (String[] c : Tsv.resource("code-extensions.tsv").rows()) {
            sets.put(c[0], new CharacterSet(c[1], Charset.forName(c[2]), c[3].equals("G0")));
        }
        return new CodeExtensions(sets);
    }

    /**
     * The bytes of a text.
     *
     * @param terms values of Specific Character Set, the first may be empty
     * @return null if a character is in none of them
     */
    public byte[] encode(String text, List<String> terms) {
        Writing writing = new Writing(terms);
        return text.codePoints().allMatch(writing::add) ? writing.end() : null;
    }

    /** One value while it is written. */
    private final class Writing {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<CharacterSet> available = new ArrayList<>();
        private final Map<CharacterSet, CharsetEncoder> encoders = new LinkedHashMap<>();
        private final CharacterSet initialG1;
        private final String singleBytes;
        private CharacterSet g0;
        private CharacterSet g1;

        Writing(List<String> terms) {
            for (String term : terms) {
                CharacterSet set = sets.get(term.trim().replace("ISO_IR ", "ISO 2022 IR "));
                if (set != null) {
                    available.add(set);
                    encoders.put(set, set.charset().newEncoder());
                }
            }
            String first = terms.isEmpty() ? "" : terms.get(0).trim().replace("ISO_IR ", "ISO 2022 IR ");
            this.initialG1 = sets.get(first);
            this.singleBytes = first.equals(ROMAJI) ? ROMAJI_IN_G0 : ASCII_IN_G0;
            this.g1 = initialG1;
        }

        boolean add(int character) {
            if (character < 0x80) {
                back();
                out.write(character);
                if (DELIMITERS.indexOf(character) >= 0) {
                    g1 = initialG1;
                }
                return true;
            }
            String one = Character.toString(character);
            CharacterSet set = holds(g0, one) ? g0 : holds(g1, one) ? g1
                    : available.stream().filter(s -> holds(s, one)).findFirst().orElse(null);
            if (set == null) {
                return false;
            }
            designate(set);
            out.writeBytes(one.getBytes(set.charset()));
            return true;
        }

        private boolean holds(CharacterSet set, String one) {
            return set != null && encoders.get(set).canEncode(one);
        }

        private void designate(CharacterSet set) {
            if (set.lower() && g0 != set) {
                escape(set.escape());
                g0 = set;
            } else if (!set.lower() && g1 != set) {
                back();
                escape(set.escape());
                g1 = set;
            }
        }

        private void back() {
            if (g0 != null) {
                escape(singleBytes);
                g0 = null;
            }
        }

        private void escape(String sequence) {
            out.write(ESC);
            out.writeBytes(sequence.getBytes(StandardCharsets.US_ASCII));
        }

        byte[] end() {
            back();
            return out.toByteArray();
        }
    }
}
