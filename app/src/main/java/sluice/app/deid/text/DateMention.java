package sluice.app.deid.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A day as it is written in a text.
 *
 * @param from where it begins in the folded text
 * @param to behind its end
 * @param readings what it may mean; several where day and month may be exchanged or the century is not said
 * @param sure whether it is a day by its form; else it is one only if it is a known one
 */
record DateMention(int from, int to, List<Reading> readings, boolean sure) {

    /** The months as people number them in Romance and Slavic countries. */
    static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    /** Year, month or day; the month also by its name or as a Roman number, the day also as its number in the year. */
    enum Part { YEAR, MONTH, DAY, MONTH_NAME, MONTH_ROMAN, DAY_OF_YEAR }

    /**
     * Where one part stands, in the folded text.
     *
     * @param name of a month, else null
     */
    record Field(Part part, int from, int to, Months.Name name) { }

    /**
     * One meaning.
     *
     * @param fields in the order of the text; none where the way of writing has no place for another day (seconds, weeks, eras)
     */
    record Reading(LocalDate day, List<Field> fields) {

        /** The mention with another day in it, in the same way of writing. */
        String written(FoldedText text, Span whole, LocalDate other, Months months) {
            StringBuilder s = new StringBuilder();
            int at = whole.from();
            for (Field f : fields) {
                Span place = text.original(f.from(), f.to());
                String old = text.original().substring(place.from(), place.to());
                s.append(text.original(), at, place.from()).append(value(f, old, other, months));
                at = place.to();
            }
            return s.append(text.original(), at, whole.to()).toString();
        }

        private static String value(Field field, String old, LocalDate other, Months months) {
            return switch (field.part()) {
                case YEAR -> old.length() <= 2 ? padded(other.getYear() % 100, 2) : padded(other.getYear(), 4);
                case MONTH -> padded(other.getMonthValue(), old.length());
                case DAY -> padded(other.getDayOfMonth(), old.length());
                case MONTH_ROMAN -> inCaseOf(old, ROMAN.get(other.getMonthValue() - 1));
                case DAY_OF_YEAR -> padded(other.getDayOfYear(), old.length());
                case MONTH_NAME -> inCaseOf(old, months.another(field.name(), other.getMonthValue()));
            };
        }

        /** True if a day is said, not only a month. */
        boolean isWhole() {
            return fields.isEmpty() || fields.stream().anyMatch(f -> f.part() == Part.DAY || f.part() == Part.DAY_OF_YEAR);
        }

        boolean isWritable() {
            return !fields.isEmpty();
        }

        private static String padded(int number, int digits) {
            String s = Integer.toString(number);
            return "0".repeat(Math.max(0, digits - s.length())) + s;
        }

        private static String inCaseOf(String old, String name) {
            if (old.equals(old.toUpperCase(Locale.ROOT))) {
                return name.toUpperCase(Locale.ROOT);
            }
            boolean capital = Character.isUpperCase(old.charAt(0));
            return (capital ? name.substring(0, 1).toUpperCase(Locale.ROOT) : name.substring(0, 1).toLowerCase(Locale.ROOT))
                    + name.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** True if year, month and day are said. */
    boolean isWhole() {
        return readings.get(0).isWhole();
    }
}
