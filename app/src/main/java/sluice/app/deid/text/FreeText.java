package sluice.app.deid.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Takes out of running text what identifies: what is known of the patient, and by its form what is not known. Days get the
 * form that the patient's dates get, ages above 89 become 90+. Everything else stays, character by character.
 */
public final class FreeText {

    private static final int MOST_ROUNDS = 3;
    private static final String OLDEST = "90+";
    private static final Pattern BEHIND_HYPHEN = Pattern.compile("[-+]\\d{4}(?!\\d)");
    private static final int PERSONAL_ENDING = 5;

    private final KnownIdentity known;
    private final TextTables tables;
    private final Function<LocalDate, Optional<LocalDate>> days;
    private final HiddenText hidden;

    /** @param days the new form of a day, empty where it has to go */
    public FreeText(KnownIdentity known, TextTables tables, Function<LocalDate, Optional<LocalDate>> days) {
        this.known = known;
        this.tables = tables;
        this.days = days;
        this.hidden = new HiddenText(text -> edits(text, days, new Spans()).stream().map(e -> new Span(e.from(), e.to())).toList(),
                new ByteSearch(known));
    }

    /**
     * The text without what identifies.
     *
     * @param longest the most characters that the result may have if it is longer than the text was; days go where their new
     *     form takes more
     * @return the same object where nothing had to go, "" where nothing is left
     */
    public String clean(String text, int longest) {
        String cleaned = clean(text, days);
        if (cleaned.length() > text.length() && cleaned.length() > longest) {
            cleaned = clean(text, day -> Optional.empty());
        }
        return cleaned;
    }

    /** True if something that identifies is encoded in the text. */
    public boolean hides(String text) {
        Spans found = new Spans();
        hidden.find(text, found);
        return !found.isEmpty();
    }

