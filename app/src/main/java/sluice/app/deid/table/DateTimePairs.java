package sluice.app.deid.table;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Which DA attribute and which TM attribute hold one moment together, at the same level of a data set. */
public final class DateTimePairs {

    private final Map<Integer, Integer> partners = new HashMap<>();

    private DateTimePairs(Tsv table) {
        for (String[] row : table.rows()) {
            int date = Integer.parseUnsignedInt(row[0], 16);
            int time = Integer.parseUnsignedInt(row[1], 16);
            if (partners.put(date, time) != null || partners.put(time, date) != null) {
                throw new TableException("the table of dates and times lists " + row[0] + " or " + row[1] + " twice");
            }
        }
    }

    /** The table that the product ships. */
    public static DateTimePairs load() {
        return new DateTimePairs(Tsv.resource("date-time-pairs.tsv"));
    }

    /** The time that belongs to a date, or the date that belongs to a time; empty for what stands alone. */
    public OptionalInt partner(int tag) {
        Integer partner = partners.get(tag);
        return partner == null ? OptionalInt.empty() : OptionalInt.of(partner);
    }
}
