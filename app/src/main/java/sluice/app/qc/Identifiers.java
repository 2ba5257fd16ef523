package sluice.app.qc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderText;

/**
 * What identifies the patient and the objects of one original, taken from the attributes that are there to identify. Looks
 * for it in texts and bytes. Parts are compared as whole words, and those of three letters only raise a doubt.
 */
final class Identifiers {
    private static final int SURE = 4;
    private static final int DOUBTFUL = 3;
    private static final int INSIDE = 5;
    // Patient's Name, Other Patient Names, Birth Name, Mother's Birth Name; Patient ID, Other Patient IDs; Accession Number;
    // telephone, address; referring, performing, reading, operators, requesting; institution name, address and department
    private static final Set<Integer> NAMES = Set.of(0x00100010, 0x00101001, 0x00101005, 0x00101060, 0x00080090, 0x00081050,
            0x00081060, 0x00081070, 0x00321032);
    private static final Set<Integer> NUMBERS = Set.of(0x00100020, 0x00101000, 0x00080050, 0x00102154, 0x00101040);
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    // words that stand in such attributes without identifying anybody
    private static final Set<String> HARMLESS = Set.of("anonymous", "anonymized", "anon", "unknown", "test", "phantom", "none",
            "null", "patient", "name", "brain", "head", "doctor", "physician", "operator", "removed", "hospital", "image");

    private final Set<String> words = new TreeSet<>();
    private final Set<String> shortWords = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> uids = new HashSet<>();

    static Identifiers of(DicomFile original) {
        Identifiers found = new Identifiers();
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                found.collect(tag, vr, text);
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // identifying attributes have text; undecodable ones are looked for by no word
            }
        }).tell(original);
        return found;
    }

    private void collect(int tag, String vr, String text) {
        if (NAMES.contains(tag)) {
            for (String word : plain(text).split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
                if (word.length() >= SURE && !HARMLESS.contains(word) || word.length() >= 2 && isIdeographic(word)) {
                    words.add(word);
                } else if (word.length() == DOUBTFUL && word.chars().allMatch(Character::isLetter)) {
                    shortWords.add(word);
                }
            }
        } else if (NUMBERS.contains(tag)) {
            for (String value : plain(text).split("\\\\")) {
                String number = value.strip();
                if (number.length() >= 4 && !HARMLESS.contains(number) && !isOneDigit(number)) {
                    numbers.add(number);
                }
            }
        } else if (vr.equals("UI") && isInstanceUid(tag)) {
            for (String uid : text.split("\\\\")) {
                if (!uid.startsWith("1.2.840.10008.") && uid.length() > 10) {
                    uids.add(uid.strip());
                }
            }
        }
    }

    /** SOP Instance, Study, Series, Frame of Reference and referenced instances: what links an object to its source. */
    private static boolean isInstanceUid(int tag) {
        return switch (tag) {
            case 0x00080018, 0x0020000D, 0x0020000E, 0x00200052, 0x00081155, 0x00400554, 0x00200200 -> true;
            default -> false;
        };
    }

    /** Whether a text of free form holds a word or number of these. */
    boolean isIn(String text) {
        String plain = plain(text);
        for (String word : words) {
            if (holds(plain, word)) {
                return true;
            }
        }
        for (String number : numbers) {
            if (holds(plain, number)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text of free form holds a name part that is too short to be sure. */
    boolean mayBeIn(String text) {
        String plain = plain(text);
        return shortWords.stream().anyMatch(word -> holds(plain, word));
    }

    /** Whether a UID of the original is among these values. */
    boolean hasUid(String values) {
        for (String uid : values.split("\\\\")) {
            if (uids.contains(uid.strip())) {
                return true;
            }
        }
        return false;
    }

    /** Whether bytes of unknown meaning hold one of the longer identifiers in some encoding. */
    boolean isIn(byte[] bytes) {
        for (Charset encoding : ENCODINGS) {
            String text = new String(bytes, encoding);
            String plain = plain(text);
            for (String number : numbers) {
                if (number.length() >= INSIDE && holds(plain, number)) {
                    return true;
                }
            }
            for (String word : words) {
                if (word.length() >= INSIDE && holds(plain, word)) {
                    return true;
                }
            }
            if (uids.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    /** As a word of its own; ideographs have no word boundaries. */
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (starts && ends || isIdeographic(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }

    private static boolean isOneDigit(String number) {
        return number.chars().distinct().count() == 1;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
