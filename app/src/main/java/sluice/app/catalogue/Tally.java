package sluice.app.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds up in memory what a batch does to the counters, and writes each row of them once. */
final class Tally {

    private static final class Study {
        int series;
        int instances;
        int files;
        long bytes;
        final TreeSet<String> modalities = new TreeSet<>();
    }

    private static final class Series {
        int instances;
        long bytes;
    }

    private final Map<Long, Study> studies = new HashMap<>();
    private final Map<Long, Series> series = new HashMap<>();

    void newSeries(long study) {
        studies.computeIfAbsent(study, s -> new Study()).series++;
    }

    void modality(long study, String modality) {
        studies.computeIfAbsent(study, s -> new Study()).modalities.add(modality);
    }

    /** @param sign 1 when a file joins the present ones, −1 when it leaves them */
    void file(long study, int sign) {
        studies.computeIfAbsent(study, s -> new Study()).files += sign;
    }

    /** @param sign 1 when a file begins to count, −1 when it ceases */
    void object(long study, long inSeries, long size, int sign) {
        Study ofStudy = studies.computeIfAbsent(study, s -> new Study());
        ofStudy.instances += sign;
        ofStudy.bytes += sign * size;
        Series ofSeries = series.computeIfAbsent(inSeries, s -> new Series());
        ofSeries.instances += sign;
        ofSeries.bytes += sign * size;
    }

    Set<Long> studies() {
        return studies.keySet();
    }

    void write(Sql sql, long millis) {
        series.forEach((id, more) -> sql.run(
                "UPDATE series SET instance_count = instance_count + ?, bytes = bytes + ? WHERE id = ?",
                more.instances,
                more.bytes,
                id));
        studies.forEach((id, more) -> {
            String before = sql.one(row -> row.getString(1), "SELECT modalities FROM study WHERE id = ?", id).orElseThrow();
            sql.run(
                    "UPDATE study SET series_count = series_count + ?, instance_count = instance_count + ?,"
                            + " file_count = file_count + ?, bytes = bytes + ?, modalities = ?, revision = revision + 1,"
                            + " updated = ? WHERE id = ?",
                    more.series,
                    more.instances,
                    more.files,
                    more.bytes,
                    Modalities.add(before, more.modalities),
                    millis,
                    id);
        });
    }
}
