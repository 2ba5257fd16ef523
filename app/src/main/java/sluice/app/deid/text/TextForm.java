package sluice.app.deid.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms of words in which spelling variants compare equal; see {@link FoldedText} for whole texts. */
final class TextForm {

    private static final int MOST_SPELLINGS = 24;
    private static final int MOST_SINGLE = 4;
    private static final int SHORTEST_SHORTENED = 4;

    private static final Pattern OTHER_LATIN = Pattern.compile("[\\p{IsLatin}&&[^\\x00-\\x7f]]");

    private TextForm() { }

    /** The folded text without the way back. */
    static String fold(String text) {
        return FoldedText.of(text).folded();
    }

    /**
     * The folded ways in which a name may be written without diacritics: ä as A or AE, å as A or AA, č as C or CH, left out, and so on; and
     * where it is written with two letters, as if it had had diacritics: Mueller as Muller.
     */
    static Set<String> spellings(String text) {
        Set<String> spellings = withoutDiacritics(text);
        for (String spelling : List.copyOf(spellings)) {
            addShortened(spelling, spellings);
        }
        for (String slavic : List.of(slavic(text, true, false), slavic(text, false, true), slavic(text, true, true))) {
            if (!slavic.equals(text)) {
                spellings.addAll(withoutDiacritics(slavic));
            }
        }
        return spellings;
    }

    /** AE, OE, UE and AA as one letter: each by itself and all. */
    private static void addShortened(String folded, Set<String> spellings) {
        StringBuilder all = new StringBuilder();
        int single = 0;
        for (int i = 0; i < folded.length(); i++) {
            all.append(folded.charAt(i));
            if (isTwoForOne(folded, i)) {
                if (++single <= MOST_SINGLE) {
                    spellings.add(folded.substring(0, i + 1) + folded.substring(i + 2));
                }
                i++;
            }
        }
        spellings.add(all.toString());
    }

    private static boolean isTwoForOne(String folded, int i) {
        if (i + 1 >= folded.length()) {
            return false;
        }
        char first = folded.charAt(i);
        char second = folded.charAt(i + 1);
        boolean both = first == 'A' && (second == 'E' || second == 'A') || second == 'E' && (first == 'O' || first == 'U');
        // QUE is no way to write \u00fc, and what is short enough already means something else
        return both && !(i > 0 && folded.charAt(i - 1) == 'Q') && wordLength(folded, i) >= SHORTEST_SHORTENED;
    }

    private static int wordLength(String folded, int at) {
        int from = at;
        while (from > 0 && Character.isLetter(folded.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < folded.length() && Character.isLetter(folded.charAt(to))) {
            to++;
        }
        return to - from;
    }

    private static String slavic(String text, boolean dj, boolean hissing) {
        StringBuilder s = new StringBuilder();
        for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            String two = switch (c) {
                case '\u0111', '\u0110' -> dj ? "DJ" : null;
                case '\u010d', '\u010c', '\u0107', '\u0106' -> hissing ? "CH" : null;
                case '\u0161', '\u0160', '\u015b', '\u015a', '\u015f', '\u015e' -> hissing ? "SH" : null;
                case '\u017e', '\u017d', '\u017a', '\u0179', '\u017c', '\u017b' -> hissing ? "ZH" : null;
                default -> null;
            };
            s.append(two == null ? String.valueOf(c) : two);
        }
        return s.toString();
    }

    /** A text without its Latin letters beyond ASCII. */
    static String withoutOtherLatin(String text) {
        return OTHER_LATIN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    }

    private static Set<String> withoutDiacritics(String text) {
        List<StringBuilder> forms = new ArrayList<>();
        forms.add(new StringBuilder());
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            String digraph = switch (c) {
                case 'ä', 'Ä' -> "AE";
                case 'ö', 'Ö', 'ø', 'Ø' -> "OE";
                case 'ü', 'Ü' -> "UE";
                case 'å', 'Å' -> "AA";
                default -> null;
            };
            int n = forms.size();
            for (int k = 0; k < n; k++) {
                if (digraph != null && forms.size() < MOST_SPELLINGS) {
                    forms.add(new StringBuilder(forms.get(k)).append(digraph));
                }
                forms.get(k).append(c);
            }
        }
        Set<String> spellings = new LinkedHashSet<>();
        forms.forEach(f -> spellings.add(fold(f.toString())));
        // what is left where a system could not write the others: "Bj?rklund"
        spellings.add(fold(withoutOtherLatin(composed)));
        return spellings;
    }

    /** Only letters and digits of a folded text. */
    static String squeeze(String folded) {
        int n = folded.length();
        int i = 0;
        while (i < n && Character.isLetterOrDigit(folded.charAt(i))) {
            i++;
        }
        if (i == n) {
            return folded;
        }
        StringBuilder s = new StringBuilder(n);
        for (i = 0; i < n; i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                s.append(c);
            }
        }
        return s.toString();
    }

    /** Runs of letters of a folded text. */
    static List<String> words(String folded) {
        Tokens tokens = Tokens.of(folded);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).number()) {
                words.add(tokens.get(i).word());
            }
        }
        return words;
    }

    /** True for scripts that put no spaces between words; Chinese, Japanese and Korean names have two or three characters. */
    static boolean isIdeographic(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x0E00) {
                Character.UnicodeScript script = Character.UnicodeScript.of(word.charAt(i));
                if (script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                        || script == Character.UnicodeScript.KATAKANA || script == Character.UnicodeScript.HANGUL
                        || script == Character.UnicodeScript.THAI) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The least letters of a name part that is looked for alone: scripts other than Latin have few words in common with descriptors. */
    static int shortestAlone(String word) {
        return Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.LATIN ? 4 : 3;
    }
}
