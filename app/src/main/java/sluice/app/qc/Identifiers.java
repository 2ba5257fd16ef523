package sluice.app.qc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import sluice.app.deid.table.NameWords;
import sluice.viewer.dicom.DicomFile;
import sluice.viewer.dicom.HeaderText;

/**
 * What identifies the patient, the people and the objects of an original, taken from the attributes that are there to
 * identify. Parts of names are compared as whole words; those of three letters and those that are technical terms too only
 * raise a doubt.
 */
final class Identifiers {
    private static final int SURE = 4;
    private static final int DOUBTFUL = 3;
    private static final int SHORTEST_NUMBER = 4;
    private static final int SHORTEST_PHRASE = 6;
    // words that stand in such attributes without identifying anybody
    private static final Set<String> HARMLESS = Set.of("anonymous", "anonymized", "anon", "unknown", "test", "phantom", "none",
            "null", "patient", "name", "doctor", "physician", "operator", "removed", "hospital", "image", "study", "series");

    private final IdentifyingAttributes attributes;
    private final NameWords technical;
    private final WrittenForms forms;
    private final Set<Identifier> all = new LinkedHashSet<>();

    Identifiers(IdentifyingAttributes attributes, NameWords technical, WrittenForms forms) {
        this.forms = forms;
        this.attributes = attributes;
        this.technical = technical;
    }

    /** Takes in what an original says. */
    Identifiers add(DicomFile original) {
        return add(original, true);
    }

    /** Takes in what another original of the same patient says of people, places and numbers; its UIDs are its own. */
    Identifiers addPeople(DicomFile original) {
        return add(original, false);
    }

    /** Takes in what is known already. */
    Identifiers addAll(Identifiers other) {
        all.addAll(other.all);
        return this;
    }

    private Identifiers add(DicomFile original, boolean uids) {
        new HeaderText(new HeaderText.Listener() {
            @Override
            public void text(int tag, String vr, String text) {
                Identifier.Kind kind = attributes.kind(tag, vr);
                if (kind != null && (uids || kind != Identifier.Kind.UID)) {
                    for (String value : text.split("\\\\")) {
                        collect(kind, value.strip());
                    }
                }
            }

            @Override
            public void bytes(int tag, String vr, byte[] value) {
                // identifying attributes have text; undecodable ones are looked for by no word
            }
        }).tell(original);
        return this;
    }

    private void collect(Identifier.Kind kind, String value) {
        String plain = plain(value);
        switch (kind) {
            case PERSON, DOUBTFUL -> person(plain);
            case UID -> {
                if (!plain.startsWith("1.2.840.10008.") && plain.length() > 10) {
                    all.add(new Identifier(kind, plain));
                }
            }
            case BIRTH, DAY -> {
                if (plain.matches("[12][0-9]{7}") && !plain.startsWith("1900")) {
                    all.add(new Identifier(kind, plain));
                    if (kind == Identifier.Kind.BIRTH) {
                        WrittenForms.ofDay(plain).forEach(form -> all.add(new Identifier(kind, form)));
                    }
                }
            }
            case INSTITUTION, PLACE -> {
                if (plain.length() >= SHORTEST_PHRASE && !HARMLESS.contains(plain)) {
                    all.add(new Identifier(kind, plain));
                }
            }
            default -> {
                if (plain.length() >= SHORTEST_NUMBER && !HARMLESS.contains(plain) && plain.chars().distinct().count() > 1
                        && !technical.technical().contains(plain.toUpperCase(Locale.ROOT))) {
                    all.add(new Identifier(kind, plain));
                }
            }
        }
    }

    private void person(String name) {
        for (String word : name.split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
            if (HARMLESS.contains(word) || technical.placeholders().contains(word.toUpperCase(Locale.ROOT))) {
                continue;
            }
            boolean term = technical.technical().contains(word.toUpperCase(Locale.ROOT));
            if (word.length() >= SURE || word.length() >= 2 && isIdeographic(word)) {
                all.add(new Identifier(term ? Identifier.Kind.DOUBTFUL : Identifier.Kind.PERSON, word));
                if (!isIdeographic(word)) {
                    forms.ofName(word).stream().filter(form -> !technical.technical().contains(form.toUpperCase(Locale.ROOT)))
                            .forEach(form -> all.add(new Identifier(Identifier.Kind.PERSON, form)));
                }
            } else if (word.length() == DOUBTFUL && word.chars().allMatch(Character::isLetter)) {
                all.add(new Identifier(Identifier.Kind.DOUBTFUL, word));
            }
        }
    }

    /** Those that a file must not hold, by what it says of itself. */
    List<Identifier> forbidden(Claims claims) {
        return all.stream().filter(i -> !i.kind().retained(claims)).toList();
    }

    /** Whether a text holds one of these, as a word of its own; ideographs have no word boundaries. */
    static boolean isIn(String text, List<Identifier> identifiers, Predicate<Identifier.Kind> kinds) {
        String plain = plain(text);
        String bare = plain.chars().allMatch(c -> c < 0x80) ? plain : WrittenForms.plain(plain);
        for (Identifier identifier : identifiers) {
            if (kinds.test(identifier.kind()) && (holds(plain, identifier.text()) || bare != plain && holds(bare, identifier.text()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of several UIDs with backslashes between them is one of these. */
    static boolean hasUid(String values, List<Identifier> identifiers) {
        for (String uid : values.split("\\\\")) {
            if (identifiers.contains(new Identifier(Identifier.Kind.UID, uid.strip()))) {
                return true;
            }
        }
        return false;
    }

    /** Everything but UIDs that a search in bytes can be sure of: what is long enough not to stand there by chance. */
    static List<Needle> needles(List<Identifier> identifiers) {
        List<Needle> needles = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            boolean chance = identifier.kind() == Identifier.Kind.UID || identifier.kind() == Identifier.Kind.DOUBTFUL || identifier.kind() == Identifier.Kind.DAY
                    || identifier.kind() == Identifier.Kind.BIRTH && identifier.text().endsWith("01")
                    || identifier.text().length() < (isIdeographic(identifier.text()) ? 2 : SURE + 1);
            if (!chance) {
                needles.addAll(Needle.of(identifier.text()));
            }
        }
        return needles;
    }

    /** Whether at least two different parts of names are in a text, as in a whole name. */
    static boolean isNameIn(String text, List<Identifier> identifiers) {
        String plain = plain(text);
        return identifiers.stream().filter(i -> i.kind() == Identifier.Kind.PERSON && holds(plain, i.text())).map(Identifier::text).distinct().limit(2).count() > 1;
    }

    /** Also in the genitive. */
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            int bent = word.length() >= SURE && Character.isLetter(word.charAt(0)) && text.startsWith("s", end) ? end + 1 : end;
            boolean ends = isEnd(text, end) || isEnd(text, bent);
            if (starts && ends || isIdeographic(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isIdeographic(String word) {
        return word.codePoints().allMatch(Character::isIdeographic);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
