package sluice.app.deid.text;

import java.util.Set;
import sluice.app.deid.table.NameWords;

/**
 * Looks for known names in a text. In texts of descriptors or prose every part of two letters or more counts as a word, whatever else it
 * means (a unit behind a number does not), also bent or in one word with other parts. In technical vocabulary and among bytes parts count from
 * four letters on (three in scripts other than Latin, two characters in East Asian ones), in technical vocabulary not those that are
 * technical terms; shorter ones beside another part of the same name, behind a title or with an initial. What belongs to a
 * hit goes with it: initials, particles, the other half of a double name, the possessive.
 */
final class KnownNames {

    private static final int SHORTEST_HUMP = 3;
    private static final int MOST_BEHIND_APOSTROPHE = 4;

    private final NameBook book;
    private final NameWords words;
    private final PatternSet longParts;
    private final PatternSet ideographs;
    private final PatternSet joined;
    private final BentNames bent;

    KnownNames(NameBook book, NameWords words, NameEndings endings) {
        this.book = book;
        this.words = words;
        this.bent = new BentNames(book.parts.keySet(), endings);
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
            if (looking != Looking.IN_TECHNICAL || !words.technical().contains(part)) {
                wholeTokens(text, from, to, hits);
            }
        });
        wholeNames(text, looking == Looking.IN_TECHNICAL ? NameBook.LONG : 0, hits);
        ideographs.find(text.squeezed(), (from, to, part) -> hits.add(text.ofSqueezed(from), text.ofSqueezed(to - 1) + 1));
        if (!book.singleIdeographs.isEmpty()) {
            honoured(text, hits);
            if (looking.isText()) {
                alone(text, hits);
            }
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

    /** A family name of one character with nothing of its script beside it. */
    private void alone(FoldedText text, Spans hits) {
        String s = text.folded();
        for (int i = 0; i < s.length(); i++) {
            boolean single = (i == 0 || !Character.isLetter(s.charAt(i - 1))) && (i + 1 == s.length() || !Character.isLetter(s.charAt(i + 1)));
            if (single && book.singleIdeographs.contains(s.substring(i, i + 1))) {
                hits.add(i, i + 1);
            }
        }
    }

    private void token(FoldedText text, Tokens tokens, int i, Looking looking, Spans hits) {
        Tokens.Token token = tokens.get(i);
        String word = token.word();
        if (book.parts.containsKey(word)) {
            if (alone(tokens, i, looking) || confirmed(tokens, i)) {
                whole(text, tokens, i, word, looking, hits);
            }
            return;
        }
        String base = looking.isText() ? bent.partOf(word) : null;
        if (base != null) {
            whole(text, tokens, i, base, looking, hits);
        } else if (book.logins.contains(word)) {
            hits.add(token.from(), token.to());
        } else {
            humps(text, token, looking, hits);
        }
    }

    private boolean alone(Tokens tokens, int i, Looking looking) {
        String word = tokens.word(i);
        if (looking.isText()) {
            return (word.length() > 2 || book.shortNames.contains(word)) && !isUnit(tokens, i);
        }
        return isLongEnough(word, looking);
    }

    /** Units of measurements are names as well: Ma, Min. */
    private boolean isUnit(Tokens tokens, int i) {
        return words.units().contains(tokens.word(i)) && tokens.endsNumber(i - 1) && tokens.gap(i - 1).isBlank();
    }

    private boolean isLongEnough(String word, Looking looking) {
        return word.length() >= (looking.isText() ? SHORTEST_HUMP : TextForm.shortestAlone(word))
                && (looking != Looking.IN_TECHNICAL || !words.technical().contains(word));
    }

    /** "SmithJohn" in one word. */
    private void humps(FoldedText text, Tokens.Token token, Looking looking, Spans hits) {
        int from = token.from();
        for (int at = from + 1; at <= token.to(); at++) {
            if (at == token.to() || text.isHump(at)) {
                String word = token.word().substring(from - token.from(), at - token.from());
                if (word.length() < token.word().length() && isLongEnough(word, looking) && book.parts.containsKey(word)) {
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
        if (left >= 0 && related(tokens, tokens.word(i), left) || right >= 0 && related(tokens, tokens.word(i), right)) {
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

    private boolean related(Tokens tokens, String name, int other) {
        Set<Integer> mine = book.parts.get(name);
        Set<Integer> its = book.parts.get(tokens.word(other));
        return its != null && !name.equals(tokens.word(other)) && its.stream().anyMatch(mine::contains);
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

    /**
     * Adds a part of a name with everything beside it that belongs to it.
     *
     * @param name the part as the book has it
     */
    private void whole(FoldedText text, Tokens tokens, int i, String name, Looking looking, Spans hits) {
        int first = i;
        int last = i;
        while (tokens.adjacent(first - 1) && belongs(tokens, first - 1, first, name, looking)) {
            first--;
        }
        while (tokens.adjacent(last) && belongs(tokens, last + 1, last, name, looking)) {
            last++;
        }
        int end = possessive(text, tokens.get(last).to());
        boolean abbreviated = tokens.word(last).length() == 1 && text.folded().startsWith(".", end);
        hits.add(tokens.get(first).from(), abbreviated ? end + 1 : end);
    }

    /** Behind "'s", "'nin" (Turkish), ":n" (Finnish, Swedish). */
    private static int possessive(FoldedText text, int end) {
        String s = text.folded();
        if (end >= s.length() || s.charAt(end) != '\'' && s.charAt(end) != ':') {
            return end;
        }
        int to = end + 1;
        while (to < s.length() && Character.isLetter(s.charAt(to))) {
            to++;
        }
        boolean bent = to > end + 1 && to - end - 1 <= MOST_BEHIND_APOSTROPHE;
        return bent && (s.charAt(end) == '\'' || Character.isLowerCase(text.original().charAt(text.original(end + 1, end + 2).from()))) ? to : end;
    }

    private boolean belongs(Tokens tokens, int candidate, int neighbour, String name, Looking looking) {
        String word = tokens.word(candidate);
        if (word.isEmpty()) {
            return false;
        }
        if (isInitial(tokens, candidate, name) || book.particles.contains(word)) {
            return tokens.gap(Math.min(candidate, neighbour)).length() <= 2;
        }
        if (book.parts.containsKey(word)) {
            return related(tokens, name, candidate);
        }
        return word.length() >= 3 && tokens.gap(Math.min(candidate, neighbour)).equals("-")
                && looking == Looking.IN_DESCRIPTORS && !words.descriptors().contains(word);
    }
}
