package sluice.app.deid.text;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import sluice.app.deid.table.NameWords;

/**
 * Looks for known identifiers: from seven characters on anywhere and whatever separates them, from five on where they stand
 * by themselves, shorter ones only as a whole value. Leading zeros do not count.
 */
final class KnownIds {

    private static final int SHORTEST_ANYWHERE = 5;
    private static final int SHORTEST_INSIDE = 7;
    private static final int SHORTEST_WORD = 8;
    private static final int PERSONAL_NUMBER = 12;

    private final NameWords words;
    private final Set<String> identifiers = new LinkedHashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> shortIdentifiers = new HashSet<>();
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
            // a personal number is written with and without its century
            if (!letter && squeezed.length() == PERSONAL_NUMBER && (squeezed.startsWith("19") || squeezed.startsWith("20"))) {
                identifiers.add(squeezed.substring(2));
            }
        } else if (squeezed.length() >= 3 && digit && (letter || squeezed.length() == 4)) {
            shortIdentifiers.add(squeezed);
        }
    }

    /** To be called when all are added. */
    void freeze() {
        patterns = new PatternSet(identifiers);
    }

    boolean isEmpty() {
        return identifiers.isEmpty() && shortIdentifiers.isEmpty();
    }

    void find(FoldedText text, Spans hits) {
        if (shortIdentifiers.contains(text.squeezed())) {
            hits.add(0, text.folded().length());
        }
        findLong(text, hits);
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
