package sluice.app.deid.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.NameWords;

/**
 * What is known to identify one patient, the people around it and its institution, and the search for it. Values never
 * change, so that threads share it. See {@code app/docs/deidentification-policy.md} for what counts as an occurrence.
 */
public final class KnownIdentity {

    private static final List<String> UNREAD = List.of();

    /** Characters up to here have a zero as their upper byte in UTF-16. */
    private static final int LAST_WITH_ZERO = 0xff;

    private final KnownNames names;
    private final KnownIds ids;
    private final KnownPlaces places;
    private final KnownDays days = new KnownDays();
    private final DateScanner scanner;
    private final Months months;
    private final List<byte[]> raw = new ArrayList<>();
    private final boolean empty;
    private final boolean otherScripts;
    private final List<Romanisation> romanisations;

    private KnownIdentity(Collection<Evidence> evidence, TextTables tables) {
        this.scanner = tables.scanner();
        this.months = tables.months();
        this.romanisations = tables.romanisations();
        this.ids = new KnownIds(tables.words());
        this.places = new KnownPlaces(tables.words());
        NameBook book = new NameBook(tables.words(), tables.romanisations());
        boolean others = false;
        for (Evidence e : evidence) {
            for (String value : values(e)) {
                add(e.kind(), value, book);
                others |= value.chars().anyMatch(c -> c > LAST_WITH_ZERO);
            }
        }
        this.otherScripts = others;
        ids.freeze();
        places.freeze();
        this.names = new KnownNames(book, tables.words(), tables.endings());
        this.empty = names.isEmpty() && ids.isEmpty() && places.isEmpty() && days.isEmpty() && raw.isEmpty();
    }

    /** What these values say. Their order makes no difference. */
    public static KnownIdentity of(Collection<Evidence> evidence, TextTables tables) {
        return new KnownIdentity(evidence, tables);
    }

    private Set<String> values(Evidence e) {
        Set<String> values = new LinkedHashSet<>(List.of(e.text().split("\\\\")));
        if (e.kind().isName() && e.bytes() != null) {
            raw.addAll(RawNames.of(e.bytes()));
            String utf8 = RawNames.asUtf8(e.bytes());
            values.addAll(utf8 == null ? UNREAD : List.of(utf8.split("\\\\")));
        }
        return values;
    }

    private void add(IdentityAttributes.Kind kind, String untrimmed, NameBook book) {
        String value = untrimmed.trim();
        if (value.isEmpty()) {
            return;
        }
        switch (kind) {
            case NAME -> book.add(value, false);
            case PATIENT_NAME -> book.add(value, true);
            case ID -> ids.add(value);
            case DATE -> days.add(value, false);
            case BIRTH_DATE -> days.add(value, true);
            case PHRASE -> places.add(value);
            case TECHNICAL -> { }
        }
    }

    public boolean isEmpty() {
        return empty;
    }

    /** True if something known has characters beyond Latin-1. */
    public boolean hasOtherScripts() {
        return otherScripts;
    }

    /**
     * Where in a text of descriptors or prose something stands that identifies, in order. Parts of names count whatever else they mean.
     */
    public List<Span> spans(String text) {
        Spans spans = new Spans();
        for (FoldedText reading : readings(text)) {
            spans.addOriginals(hits(reading, Looking.IN_DESCRIPTORS), reading);
        }
        return spans.merged();
    }

    private List<FoldedText> readings(String text) {
        if (!Romanisation.concerns(text)) {
            return FoldedText.readings(text);
        }
        List<FoldedText> readings = new ArrayList<>(FoldedText.readings(text));
        romanisations.forEach(system -> readings.add(FoldedText.romanised(text, system)));
        return readings;
    }

    private Spans hits(FoldedText text, Looking looking) {
        Spans hits = new Spans();
        ids.find(text, hits);
        names.find(text, looking, hits);
        if (looking != Looking.IN_DESCRIPTORS) {
            // in descriptors days are more than hits: they may get a new form
            days.find(text, scanner, months, hits);
        }
        if (looking != Looking.IN_TECHNICAL) {
            ids.findWords(text, hits);
            places.find(text, hits);
        }
        return hits;
    }

