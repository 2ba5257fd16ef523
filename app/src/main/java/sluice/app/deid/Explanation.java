package sluice.app.deid;

import java.util.List;
import java.util.Optional;

/**
 * What a recipe does with one file, attribute by attribute, and why. It holds no value, neither old nor new.
 *
 * @param refused why the file would not be passed on; then there are no lines
 * @param lines in the order of the file, then what is added
 * @param notes what a person should know
 */
public record Explanation(Optional<Refused> refused, List<Line> lines, List<String> notes) {

    /**
     * One attribute or header field.
     *
     * @param path for example {@code (0008,1140)[0].(0008,1155)}
     * @param keyword of PS3.6, "" where there is none
     * @param result what becomes of it, for example {@code removed}
     * @param rule which rule decided
     */
    public record Line(String path, String keyword, String result, String rule) { }

    public Explanation {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    static Explanation of(Refused refused) {
        return new Explanation(Optional.of(refused), List.of(), List.of());
    }
}
