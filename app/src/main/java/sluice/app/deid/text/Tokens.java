package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.List;

/** The runs of letters and the runs of digits of a folded text, in order. */
final class Tokens {

    /**
     * One run.
     *
     * @param number made of digits, else of letters
     */
    record Token(String word, int from, int to, boolean number) { }

    private final String folded;
    private final List<Token> tokens;

    private Tokens(String folded, List<Token> tokens) {
        this.folded = folded;
        this.tokens = tokens;
    }

    static Tokens of(String folded) {
        List<Token> tokens = new ArrayList<>();
        int from = -1;
        boolean digits = false;
        for (int i = 0; i <= folded.length(); i++) {
            char c = i < folded.length() ? folded.charAt(i) : ' ';
            boolean digit = Character.isDigit(c);
            boolean inside = digit || Character.isLetter(c);
            if (from >= 0 && (!inside || digit != digits)) {
                tokens.add(new Token(folded.substring(from, i), from, i, digits));
                from = -1;
            }
            if (inside && from < 0) {
                from = i;
                digits = digit;
            }
        }
        return new Tokens(folded, tokens);
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    int size() {
        return tokens.size();
    }

    Token get(int i) {
        return tokens.get(i);
    }

    /** The word of a run of letters, or "" where there is none. */
    String word(int i) {
        return i < 0 || i >= tokens.size() || tokens.get(i).number() ? "" : tokens.get(i).word();
    }

    /** True if there is such a token and it is made of digits. */
    boolean endsNumber(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).number();
    }

    /** What stands between a token and the next one. */
    String gap(int i) {
        return i < 0 || i + 1 >= tokens.size() ? "" : folded.substring(tokens.get(i).to(), tokens.get(i + 1).from());
    }

    /** True if the two stand side by side as the parts of a name do. */
    boolean adjacent(int i) {
        if (i < 0 || i + 1 >= tokens.size()) {
            return false;
        }
        int from = tokens.get(i).to();
        int to = tokens.get(i + 1).from();
        if (to == from || to - from > 3) {
            return false;
        }
        for (int k = from; k < to; k++) {
            if (" ,.^_-='\t\r\n".indexOf(folded.charAt(k)) < 0) {
                return false;
            }
        }
        return true;
    }
}
