package sluice.app.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds or makes the study and series rows of a batch. Lives for one transaction. */
final class StudyTable {

    /** Internal numbers of a file's study and series. */
    record Place(long study, long series) {}

    private record SeriesKey(long study, String key) {}

    private final Sql sql;
    private final Crypt crypt;
    private final SourceFindings findings;
    private final Tally tally;
    private final long millis;
    private final Map<String, Long> studies = new HashMap<>();
    private final Map<SeriesKey, Long> series = new HashMap<>();
    private final Map<Long, Set<String>> patients = new HashMap<>();

    StudyTable(Sql sql, Crypt crypt, SourceFindings findings, Tally tally, long millis) {
        this.sql = sql;
        this.crypt = crypt;
        this.findings = findings;
        this.tally = tally;
        this.millis = millis;
    }

    Place place(SourceItem.SourceFile file) {
        ObjectKeys keys = file.keys();
        Long study = studies.get(keys.studyKey());
        if (study == null) {
            study = study(file);
            studies.put(keys.studyKey(), study);
        }
        patient(study, file.identity().patientId());
        SeriesKey key = new SeriesKey(study, keys.seriesKey());
        Long inSeries = series.get(key);
        if (inSeries == null) {
            inSeries = series(key, file.facts().modality());
            series.put(key, inSeries);
        }
        return new Place(study, inSeries);
    }

    StudyId handle(long id) {
        return new StudyId(sql.one(row -> row.getString(1), "SELECT handle FROM study WHERE id = ?", id).orElseThrow());
    }

    private long study(SourceItem.SourceFile file) {
        byte[] index = crypt.index("study", file.keys().studyKey());
        String patientId = file.identity().patientId();
        byte[] patient = patientId.isEmpty() ? null : crypt.index("patient", patientId);
        var known = sql.one(row -> row.getLong(1), "SELECT id FROM study WHERE study_index = ?", (Object) index);
        if (known.isPresent()) {
            return known.get();
        }
        long id = sql.number("SELECT max(id) FROM study") + 1;
        sql.run(
                "INSERT INTO study VALUES (?, ?, ?, ?, ?, 'FOUND', 1, '', 0, 0, 0, 0, NULL, ?, ?, ?)",
                id,
                freeHandle(index),
                index,
                patient,
                file.facts().kind().name(),
                crypt.seal(Studies.IDENTITY, id, pack(file.identity())),
                millis,
                millis);
        return id;
    }

    /** Two patient IDs in one study: a mix-up at the source, or an ID that was corrected half-way. */
    private void patient(long study, String patientId) {
        if (patientId.isEmpty() || !patients.computeIfAbsent(study, s -> new HashSet<>()).add(patientId)) {
            return;
        }
        byte[] known = sql.one(row -> row.getBytes(1), "SELECT patient_index FROM study WHERE id = ?"
                        + " AND patient_index IS NOT NULL", study)
                .orElse(null);
        if (known == null) {
            sql.run("UPDATE study SET patient_index = ? WHERE id = ?", crypt.index("patient", patientId), study);
        } else if (!Arrays.equals(known, crypt.index("patient", patientId))) {
            findings.addOnce(study, SourceFindings.PATIENT);
        }
    }

    private String freeHandle(byte[] index) {
        for (int length = 10; length <= 24; length += 2) {
            String handle = Base32.encode(index, length);
            if (sql.number("SELECT count(*) FROM study WHERE handle = ?", handle) == 0) {
                return handle;
            }
        }
        throw new IllegalStateException("two study keys with one digest");
    }

    private long series(SeriesKey key, String modality) {
        byte[] index = crypt.index("series", key.key());
        return sql.one(
                        row -> row.getLong(1),
                        "SELECT id FROM series WHERE study_id = ? AND series_index = ?",
                        key.study(),
                        index)
                .orElseGet(() -> {
                    long id = sql.number("SELECT max(id) FROM series") + 1;
                    sql.run(
                            "INSERT INTO series VALUES (?, ?, ?, ?, ?, 0, 0)",
                            id,
                            key.study(),
                            index,
                            crypt.seal(SourceRecorder.SERIES_KEY, id, new Packed().text(key.key()).toBytes()),
                            modality);
                    tally.newSeries(key.study());
                    return id;
                });
    }

    private static byte[] pack(StudyIdentity identity) {
        return new Packed()
                .text(identity.patientName())
                .text(identity.patientId())
                .text(identity.birthDate())
                .text(identity.studyUid())
                .text(identity.studyDate())
                .text(identity.accessionNumber())
                .text(identity.description())
                .toBytes();
    }
}
