package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads artefacts. */
public final class Artefacts {

    private static final String ROW = "SELECT a.id, s.handle, a.step, a.version, a.status, a.recipe_name, a.recipe_digest,"
            + " a.folder, a.set_digest, a.file_count, a.bytes, a.created FROM artefact a JOIN study s ON s.id = a.study_id ";

    private final Sql sql;

    Artefacts(Sql sql) {
        this.sql = sql;
    }

    /** All artefacts of a study, oldest first. */
    public List<Artefact> of(StudyId study) {
        return sql.list(Artefacts::row, ROW + "WHERE s.handle = ? ORDER BY a.id", study.handle());
    }

    /** @throws UnknownStudy when there is none with this number */
    public Artefact get(long id) {
        return sql.one(Artefacts::row, ROW + "WHERE a.id = ?", id)
                .orElseThrow(() -> new UnknownStudy("artefact " + id));
    }

    /** The complete artefact of a step. */
    public Optional<Artefact> current(StudyId study, ArtefactStep step) {
        return sql.one(
                Artefacts::row,
                ROW + "WHERE s.handle = ? AND a.step = ? AND a.status = 'COMPLETE' ORDER BY a.id DESC LIMIT 1",
                study.handle(),
                step.name());
    }

    /** What would leave now: the content artefact that was completed last. */
    public Optional<Artefact> currentContent(StudyId study) {
        return sql.one(
                Artefacts::row,
                ROW + "WHERE s.handle = ? AND a.step IN ('DEIDENTIFIED', 'DEFACED') AND a.status = 'COMPLETE'"
                        + " ORDER BY a.completed DESC, a.id DESC LIMIT 1",
                study.handle());
    }

    /** Artefacts that were begun and neither completed nor abandoned: being made now, or left behind. */
    public List<Artefact> open() {
        return sql.list(Artefacts::row, ROW + "WHERE a.status = 'PLANNED' ORDER BY a.id");
    }

    /** The files of a complete artefact, by name. */
    public List<ArtefactFile> files(long artefact) {
        return sql.list(
                row -> new ArtefactFile(
                        row.getString(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)), Sql.number(row, 4)),
                "SELECT name, size, sha256, source_id FROM artefact_file WHERE artefact_id = ? ORDER BY name",
                artefact);
    }

    private static Artefact row(ResultSet row) throws SQLException {
        return new Artefact(
                row.getLong(1),
                new StudyId(row.getString(2)),
                ArtefactStep.valueOf(row.getString(3)),
                row.getInt(4),
                Artefact.Status.valueOf(row.getString(5)),
                new Artefact.Recipe(row.getString(6), row.getString(7)),
                new Artefact.Content(
                        row.getString(8),
                        Optional.ofNullable(row.getString(9)),
                        row.getInt(10),
                        row.getLong(11),
                        Instant.ofEpochMilli(row.getLong(12))));
    }
}
