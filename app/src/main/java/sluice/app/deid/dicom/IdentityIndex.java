package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.NameWords;
import sluice.app.deid.table.StandardVr;

/**
 * What identifies this patient and the people around it, collected from the file itself, and the search for it in other
 * values. Words of names are looked for from four letters on (two characters in East Asian scripts), from eight letters on
 * also inside other words, whole names also joined and in either order, identifiers from five characters on anywhere and
 * shorter ones only as a whole value, dates in the usual ways of writing.
 */
final class IdentityIndex {

    private static final int SHORTEST_NAME_WORD = 4;
    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_PHRASE = 6;
    private static final int SHORTEST_ID_ANYWHERE = 5;
    private static final int LONG_NAME = 8;
    private static final int MOST_VERDICTS = 4096;

    private final NameWords names;
    private final Set<String> words = new HashSet<>();
    private final Set<String> longWords = new HashSet<>();
    private final Set<String> ideographs = new HashSet<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> phrases = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> shortIdentifiers = new HashSet<>();
    private final Set<String> dates = new HashSet<>();
    private final List<byte[]> raw = new ArrayList<>();
    private final Map<Long, Verdict> verdicts = new HashMap<>();

    IdentityIndex(NameWords words) {
        this.names = words;
    }

    /**
     * The judgement about a value, remembered: the instances of a series have most values in common.
     *
     * @param value ASCII, so that no character set changes its meaning
     * @param tag the attribute, because one value may be judged differently in two
     * @param vr how the value is read
     */
    boolean verdict(byte[] value, int tag, StandardVr vr, Predicate<byte[]> judge) {
        long key = (long) tag << 6 | vr.ordinal();
        for (byte b : value) {
            key = key * 0x5851F42D4C957F2DL + b + 1;
        }
        Verdict known = verdicts.get(key);
        if (known != null && known.tag() == tag && known.vr() == vr && Arrays.equals(known.value(), value)) {
            return known.found();
        }
        boolean found = judge.test(value);
        if (verdicts.size() < MOST_VERDICTS) {
            verdicts.put(key, new Verdict(tag, vr, value, found));
        }
        return found;
    }

    private record Verdict(int tag, StandardVr vr, byte[] value, boolean found) { }

    boolean isEmpty() {
        return words.isEmpty() && ideographs.isEmpty() && joined.isEmpty() && phrases.isEmpty()
                && identifiers.isEmpty()
                && shortIdentifiers.isEmpty() && dates.isEmpty() && raw.isEmpty();
    }

    /**
     * Adds a value.
     *
     * @param text decoded, values separated by backslashes
     * @param bytes as in the file, or null
     */
    void add(IdentityAttributes.Kind kind, String text, byte[] bytes) {
        int from = 0;
        for (int at = text.indexOf('\\'); ; at = text.indexOf('\\', from)) {
            String value = text.substring(from, at < 0 ? text.length() : at).trim();
            if (!value.isEmpty()) {
                addOne(kind, value);
            }
            if (at < 0) {
                break;
            }
            from = at + 1;
        }
        if (kind == IdentityAttributes.Kind.NAME && bytes != null && !Values.isAscii(bytes)) {
            raw.addAll(RawNames.of(bytes));
            String utf8 = RawNames.asUtf8(bytes);
            if (utf8 != null && !utf8.equals(text)) {
                add(kind, utf8, null);
            }
        }
    }

    private void addOne(IdentityAttributes.Kind kind, String value) {
        switch (kind) {
            case NAME -> addName(value);
            case ID -> addIdentifier(value);
            case DATE -> DateForms.add(value, dates);
            case PHRASE -> addJoined(value, SHORTEST_PHRASE, phrases);
            default -> { }
        }
    }

    private void addName(String value) {
        for (String group : value.split("=")) {
            String[] parts = group.split("\\^");
            TextForm.spellings(group).forEach(this::addWords);
            addJoined(group, SHORTEST_JOINED, joined);
            if (parts.length > 1) {
                addJoined(parts[1] + parts[0], SHORTEST_JOINED, joined);
                addJoined(parts[0] + parts[1], SHORTEST_JOINED, joined);
            }
        }
    }

    private void addWords(String folded) {
        for (String word : TextForm.words(folded)) {
            if (Character.isDigit(word.charAt(0)) || names.placeholders().contains(word)) {
                continue;
            }
            if (TextForm.isIdeographic(word)) {
                if (word.length() >= 2) {
                    ideographs.add(word);
                }
            } else if (word.length() >= SHORTEST_NAME_WORD) {
                words.add(word);
                if (word.length() >= LONG_NAME) {
                    longWords.add(word);
                }
            }
        }
    }

    private void addJoined(String value, int shortest, Set<String> into) {
        for (String folded : TextForm.spellings(value)) {
            String s = TextForm.squeeze(folded);
            boolean named = TextForm.words(folded).stream().anyMatch(w -> !names.placeholders().contains(w));
            if (s.length() >= (TextForm.isIdeographic(s) ? 3 : shortest) && named) {
                into.add(s);
            }
        }
    }

