package sluice.app.deid.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.deid.table.TagPattern;

/** The reports of many files added up: how often each attribute met each fate. Not for two threads at once. */
public final class ReportSummary {

    private final Map<Row, Integer> byAttribute = new TreeMap<>();
    private final Map<Note, Integer> notes = new EnumMap<>(Note.class);
    private int files;

    /** Adds one file. */
    public void add(Report report) {
        files++;
        for (Change c : report.changes()) {
            byAttribute.merge(new Row(c.tag(), c.done(), c.rule()), 1, Integer::sum);
        }
        report.notes().forEach(n -> notes.merge(n, 1, Integer::sum));
    }

    /** Adds another summary. */
    public void add(ReportSummary other) {
        files += other.files;
        other.byAttribute.forEach((k, n) -> byAttribute.merge(k, n, Integer::sum));
        other.notes.forEach((k, n) -> notes.merge(k, n, Integer::sum));
    }

    /**
     * One kind of change.
     *
     * @param tag the attribute, wherever it stands
     */
    public record Row(int tag, Done done, Rule rule) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int c = Integer.compareUnsigned(tag, other.tag);
            c = c == 0 ? done.compareTo(other.done) : c;
            return c == 0 ? rule.compareTo(other.rule) : c;
        }
    }

    /** How often each kind of change was made, by tag. */
    public Map<Row, Integer> rows() {
        return Collections.unmodifiableMap(byAttribute);
    }

    /** How many files have each note. */
    public Map<Note, Integer> notes() {
        return Collections.unmodifiableMap(notes);
    }

    public int files() {
        return files;
    }

    /** One JSON object: {@code {"files":n,"notes":{…},"changes":[["tag","done","rule",count],…]}}. */
    public String toJson() {
        StringBuilder s = new StringBuilder().append("{\"files\":").append(files).append(",\"notes\":{");
        String comma = "";
        for (Map.Entry<Note, Integer> e : notes.entrySet()) {
            s.append(comma).append('"').append(e.getKey().text()).append("\":").append(e.getValue());
            comma = ",";
        }
        s.append("},\"changes\":[");
        comma = "";
        for (Map.Entry<Row, Integer> e : byAttribute.entrySet()) {
            Row row = e.getKey();
            s.append(comma).append("[\"").append(TagPattern.format(row.tag())).append("\",\"").append(row.done().key())
                    .append("\",\"").append(row.rule().key()).append("\",").append(e.getValue()).append(']');
            comma = ",";
        }
        return s.append("]}").toString();
    }
}
