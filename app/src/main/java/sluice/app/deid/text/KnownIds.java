package sluice.app.deid.text;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.app.deid.table.NameWords;

/**
 * Looks for known identifiers: from seven characters on anywhere and whatever separates them, from five on where they stand
 * by themselves, four characters in text only as one word, shorter ones only as a whole value. Leading zeros do not count.
 * The number in an identifier ("ACC" before "992211") is one as well.
 */
final class KnownIds {

    private static final int SHORTEST_ANYWHERE = 5;
    private static final int SHORTEST_INSIDE = 7;
    private static final int SHORTEST_WORD = 8;
    private static final int SHORTEST_IN_TEXT = 4;
    private static final int PERSONAL_NUMBER = 12;
    private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("\\p{L}{1,8}0*([1-9]\\d{4,})|0*([1-9]\\d{4,})\\p{L}{1,8}");
    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d{6}");

    private final NameWords words;
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> shortIdentifiers = new HashSet<>();
    private final Set<String> shortWords = new HashSet<>();
    private PatternSet patterns = new PatternSet(Set.of());

    KnownIds(NameWords words) {
        this.words = words;
    }

    void add(String value) {
        String id = TextForm.fold(value);
        if (words.placeholders().contains(id)) {
            return;
        }
        String squeezed = TextForm.squeeze(id);
        boolean digit = squeezed.chars().anyMatch(Character::isDigit);
        boolean letter = squeezed.chars().anyMatch(Character::isLetter);
        if (squeezed.chars().distinct().count() < 2) {
            return;
        }
        if (squeezed.length() >= SHORTEST_ANYWHERE && digit || squeezed.length() >= SHORTEST_WORD) {
            identifiers.add(squeezed);
            String number = withoutLeadingZeros(squeezed);
            // what is left of "0000000001" is in every image orientation
            if (number.length() >= SHORTEST_ANYWHERE) {
                numbers.add(number);
                identifiers.add(number);
            }
            addNumberIn(squeezed);
            // a personal number is written with and without its century
            if (!letter && squeezed.length() == PERSONAL_NUMBER && (squeezed.startsWith("19") || squeezed.startsWith("20"))) {
                identifiers.add(squeezed.substring(2));
            }
        } else if (squeezed.length() >= 3 && digit && (letter || squeezed.length() == 4)) {
            shortIdentifiers.add(squeezed);
        }
        if (squeezed.length() >= SHORTEST_IN_TEXT && squeezed.length() < SHORTEST_WORD && !words.technical().contains(squeezed)
                && !words.descriptors().contains(squeezed)) {
            shortWords.add(squeezed);
        }
    }

    /** Days are looked for as such. */
    private void addNumberIn(String squeezed) {
        Matcher m = LETTERS_AND_NUMBER.matcher(squeezed);
        String number = !m.matches() ? "" : m.group(1) != null ? m.group(1) : m.group(2);
        if (number.length() >= SHORTEST_ANYWHERE && number.chars().distinct().count() > 1 && !DAY.matcher(number).matches()) {
            numbers.add(number);
            identifiers.add(number);
        }
    }

    /** To be called when all are added. */
    void freeze() {
        patterns = new PatternSet(identifiers);
    }

    boolean isEmpty() {
        return identifiers.isEmpty() && shortIdentifiers.isEmpty() && shortWords.isEmpty();
    }

    void find(FoldedText text, Spans hits) {
        if (shortIdentifiers.contains(text.squeezed())) {
            hits.add(0, text.folded().length());
        }
        findLong(text, hits);
    }

    /** Adds the words of a text that are short identifiers. */
    void findWords(FoldedText text, Spans hits) {
        String folded = text.folded();
        for (int from = 0; from < folded.length() && !shortWords.isEmpty(); from++) {
            int to = from;
            while (to < folded.length() && Character.isLetterOrDigit(folded.charAt(to))) {
                to++;
            }
            if (to - from >= SHORTEST_IN_TEXT && to - from < SHORTEST_WORD && shortWords.contains(folded.substring(from, to))) {
                hits.add(from, to);
            }
            from = to;
        }
    }

    /** As {@link #find} without the short ones. */
    void findLong(FoldedText text, Spans hits) {
        patterns.find(text.squeezed(), (from, to, id) -> {
            int start = text.ofSqueezed(from);
            int end = text.ofSqueezed(to - 1) + 1;
            while (start > 0 && text.folded().charAt(start - 1) == '0' && Character.isDigit(text.folded().charAt(start))) {
                start--;
            }
            if (id.length() >= SHORTEST_INSIDE || standsAlone(text.folded(), start, end, id.length())) {
                hits.add(start, end);
            }
        });
    }

    /** In "1.12345.7" it does, in "9123456" it does not; written in two parts, only '-', '.' and '/' may be between them. */
    private static boolean standsAlone(String folded, int start, int end, int length) {
        if (start > 0 && Character.isLetterOrDigit(folded.charAt(start - 1))
                || end < folded.length() && Character.isLetterOrDigit(folded.charAt(end))) {
            return false;
        }
        int others = 0;
        for (int i = start; i < end; i++) {
            char c = folded.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                others++;
                if (c != '-' && c != '.' && c != '/') {
                    return false;
                }
            }
        }
        return others <= Math.max(1, length / 3);
    }

    boolean isExactly(String squeezed) {
        return identifiers.contains(squeezed);
    }

    boolean isShort(String squeezed) {
        return shortIdentifiers.contains(squeezed);
    }

    /** Leading zeros and a fraction of zeros make no difference. */
    boolean isNumber(String number) {
        int point = number.indexOf('.');
        for (int i = point + 1; point >= 0 && i < number.length(); i++) {
            if (number.charAt(i) != '0') {
                return false;
            }
        }
        String whole = point < 0 ? number : number.substring(0, point);
        return identifiers.contains(whole) || numbers.contains(withoutLeadingZeros(whole));
    }

    private static String withoutLeadingZeros(String number) {
        int from = 0;
        while (from < number.length() - 1 && (number.charAt(from) == '0' || number.charAt(from) == '+')) {
            from++;
        }
        return number.substring(from);
    }
}