    private void addIdentifier(String value) {
        String id = TextForm.fold(value);
        if (names.placeholders().contains(id)) {
            return;
        }
        String squeezed = TextForm.squeeze(id);
        boolean digit = id.chars().anyMatch(Character::isDigit);
        boolean letter = id.chars().anyMatch(Character::isLetter);
        if (squeezed.chars().distinct().count() < 2) {
            return;
        }
        if (squeezed.length() >= SHORTEST_ID_ANYWHERE && digit || squeezed.length() >= 8) {
            identifiers.add(squeezed);
            numbers.add(withoutLeadingZeros(squeezed));
        } else if (squeezed.length() >= 3 && digit && (letter || squeezed.length() == 4)) {
            shortIdentifiers.add(squeezed);
        }
    }

    /**
     * True if the text holds something that identifies.
     *
     * @param technical the attribute holds technical vocabulary: names of institutions do not count there (they often hold
     *     the manufacturer's), nor words of names that are technical terms or manufacturers as well
     */
    boolean foundIn(String text, boolean technical) {
        if (text.length() < 2) {
            return false;
        }
        String folded = TextForm.fold(text);
        String squeezed = TextForm.squeeze(folded);
        if (shortIdentifiers.contains(squeezed) || identifierIn(folded, squeezed) || dateIn(folded)) {
            return true;
        }
        if (technical) {
            return nameIn(folded, squeezed);
        }
        if (containsAny(joined, squeezed) || containsAny(phrases, squeezed)) {
            return true;
        }
        if (!words.isEmpty()) {
            for (String word : TextForm.words(folded)) {
                if (words.contains(word)) {
                    return true;
                }
            }
        }
        return containsAny(ideographs, folded) || containsAny(longWords, squeezed);
    }

    private boolean identifierIn(String folded, String squeezed) {
        for (String id : identifiers) {
            int at = squeezed.indexOf(id);
            if (at >= 0 && (id.length() >= 7 || bounded(folded, id))) {
                return true;
            }
        }
        return false;
    }

    /** True if the identifier stands by itself: in "1.12345.7" it does, in "9123456" it does not. */
    private static boolean bounded(String folded, String id) {
        for (int at = folded.indexOf(id); at >= 0; at = folded.indexOf(id, at + 1)) {
            int end = at + id.length();
            boolean before = at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1));
            boolean after = end == folded.length() || !Character.isLetterOrDigit(folded.charAt(end));
            if (before && after) {
                return true;
            }
        }
        return false;
    }

    private boolean dateIn(String folded) {
        int digits = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        return digits >= 5 && containsAny(dates, folded);
    }

    /**
     * True if a term that is kept for its meaning (CS, AE) holds a name, other than as a word that is a defined term too, or
     * is nothing but an identifying value.
     */
    boolean foundInTerm(String text) {
        if (isExactly(text)) {
            return true;
        }
        String folded = TextForm.fold(text);
        String squeezed = TextForm.squeeze(folded);
        return nameIn(folded, squeezed) || identifierIn(folded, squeezed) || shortIdentifiers.contains(squeezed);
    }

    private boolean nameIn(String folded, String squeezed) {
        for (String word : TextForm.words(folded)) {
            if (words.contains(word) && !names.technical().contains(word)) {
                return true;
            }
        }
        return containsAny(ideographs, folded)
                || longWords.stream().anyMatch(w -> squeezed.contains(w) && !names.technical().contains(w))
                || joined.stream().anyMatch(n -> n.length() >= LONG_NAME && squeezed.contains(n));
    }

    /** True if the meaning or value of a standard code holds an identifier or a whole name; single words may be eponyms. */
    boolean foundInStandardCode(String text) {
        String folded = TextForm.fold(text);
        String squeezed = TextForm.squeeze(folded);
        return identifierIn(folded, squeezed) || joined.stream().anyMatch(n -> n.length() >= LONG_NAME && squeezed.contains(n));
    }

    /** True if a number is an identifier of this patient; leading zeros and a fraction of zeros make no difference. */
    boolean isIdentifier(String number) {
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

    /** True if the part of a UID behind a root holds an identifier of this patient. */
    boolean holdsIdentifier(String ownPart) {
        return identifierIn(ownPart, TextForm.squeeze(ownPart));
    }

    /** True if a value that is kept for its meaning is nothing but an identifying value. */
    boolean isExactly(String text) {
        String squeezed = TextForm.squeeze(TextForm.fold(text));
        return joined.contains(squeezed) || phrases.contains(squeezed) || identifiers.contains(squeezed)
                || squeezed.length() == 8 && dates.contains(squeezed);
    }

    /** True if the bytes hold an identifying value in the file's own encoding, UTF-8, Latin-1 or UTF-16. */
    boolean foundInBytes(byte[] bytes) {
        for (byte[] needle : raw) {
            if (indexOf(bytes, needle) >= 0) {
                return true;
            }
        }
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return foundIn(latin, false) || foundIn(latin.replace("\0", ""), false)
                || foundIn(new String(bytes, StandardCharsets.UTF_8), false);
    }

    /** True if the bytes hold a name exactly as a name attribute of this file has it, whatever the character set. */
    boolean rawNameIn(byte[] bytes) {
        for (byte[] needle : raw) {
            if (indexOf(bytes, needle) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int indexOf(byte[] bytes, byte[] needle) {
        outer:
        for (int i = 0; i <= bytes.length - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (bytes[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static boolean containsAny(Set<String> needles, String text) {
        for (String needle : needles) {
            if (text.contains(needle)) {
                return true;
            }
        }
        return false;
    }
}
