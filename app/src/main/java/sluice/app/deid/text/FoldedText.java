package sluice.app.deid.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text in the form in which spelling variants compare equal, and where each folded character came from. A base character
 * and the marks behind it are folded together (NFKC, then without marks, upper case; Ø, Æ, ß, Đ, Ł become O, AE, SS, D, L;
 * Hiragana becomes Katakana; letters that Arabic writing confuses and digits of all scripts become one form; characters that
 * show nothing vanish).
 */
final class FoldedText {

    private static final int EAST_ASIAN = 0x2E80;

    private final String original;
    private final String folded;
    private final int[] from;
    private final int[] to;
    private String squeezed;
    private int[] squeezedAt;
    private Tokens tokens;

    private FoldedText(String original, String folded, int[] from, int[] to) {
        this.original = original;
        this.folded = folded;
        this.from = from;
        this.to = to;
    }

    /** The plain form: ä becomes A. */
    static FoldedText of(String text) {
        return isAscii(text) ? new FoldedText(text, text.toUpperCase(Locale.ROOT), null, null) : fold(text, null, null);
    }

    /** The plain form and, where the text has ä, ö, ü, å or ø, those with digraphs. */
    static List<FoldedText> readings(String text) {
        FoldedText plain = of(text);
        if (plain.from == null || !hasUmlauts(text)) {
            return List.of(plain);
        }
        return List.of(plain, fold(text, "A", null), fold(text, "AA", null));
    }

    /** The plain form with other scripts in Latin letters. */
    static FoldedText romanised(String text, Romanisation system) {
        return fold(text, null, system);
    }

    private static boolean hasUmlauts(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("äöüåøÄÖÜÅØ\u0308\u030a".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param ring what å becomes in the form with digraphs; null for the plain form
     * @param system how other scripts are written in Latin letters; null if they stay
     */
    private static FoldedText fold(String text, String ring, Romanisation system) {
        StringBuilder s = new StringBuilder(text.length() + 8);
        int[] from = new int[text.length() + 8];
        int[] to = new int[text.length() + 8];
        int end;
        for (int i = 0; i < text.length(); i = end) {
            int together = system == null ? 0 : system.letters(text, i);
            end = i + Math.max(together, Character.charCount(text.codePointAt(i)));
            while (end < text.length() && extendsCharacter(text.charAt(end))) {
                end++;
            }
            int start = s.length();
            if (together > 0) {
                s.append(system.latin(text, i, together));
            } else {
                cluster(text, i, end, ring, s);
            }
            if (s.length() > from.length) {
                int longer = s.length() + (text.length() - end) + from.length / 4;
                from = Arrays.copyOf(from, longer);
                to = Arrays.copyOf(to, longer);
            }
            Arrays.fill(from, start, s.length(), i);
            Arrays.fill(to, start, s.length(), end);
        }
        return new FoldedText(text, s.toString(), from, to);
    }

    private static boolean extendsCharacter(char c) {
        return c >= 0x300 && (Character.getType(c) == Character.NON_SPACING_MARK || c >= 0x1160 && c <= 0x11FF
                || c == 0xFF9E || c == 0xFF9F);
    }

    private static void cluster(String text, int i, int end, String ring, StringBuilder into) {
        char first = text.charAt(i);
        if (end == i + 1 && first < 0x80) {
            into.append(Character.toUpperCase(first));
            return;
        }
        if (end == i + 1 && (first >= 0x3400 && first <= 0x9FFF || first >= 0xAC00 && first <= 0xD7A3)) {
            into.append(first);
            return;
        }
        String composed = Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFKC);
        for (int k = 0; k < composed.length(); k++) {
            char c = composed.charAt(k);
            String digraph = ring == null ? null : digraph(c, ring);
            if (digraph != null) {
                into.append(digraph);
            } else if (c >= EAST_ASIAN && Character.getType(c) != Character.FORMAT) {
                into.append(c >= 0x3041 && c <= 0x3096 ? (char) (c + 0x60) : c);
            } else {
                plain(c, into);
            }
        }
    }

    private static String digraph(char c, String ring) {
        return switch (c) {
            case 'ä', 'Ä' -> "AE";
            case 'ö', 'Ö', 'ø', 'Ø' -> "OE";
            case 'ü', 'Ü' -> "UE";
            case 'å', 'Å' -> ring;
            default -> null;
        };
    }

    private static void plain(char composed, StringBuilder into) {
        String decomposed = Normalizer.normalize(String.valueOf(composed), Normalizer.Form.NFKD);
        for (int k = 0; k < decomposed.length(); k++) {
            char c = decomposed.charAt(k);
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == '\u00ad') {
                continue;
            }
            switch (c) {
                case 'Ø', 'ø' -> into.append('O');
                case 'Æ', 'æ' -> into.append("AE");
                case 'Œ', 'œ' -> into.append("OE");
                case 'Đ', 'đ', 'Ð', 'ð' -> into.append('D');
                case 'Ł', 'ł' -> into.append('L');
                case 'Þ', 'þ' -> into.append("TH");
                case '\u2019', '\u2018', '\u02bc', '\u00b4' -> into.append('\'');
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> into.append('-');
                case '\u0649', '\u06cc' -> into.append('\u064a');
                case '\u0629' -> into.append('\u0647');
                case '\u06a9' -> into.append('\u0643');
                default -> into.append(Character.isDigit(c) ? Integer.toString(Character.digit(c, 10))
                        : String.valueOf(c).toUpperCase(Locale.ROOT));
            }
        }
    }

    String original() {
        return original;
    }

    String folded() {
        return folded;
    }

    /** Where in the original a part of the folded text stands. */
    Span original(int foldedFrom, int foldedTo) {
        return from == null ? new Span(foldedFrom, foldedTo) : new Span(from[foldedFrom], to[foldedTo - 1]);
    }

    /** Only the letters and digits. */
    String squeezed() {
        if (squeezed == null) {
            squeezed = TextForm.squeeze(folded);
            if (squeezed.length() < folded.length()) {
                squeezedAt = new int[squeezed.length()];
                int n = 0;
                for (int i = 0; i < folded.length(); i++) {
                    if (Character.isLetterOrDigit(folded.charAt(i))) {
                        squeezedAt[n++] = i;
                    }
                }
            }
        }
        return squeezed;
    }

    /** Where in the folded text a character of the squeezed text stands. */
    int ofSqueezed(int index) {
        return squeezedAt == null ? index : squeezedAt[index];
    }

    Tokens tokens() {
        if (tokens == null) {
            tokens = Tokens.of(folded);
        }
        return tokens;
    }

    /** True if a word may begin or end before a folded position: between other characters than two letters or two digits, or at a capital behind a small letter. */
    boolean isBoundary(int at) {
        if (at <= 0 || at >= folded.length()) {
            return true;
        }
        char before = folded.charAt(at - 1);
        char behind = folded.charAt(at);
        boolean letters = Character.isLetter(before) && Character.isLetter(behind);
        boolean digits = Character.isDigit(before) && Character.isDigit(behind);
        return !letters && !digits || letters && from == null && isHump(at);
    }

    /** True where the original has a capital behind a small letter, as in "SmithJohn". */
    boolean isHump(int at) {
        return from == null && Character.isLowerCase(original.charAt(at - 1)) && Character.isUpperCase(original.charAt(at));
    }
}
