package sluice.app.deid.dicom;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text in a form in which spelling variants compare equal: compatibility decomposition, no diacritics, upper case. Words are
 * runs of letters or runs of digits.
 */
final class TextForm {

    private TextForm() { }

    /** Upper case, without diacritics; Ø, Æ, ß, Đ, Ł become O, AE, SS, D, L. */
    static String fold(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 0x80;
        }
        if (ascii) {
            return text.toUpperCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder s = new StringBuilder(decomposed.length() + 4);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case 'Ø', 'ø' -> s.append('O');
                case 'Æ', 'æ' -> s.append("AE");
                case 'Œ', 'œ' -> s.append("OE");
                case 'Đ', 'đ', 'Ð', 'ð' -> s.append('D');
                case 'Ł', 'ł' -> s.append('L');
                case 'Þ', 'þ' -> s.append("TH");
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK || c >= 0x3000) {
                        s.append(c);
                    }
                }
            }
        }
        return s.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * The folded text with ä, ö, ü written as AE, OE, UE, or the same as {@link #fold} if it has none of them.
     *
     * @param ring how å is written: A or AA
     */
    private static String foldDigraphs(String text, String ring) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder s = new StringBuilder(composed.length() + 4);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case 'ä', 'Ä' -> s.append("AE");
                case 'ö', 'Ö', 'ø', 'Ø' -> s.append("OE");
                case 'ü', 'Ü' -> s.append("UE");
                case 'å', 'Å' -> s.append(ring);
                default -> s.append(c);
            }
        }
        return fold(s.toString());
    }

    /** The ways in which a name may be written without diacritics. */
    static Set<String> spellings(String text) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(fold(text));
        if (text.chars().anyMatch(c -> c >= 0x80)) {
            spellings.add(foldDigraphs(text, "A"));
            spellings.add(foldDigraphs(text, "AA"));
        }
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

    /** Runs of letters and runs of digits of a folded text. */
    static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        int from = -1;
        boolean digits = false;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            boolean digit = Character.isDigit(c);
            boolean inside = digit || Character.isLetter(c);
            if (from >= 0 && (!inside || digit != digits)) {
                words.add(folded.substring(from, i));
                from = -1;
            }
            if (inside && from < 0) {
                from = i;
                digits = digit;
            }
        }
        return words;
    }

    /** True for scripts that write names in two or three characters and put no spaces between words. */
    static boolean isIdeographic(String word) {
        for (int i = 0; i < word.length(); i++) {
            Character.UnicodeScript script = Character.UnicodeScript.of(word.charAt(i));
            if (script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA || script == Character.UnicodeScript.HANGUL) {
                return true;
            }
        }
        return false;
    }
}