    /**
     * True if the text holds something that identifies.
     *
     * @param technical the attribute holds technical vocabulary: names of institutions do not count there (they often hold
     *     the manufacturer's), nor words of names that are technical terms or manufacturers as well
     */
    public boolean foundIn(String text, boolean technical) {
        return foundIn(text, technical ? Looking.IN_TECHNICAL : Looking.EVERYWHERE);
    }

    boolean foundIn(String text, Looking looking) {
        return foundPlain(text, looking) || !empty && looking != Looking.IN_BYTES && hides(text, looking);
    }

    private boolean foundPlain(String text, Looking looking) {
        if (empty || text.length() < 2) {
            return false;
        }
        // bytes that are no text have letters of every script
        for (FoldedText reading : looking == Looking.IN_BYTES ? FoldedText.readings(text) : readings(text)) {
            if (!hits(reading, looking).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean hides(String text, Looking looking) {
        Spans found = new Spans();
        HiddenText hidden = new HiddenText(inside -> foundPlain(inside, looking) ? List.of(new Span(0, inside.length())) : List.of(),
                new ByteSearch(this));
        hidden.find(text, found);
        return !found.isEmpty();
    }

    /**
     * True if a term that is kept for its meaning (CS, AE) holds a name, other than as a word that is a defined term too, or
     * is nothing but an identifying value.
     */
    public boolean foundInTerm(String text) {
        if (isExactly(text)) {
            return true;
        }
        FoldedText folded = FoldedText.of(text);
        Spans hits = new Spans();
        names.find(folded, Looking.IN_TECHNICAL, hits);
        ids.find(folded, hits);
        return !hits.isEmpty();
    }

    /** True if the meaning or value of a standard code holds an identifier or a whole name; single words may be eponyms. */
    public boolean foundInStandardCode(String text) {
        FoldedText folded = FoldedText.of(text);
        Spans hits = new Spans();
        ids.findLong(folded, hits);
        names.wholeNames(folded, NameBook.LONG, hits);
        return !hits.isEmpty();
    }

    /** True if a number is an identifier of this patient or its day of birth; leading zeros and a fraction of zeros make no difference. */
    public boolean isIdentifier(String number) {
        return ids.isNumber(number) || isBirthDay(number);
    }

    /** True if one of the values of a DA or DT, of which several have backslashes between them, is a day of birth. */
    public boolean isBirthDay(String values) {
        for (String value : values.split("\\\\")) {
            if (days.ofBirth(value.trim())) {
                return true;
            }
        }
        return false;
    }

    /** True if the part of a UID behind a root holds an identifier of this patient. */
    public boolean holdsIdentifier(String ownPart) {
        Spans hits = new Spans();
        ids.findLong(FoldedText.of(ownPart), hits);
        return !hits.isEmpty();
    }

    /** True if a value that is kept for its meaning is nothing but an identifying value. */
    public boolean isExactly(String text) {
        String squeezed = FoldedText.of(text).squeezed();
        return names.isWholeName(squeezed) || places.isExactly(squeezed) || ids.isExactly(squeezed) || days.isExactly(squeezed);
    }

    /** True if the bytes hold a name exactly as a name attribute has it, whatever the character set. */
    public boolean rawNameIn(byte[] bytes, int from, int to) {
        for (byte[] needle : raw) {
            if (holds(bytes, from, to, needle)) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #rawNameIn(byte[], int, int)} in a whole value. */
    public boolean rawNameIn(byte[] bytes) {
        return rawNameIn(bytes, 0, bytes.length);
    }

    private static boolean holds(byte[] bytes, int from, int to, byte[] needle) {
        outer:
        for (int i = from; i <= to - needle.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (bytes[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    KnownDays days() {
        return days;
    }
}
