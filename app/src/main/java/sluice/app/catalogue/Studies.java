package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads studies. */
public final class Studies {

    static final String IDENTITY = "study.identity";

    private static final String ROW = "SELECT s.handle, s.kind, s.state, s.revision, s.modalities, s.series_count,"
            + " s.instance_count, s.file_count, s.bytes, s.pseudonym, s.updated,"
            + " (SELECT max(f.severity) FROM finding f WHERE f.study_id = s.id AND f.status = 'OPEN') FROM study s ";

    private final Sql sql;
    private final Crypt crypt;

    Studies(Sql sql, Crypt crypt) {
        this.sql = sql;
        this.crypt = crypt;
    }

    /** One page of the work list; its cost does not depend on how far the list was paged. */
    public StudyPage page(StudyQuery query) {
        StringBuilder where = new StringBuilder("WHERE 1");
        List<Object> values = new ArrayList<>();
        if (!query.states().isEmpty()) {
            where.append(" AND s.state IN (?").append(", ?".repeat(query.states().size() - 1)).append(')');
            query.states().stream().map(Enum::name).sorted().forEach(values::add);
        }
        if (query.modality() != null) {
            where.append(" AND instr(s.modalities, ?) > 0");
            values.add("|" + query.modality() + "|");
        }
        if (query.text() != null) {
            where.append(" AND (instr(s.handle, lower(?)) > 0 OR instr(lower(coalesce(s.pseudonym, '')), lower(?)) > 0)");
            values.add(query.text());
            values.add(query.text());
        }
        boolean byUpdate = query.sort() == StudyQuery.Sort.UPDATED;
        StudyQuery.Cursor after = query.after();
        if (after != null && byUpdate) {
            where.append(" AND (s.updated < ? OR (s.updated = ? AND s.handle > ?))");
            values.addAll(List.of(after.updatedMillis(), after.updatedMillis(), after.handle()));
        } else if (after != null) {
            where.append(" AND s.handle > ?");
            values.add(after.handle());
        }
        where.append(byUpdate ? " ORDER BY s.updated DESC, s.handle" : " ORDER BY s.handle").append(" LIMIT ?");
        values.add(query.limit() + 1);
        return cut(sql.list(Studies::row, ROW + where, values.toArray()), query.limit());
    }

    private static StudyPage cut(List<StudyRow> rows, int limit) {
        if (rows.size() <= limit) {
            return new StudyPage(List.copyOf(rows), Optional.empty());
        }
        StudyRow last = rows.get(limit - 1);
        var cursor = new StudyQuery.Cursor(last.updated().toEpochMilli(), last.id().handle());
        return new StudyPage(List.copyOf(rows.subList(0, limit)), Optional.of(cursor));
    }

    public Optional<StudyRow> find(StudyId study) {
        return sql.one(Studies::row, ROW + "WHERE s.handle = ?", study.handle());
    }

    /** @throws UnknownStudy when the handle names none */
    public StudyRow get(StudyId study) {
        return find(study).orElseThrow(() -> new UnknownStudy("study " + study.handle()));
    }

    /** The study of a Study Instance UID or what stands for it. */
    public Optional<StudyRow> byStudyKey(String studyKey) {
        return sql.one(Studies::row, ROW + "WHERE s.study_index = ?", crypt.index("study", studyKey));
    }

    /** The studies of a patient ID as it stands in the source. */
    public List<StudyRow> byPatientId(String patientId) {
        return sql.list(
                Studies::row, ROW + "WHERE s.patient_index = ? ORDER BY s.handle", crypt.index("patient", patientId));
    }

    /** The studies that carry a pseudonym. */
    public List<StudyRow> byPseudonym(String pseudonym) {
        return sql.list(Studies::row, ROW + "WHERE s.pseudonym = ? ORDER BY s.handle", pseudonym);
    }

    /** Who the study is about: for the data holder's eyes only. */
    public StudyIdentity identity(StudyId study) {
        long id = number(study);
        byte[] sealed = sql.one(row -> row.getBytes(1), "SELECT identity_sealed FROM study WHERE id = ?", id)
                .orElseThrow();
        Packed.Reader in = new Packed.Reader(crypt.open(IDENTITY, id, sealed));
        return new StudyIdentity(in.text(), in.text(), in.text(), in.text(), in.text(), in.text(), in.text());
    }

    /** The series of a study in the order in which they were found. */
    public List<SeriesRow> series(StudyId study) {
        record Raw(long id, byte[] key, String modality, int instances, long bytes) {}
        return sql
                .list(
                        row -> new Raw(
                                row.getLong(1), row.getBytes(2), row.getString(3), row.getInt(4), row.getLong(5)),
                        "SELECT id, key_sealed, modality, instance_count, bytes FROM series WHERE study_id = ? ORDER BY id",
                        number(study))
                .stream()
                .map(raw -> new SeriesRow(
                        raw.id(),
                        new Packed.Reader(crypt.open(SourceRecorder.SERIES_KEY, raw.id(), raw.key())).text(),
                        raw.modality(),
                        raw.instances(),
                        raw.bytes()))
                .toList();
    }

    /** How many studies are in each state that has any. */
    public List<StateCount> countsByState() {
        return sql.list(
                row -> new StateCount(
                        StudyState.valueOf(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)),
                "SELECT state, count(*), sum(instance_count), sum(bytes) FROM study GROUP BY state ORDER BY state");
    }

    /** The internal number. */
    long number(StudyId study) {
        return sql.one(row -> row.getLong(1), "SELECT id FROM study WHERE handle = ?", study.handle())
                .orElseThrow(() -> new UnknownStudy("study " + study.handle()));
    }

    private static StudyRow row(ResultSet row) throws SQLException {
        int worst = row.getInt(12);
        Optional<Severity> severity = row.wasNull() ? Optional.empty() : Optional.of(Severity.values()[worst]);
        return new StudyRow(
                new StudyId(row.getString(1)),
                SourceKind.valueOf(row.getString(2)),
                StudyState.valueOf(row.getString(3)),
                row.getLong(4),
                new StudySummary(
                        Modalities.list(row.getString(5)),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getLong(9),
                        severity),
                Optional.ofNullable(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(11)));
    }
}
