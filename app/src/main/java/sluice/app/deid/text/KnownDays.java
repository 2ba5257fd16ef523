package sluice.app.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Days that are known, and those of birth among them. */
final class KnownDays {

    /** The dummy that Annex E tools write. */
    private static final LocalDate DUMMY = LocalDate.of(1900, 1, 1);

    private final Set<LocalDate> days = new HashSet<>();
    private final Set<LocalDate> births = new HashSet<>();
    private final Set<String> compact = new HashSet<>();

    /** @param value a DA, {@code yyyymmdd} or the old {@code yyyy.mm.dd}; anything else adds nothing */
    void add(String value, boolean birth) {
        String s = value.replace(".", "");
        if (s.length() < 8 || !s.chars().limit(8).allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(s.substring(0, 4)), Integer.parseInt(s.substring(4, 6)),
                    Integer.parseInt(s.substring(6, 8)));
            if (!day.equals(DUMMY)) {
                days.add(day);
                compact.add(s.substring(0, 8));
                if (birth) {
                    births.add(day);
                }
            }
        } catch (DateTimeException e) {
            // what is no day is not looked for as one
        }
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    boolean isExactly(String squeezed) {
        return compact.contains(squeezed);
    }

    boolean known(LocalDate day) {
        return days.contains(day);
    }

    boolean ofBirth(LocalDate day) {
        return births.contains(day);
    }

    boolean monthOfBirth(LocalDate day) {
        return births.stream().anyMatch(b -> b.getYear() == day.getYear() && b.getMonth() == day.getMonth());
    }

    /** Adds the mentions of known days. */
    void find(FoldedText text, DateScanner scanner, Spans hits) {
        if (days.isEmpty()) {
            return;
        }
        for (DateMention mention : scanner.scan(text.folded())) {
            if (mention.isWhole() && mention.readings().stream().anyMatch(r -> days.contains(r.day()))) {
                hits.add(mention.from(), mention.to());
            }
        }
    }
}
