package sluice.app.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was planted, and in which bytes it could be found again. A hit is told by its number in this list, so that reports need
 * not repeat what they are about.
 *
 * @param planted in a fixed order; the number of each is its place
 */
public record PlantedList(List<Planted> planted) {

    /** How a value is searched for. */
    public enum Kind {
        /** a person's name: also its groups, components and words from 4 letters (2 in Chinese characters) on */
        NAME,
        /** a number, date, address or text: whole, dates also with hyphens, and its words from 8 letters on */
        VALUE,
        /** a UID, searched for in ASCII only */
        UID
    }

    /** One value. Its text form shows the kind only. */
    public record Planted(Kind kind, String value) {

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    public PlantedList {
        planted = List.copyOf(planted);
    }

    /** Those of a kind. */
    public Stream<String> values(Kind kind) {
        return planted.stream().filter(p -> p.kind() == kind).map(Planted::value);
    }

    /** Number of values, nothing else: the values identify. */
    @Override
    public String toString() {
        return "PlantedList[" + planted.size() + " values]";
    }
}
