package sluice.app.deid.text;

import java.util.Set;
import sluice.app.deid.table.NameWords;

/**
 * Looks for known names in a text. Parts of four letters or more count alone (three in scripts other than Latin, two
 * characters in East Asian ones), shorter ones and words that mean something else as well beside another part of the same
 * name, behind a title or with an initial. What belongs to a hit goes with it: initials, particles, the other half of a
 * double name, the possessive.
 */
final class KnownNames {

    private final NameBook book;
    private final NameWords words;
    private final PatternSet longParts;
    private final PatternSet ideographs;
    private final PatternSet joined;

    KnownNames(NameBook book, NameWords words) {
        this.book = book;
        this.words = words;
        this.longParts = new PatternSet(book.longParts);
        this.ideographs = new PatternSet(book.ideographs);
        this.joined = new PatternSet(book.joined);
    }

    boolean isEmpty() {
        return book.parts.isEmpty() && joined.isEmpty() && ideographs.isEmpty();
    }

    boolean isWholeName(String squeezed) {
        return joined.has(squeezed);
    }

    /** Adds the occurrences, as positions in the folded text. */
    void find(FoldedText text, Looking looking, Spans hits) {
        if (isEmpty()) {
            return;
        }
        Tokens tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).number()) {
                token(text, tokens, i, looking, hits);
            }
        }
        longParts.find(text.squeezed(), (from, to, part) -> {
            if (aloneByMeaning(part, looking)) {
                wholeTokens(text, from, to, hits);
            }
        });
        wholeNames(text, looking == Looking.IN_TECHNICAL ? NameBook.LONG : 0, hits);
        ideographs.find(text.squeezed(), (from, to, part) -> hits.add(text.ofSqueezed(from), text.ofSqueezed(to - 1) + 1));
        if (!book.singleIdeographs.isEmpty()) {
            honoured(text, hits);
        }
    }

    /** Whole names of at least so many letters; short ones only where words begin and end. */
    void wholeNames(FoldedText text, int shortest, Spans hits) {
        joined.find(text.squeezed(), (from, to, name) -> {
            int start = text.ofSqueezed(from);
            int end = text.ofSqueezed(to - 1) + 1;
            boolean bounded = name.length() >= NameBook.LONG || TextForm.isIdeographic(name)
                    || text.isBoundary(start) && text.isBoundary(end);
            if (name.length() >= shortest && bounded) {
                hits.add(start, end);
            }
        });
    }

    private static void wholeTokens(FoldedText text, int from, int to, Spans hits) {
        int start = text.ofSqueezed(from);
        int end = text.ofSqueezed(to - 1) + 1;
        while (start > 0 && Character.isLetter(text.folded().charAt(start - 1))) {
            start--;
        }
        while (end < text.folded().length() && Character.isLetter(text.folded().charAt(end))) {
            end++;
        }
        hits.add(start, end);
    }

    /** A family name of one character with an honorific behind it. */
    private void honoured(FoldedText text, Spans hits) {
        String s = text.folded();
        for (String honorific : words.honorifics()) {
            for (int at = s.indexOf(honorific); at > 0; at = s.indexOf(honorific, at + 1)) {
                if (book.singleIdeographs.contains(s.substring(at - 1, at))) {
                    hits.add(at - 1, at + honorific.length());
                }
            }
        }
    }

    private void token(FoldedText text, Tokens tokens, int i, Looking looking, Spans hits) {
        Tokens.Token token = tokens.get(i);
        String word = token.word();
        boolean part = book.parts.containsKey(word);
        if (!part) {
            if (book.logins.contains(word)) {
                hits.add(token.from(), token.to());
            } else {
                humps(text, token, looking, hits);
            }
            return;
        }
        if (isLongEnough(word) && aloneByMeaning(word, looking) || confirmed(tokens, i)) {
            whole(text, tokens, i, looking, hits);
        }
    }

    private static boolean isLongEnough(String word) {
        return word.length() >= TextForm.shortestAlone(word);
    }

    private boolean aloneByMeaning(String word, Looking looking) {
        return switch (looking) {
            case EVERYWHERE -> true;
            case IN_DESCRIPTORS -> !words.descriptors().contains(word);
            case IN_TECHNICAL -> !words.technical().contains(word);
        };
    }

    /** "SmithJohn" in one word. */
    private void humps(FoldedText text, Tokens.Token token, Looking looking, Spans hits) {
        int from = token.from();
        for (int at = from + 1; at <= token.to(); at++) {
            if (at == token.to() || text.isHump(at)) {
                String word = token.word().substring(from - token.from(), at - token.from());
                if (word.length() < token.word().length() && isLongEnough(word) && book.parts.containsKey(word)
                        && aloneByMeaning(word, looking)) {
                    hits.add(from, at);
                }
                from = at;
            }
        }
    }

    /** True if something beside a word makes it sure that it is a name. */
    private boolean confirmed(Tokens tokens, int i) {
        int left = pastParticles(tokens, i, -1);
        int right = pastParticles(tokens, i, 1);
        if (left >= 0 && related(tokens, i, left) || right >= 0 && related(tokens, i, right)) {
            return true;
        }
        return titled(tokens, i) || withInitial(tokens, i);
    }

    /** The neighbour with particles jumped over, or -1. */
    private int pastParticles(Tokens tokens, int i, int step) {
        int k = i;
        do {
            if (!tokens.adjacent(step < 0 ? k - 1 : k)) {
                return -1;
            }
            k += step;
        } while (book.particles.contains(tokens.word(k)));
        return k;
    }

    private boolean related(Tokens tokens, int i, int other) {
        Set<Integer> mine = book.parts.get(tokens.word(i));
        Set<Integer> its = book.parts.get(tokens.word(other));
        return its != null && !tokens.word(i).equals(tokens.word(other)) && its.stream().anyMatch(mine::contains);
    }

    private boolean titled(Tokens tokens, int i) {
        if (!tokens.adjacent(i - 1)) {
            return false;
        }
        String title = tokens.word(i - 1);
        // DR, MR and MS are modalities and a disease as well
        boolean sure = words.titles().contains(title) && (title.length() > 2 || tokens.gap(i - 1).startsWith(".")
                || !words.descriptors().contains(tokens.word(i)) && !title.equals("MR"));
        return sure || title.length() == 1 && tokens.gap(i - 1).startsWith(".") && i >= 2
                && words.titles().contains(tokens.word(i - 2)) && tokens.adjacent(i - 2);
    }

    private boolean withInitial(Tokens tokens, int i) {
        if (tokens.word(i).length() == 2 && words.descriptors().contains(tokens.word(i))) {
            return false;
        }
        boolean before = tokens.adjacent(i - 1) && isInitial(tokens, i - 1, tokens.word(i)) && tokens.gap(i - 1).startsWith(".");
        return before || tokens.adjacent(i) && isInitial(tokens, i + 1, tokens.word(i)) && tokens.gap(i).indexOf(',') >= 0;
    }

    /** A single letter, not followed by a digit as in T1. */
    private boolean isInitial(Tokens tokens, int i, String ofName) {
        String letter = tokens.word(i);
        if (letter.length() != 1 || i + 1 < tokens.size() && tokens.get(i + 1).from() == tokens.get(i).to()) {
            return false;
        }
        Set<Character> letters = book.initials.get(ofName);
        return letters != null && letters.contains(letter.charAt(0));
    }

    /** Adds a part of a name with everything beside it that belongs to it. */
    private void whole(FoldedText text, Tokens tokens, int i, Looking looking, Spans hits) {
        int first = i;
        int last = i;
        while (tokens.adjacent(first - 1) && belongs(tokens, first - 1, first, i, looking)) {
            first--;
        }
        while (tokens.adjacent(last) && belongs(tokens, last + 1, last, i, looking)) {
            last++;
        }
        int end = tokens.get(last).to();
        if (text.folded().startsWith("'S", end) && text.isBoundary(end + 2)) {
            end += 2;
        }
        boolean abbreviated = tokens.word(last).length() == 1 && text.folded().startsWith(".", end);
        hits.add(tokens.get(first).from(), abbreviated ? end + 1 : end);
    }

    private boolean belongs(Tokens tokens, int candidate, int neighbour, int name, Looking looking) {
        String word = tokens.word(candidate);
        if (word.isEmpty()) {
            return false;
        }
        if (isInitial(tokens, candidate, tokens.word(name)) || book.particles.contains(word)) {
            return tokens.gap(Math.min(candidate, neighbour)).length() <= 2;
        }
        if (book.parts.containsKey(word)) {
            return related(tokens, name, candidate);
        }
        return word.length() >= 3 && tokens.gap(Math.min(candidate, neighbour)).equals("-")
                && looking == Looking.IN_DESCRIPTORS && !words.descriptors().contains(word);
    }
}
