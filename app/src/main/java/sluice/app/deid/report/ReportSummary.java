package sluice.app.deid.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.deid.table.TagPattern;

/** The reports of many files added up: how often each attribute met each fate. Not for two threads at once. */
public final class ReportSummary {

    private final Map<String, Integer> byAttribute = new TreeMap<>();
    private final Map<Note, Integer> notes = new EnumMap<>(Note.class);
    private int files;

    /** Adds one file. */
    public void add(Report report) {
        files++;
        for (Change c : report.changes()) {
            byAttribute.merge(TagPattern.format(c.tag()) + "\",\"" + c.done().key() + "\",\"" + c.rule().key(), 1, Integer::sum);
        }
        report.notes().forEach(n -> notes.merge(n, 1, Integer::sum));
    }

    /** Adds another summary. */
    public void add(ReportSummary other) {
        files += other.files;
        other.byAttribute.forEach((k, n) -> byAttribute.merge(k, n, Integer::sum));
        other.notes.forEach((k, n) -> notes.merge(k, n, Integer::sum));
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
        for (Map.Entry<String, Integer> e : byAttribute.entrySet()) {
            s.append(comma).append("[\"").append(e.getKey()).append("\",").append(e.getValue()).append(']');
            comma = ",";
        }
        return s.append("]}").toString();
    }
}