    private String clean(String text, Function<LocalDate, Optional<LocalDate>> daysHere) {
        Spans encoded = new Spans();
        hidden.find(text, encoded);
        List<Holes.Edit> edits = edits(text, daysHere, encoded);
        if (edits.isEmpty()) {
            return text;
        }
        String cleaned = Holes.close(text, edits, tables.connectives());
        // what stood on both sides of a hole may now stand together
        for (int round = 1; !known.spans(cleaned).isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                return "";
            }
            List<Holes.Edit> more = known.spans(cleaned).stream().map(s -> new Holes.Edit(s.from(), s.to(), null)).toList();
            cleaned = Holes.close(cleaned, more, tables.connectives());
        }
        return cleaned.chars().anyMatch(Character::isLetterOrDigit) ? cleaned : "";
    }

    /** @param gone what goes in any case; is added to */
    private List<Holes.Edit> edits(String text, Function<LocalDate, Optional<LocalDate>> daysHere, Spans gone) {
        List<Holes.Edit> edits = new ArrayList<>();
        known.spans(text).forEach(s -> gone.add(s.from(), s.to()));
        tables.forms().forEach(form -> form.find(text, gone));
        FoldedText folded = FoldedText.of(text);
        List<Holes.Edit> dates = dates(folded, daysHere);
        daysWithoutYear(folded, dates, gone);
        tables.contacts().find(masked(text, dates), gone);
        for (Span s : gone.merged()) {
            edits.add(new Holes.Edit(s.from(), s.to(), null));
        }
        edits.addAll(dates);
        Spans ages = new Spans();
        tables.labelled().ages(text, ages);
        for (Span s : ages.merged()) {
            edits.add(new Holes.Edit(s.from(), s.to(), OLDEST));
        }
        return apart(edits, text);
    }

    /** In order; those that overlap as one removal, without those that change nothing. */
    private static List<Holes.Edit> apart(List<Holes.Edit> edits, String text) {
        edits.sort(Comparator.comparingInt(Holes.Edit::from));
        List<Holes.Edit> apart = new ArrayList<>();
        Holes.Edit last = null;
        for (Holes.Edit edit : edits) {
            if (last != null && edit.from() < last.to()) {
                last = new Holes.Edit(last.from(), Math.max(last.to(), edit.to()), null);
            } else {
                addChange(apart, last, text);
                last = edit;
            }
        }
        addChange(apart, last, text);
        return apart;
    }

    private static void addChange(List<Holes.Edit> edits, Holes.Edit edit, String text) {
        if (edit != null && !text.substring(edit.from(), edit.to()).equals(edit.with())) {
            edits.add(edit);
        }
    }

    /** Numbers that are days are no telephone numbers. */
    private static String masked(String text, List<Holes.Edit> dates) {
        if (dates.isEmpty()) {
            return text;
        }
        StringBuilder s = new StringBuilder(text);
        for (Holes.Edit date : dates) {
            for (int i = date.from(); i < date.to(); i++) {
                s.setCharAt(i, '\ufffc');
            }
        }
        return s.toString();
    }

    /** Days with their new form, also those that stay as they are. */
    private List<Holes.Edit> dates(FoldedText folded, Function<LocalDate, Optional<LocalDate>> daysHere) {
        String text = folded.original();
        List<DateMention> mentions = new ArrayList<>(tables.scanner().scan(folded.folded()));
        mentions.sort(Comparator.comparingInt((DateMention m) -> isKnown(m) ? 0 : 1)
                .thenComparingInt(m -> m.from() - m.to()).thenComparingInt(DateMention::from));
        List<Holes.Edit> edits = new ArrayList<>();
        BitSet taken = new BitSet();
        for (DateMention m : mentions) {
            if (m.sure() || isKnown(m)) {
                Span place = folded.original(m.from(), m.to());
                if (taken.get(place.from(), place.to()).isEmpty()) {
                    String with = written(m, folded, place, daysHere);
                    Span whole = with == null ? withDigits(text, place) : place;
                    edits.add(new Holes.Edit(whole.from(), whole.to(), with));
                    taken.set(whole.from(), whole.to());
                }
            }
        }
        return edits;
    }

    /** Where the year stands there as well they are days like others. */
    private void daysWithoutYear(FoldedText text, List<Holes.Edit> dates, Spans gone) {
        Spans found = new Spans();
        known.days().findWithoutYear(text, tables.months(), found);
        for (Span s : found.merged()) {
            Span place = text.original(s.from(), s.to());
            if (dates.stream().noneMatch(d -> d.from() < place.to() && place.from() < d.to())) {
                gone.add(place.from(), place.to());
            }
        }
    }

    /** The digits that a day stands in, and four behind a hyphen: it may be the beginning of a number for a person. */
    private static Span withDigits(String text, Span day) {
        int from = day.from();
        int to = day.to();
        boolean compact = text.substring(from, to).chars().allMatch(Character::isDigit);
        while (compact && from > 0 && Character.isDigit(text.charAt(from - 1))) {
            from--;
        }
        while (compact && to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        if (compact && BEHIND_HYPHEN.matcher(text).region(to, text.length()).lookingAt()) {
            to += PERSONAL_ENDING;
        }
        return new Span(from, to);
    }

    private boolean isKnown(DateMention mention) {
        return mention.readings().stream().anyMatch(r -> mention.isWhole() ? known.days().known(r.day()) : known.days().month(r.day()));
    }

    /** The new form, or null. */
    private String written(DateMention mention, FoldedText text, Span place, Function<LocalDate, Optional<LocalDate>> daysHere) {
        KnownDays knownDays = known.days();
        for (DateMention.Reading r : mention.readings()) {
            if (mention.isWhole() ? knownDays.ofBirth(r.day()) : knownDays.monthOfBirth(r.day())) {
                return null;
            }
        }
        List<DateMention.Reading> likely = mention.isWhole() ? mention.readings().stream().filter(r -> knownDays.known(r.day())).limit(1).toList() : List.of();
        if (likely.isEmpty()) {
            likely = mention.readings();
        }
        if (likely.stream().allMatch(r -> daysHere.apply(r.day()).equals(Optional.of(r.day())))) {
            return text.original().substring(place.from(), place.to());
        }
        List<Optional<String>> forms = likely.stream().map(r -> daysHere.apply(r.day()).filter(day -> r.isWritable())
                .map(day -> r.written(text, place, day, tables.months()))).distinct().toList();
        return forms.size() == 1 ? forms.get(0).orElse(null) : null;
    }
}
