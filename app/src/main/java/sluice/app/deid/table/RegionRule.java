package sluice.app.deid.table;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import sluice.viewer.codec.PixelBox;

/**
 * Where text stands in images of one kind.
 *
 * @param when all of them have to hold
 * @param boxes in pixels; they may reach beyond the image's edges
 */
public record RegionRule(List<Condition> when, List<PixelBox> boxes) {

    public RegionRule {
        when = List.copyOf(when);
        boxes = List.copyOf(boxes);
    }

    /**
     * What one attribute has to say.
     *
     * @param tag the attribute
     * @param whole whether the value is one of the words, or has one of them in it
     * @param words in upper case; capitals do not count
     */
    public record Condition(int tag, boolean whole, Set<String> words) {

        public Condition {
            words = Set.copyOf(words);
        }

        boolean holds(String value) {
            String upper = value.toUpperCase(Locale.ROOT);
            return words.stream().anyMatch(word -> whole ? upper.equals(word) : upper.contains(word));
        }
    }

    /** @param text the value of an attribute, also of file meta information, without padding; "" where there is none */
    public boolean holds(IntFunction<String> text) {
        return when.stream().allMatch(c -> c.holds(text.apply(c.tag())));
    }

    /** One line, for example {@code (0028,0010) is [512] boxes 0,0,512,40}. */
    public String canonical() {
        StringBuilder s = new StringBuilder();
        for (Condition c : when) {
            s.append(TagPattern.format(c.tag())).append(c.whole() ? " is " : " has ").append(new TreeSet<>(c.words())).append(' ');
        }
        s.append("boxes");
        boxes.forEach(b -> s.append(' ').append(b.x()).append(',').append(b.y()).append(',').append(b.width()).append(',').append(b.height()));
        return s.toString();
    }
}
