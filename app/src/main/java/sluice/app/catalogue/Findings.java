package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads findings. */
public final class Findings {

    static final String PATH = "finding.path";

    private static final String ROW = "SELECT f.id, s.handle, f.step, f.code, f.severity, f.detail, f.path_sealed, f.file_id,"
            + " f.status, f.settled_by, f.created FROM finding f LEFT JOIN study s ON s.id = f.study_id ";

    private final Sql sql;
    private final Crypt crypt;
    private final Sources sources;

    Findings(Sql sql, Crypt crypt, Sources sources) {
        this.sql = sql;
        this.crypt = crypt;
        this.sources = sources;
    }

    /** The open findings of a study, gravest first. */
    public List<Finding> open(StudyId study) {
        return list("WHERE s.handle = ? AND f.status = 'OPEN' ORDER BY f.severity DESC, f.id", study.handle());
    }

    /** All findings of a study, also settled ones, oldest first. */
    public List<Finding> all(StudyId study) {
        return list("WHERE s.handle = ? ORDER BY f.id", study.handle());
    }

    /**
     * Files that belong to no study because they were not understood.
     *
     * @param afterId 0 for the first page, then the number of the last finding of the page before
     */
    public List<Finding> quarantine(long afterId, int limit) {
        return list("WHERE f.study_id IS NULL AND f.status = 'OPEN' AND f.id > ? ORDER BY f.id LIMIT ?", afterId, limit);
    }

    public long quarantined() {
        return sql.number("SELECT count(*) FROM finding WHERE study_id IS NULL AND status = 'OPEN'");
    }

    private List<Finding> list(String where, Object... values) {
        record Raw(Finding finding, byte[] sealedPath, long file) {}
        return sql.list(row -> new Raw(finding(row), row.getBytes(7), row.getLong(8)), ROW + where, values).stream()
                .map(raw -> withPath(raw.finding(), raw.sealedPath(), raw.file()))
                .toList();
    }

    private Finding withPath(Finding f, byte[] sealed, long file) {
        Optional<String> path = Optional.empty();
        if (sealed != null) {
            path = Optional.of(new Packed.Reader(crypt.open(PATH, f.id(), sealed)).text());
        } else if (file != 0) {
            path = sources.path(file);
        }
        return new Finding(f.id(), f.study(), f.step(), f.text(), path, f.settlement(), f.created());
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong(1),
                Optional.ofNullable(row.getString(2)).map(StudyId::new),
                row.getString(3),
                new FindingText(row.getString(4), Severity.values()[row.getInt(5)], row.getString(6)),
                Optional.empty(),
                new Finding.Settlement(
                        Finding.Status.valueOf(row.getString(9)), Optional.ofNullable(row.getString(10))),
                Instant.ofEpochMilli(row.getLong(11)));
    }
}
