package sluice.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known of source files. */
public final class Sources {

    static final String FILE = "source_file.file";

    private static final String KNOWN = "SELECT f.id, f.size, f.file_sealed, f.state, s.handle"
            + " FROM source_file f LEFT JOIN study s ON s.id = f.study_id ";

    private final Sql sql;
    private final Crypt crypt;

    Sources(Sql sql, Crypt crypt) {
        this.sql = sql;
        this.crypt = crypt;
    }

    /**
     * What was last recorded under each of these paths; unknown ones are absent. A present file of the same size and time
     * need not be read again.
     */
    public Map<String, KnownFile> known(Collection<String> paths) {
        Map<String, KnownFile> known = new HashMap<>();
        SourceIndex index = new SourceIndex(crypt);
        for (String path : paths) {
            sql.one(
                            this::known,
                            KNOWN + "WHERE f.path_index = ? AND f.state <> 'SUPERSEDED'",
                            index.path(path))
                    .ifPresent(file -> known.put(path, file));
        }
        return known;
    }

    /**
     * The files that a scan should find again, present or in quarantine, by their number.
     *
     * @param afterId 0 for the first page, then the number of the last file of the page before
     */
    public List<KnownFile> expected(long afterId, int limit) {
        return sql.list(
                this::known,
                KNOWN + "WHERE f.id > ? AND f.state IN ('PRESENT', 'QUARANTINED') ORDER BY f.id LIMIT ?",
                afterId,
                limit);
    }

    /** The present files of a study in the order in which they were found, duplicates included. */
    public List<SourceInstance> of(StudyId study) {
        return sql.list(
                this::instance,
                "SELECT f.id, f.size, f.file_sealed, f.series_id, f.kind, f.modality, f.sop_class, f.transfer_syntax,"
                        + " f.frames, f.counts FROM source_file f WHERE f.state = 'PRESENT'"
                        + " AND f.study_id = (SELECT id FROM study WHERE handle = ?) ORDER BY f.id",
                study.handle());
    }

    private KnownFile known(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Sealed sealed = unseal(id, row.getBytes(3));
        String handle = row.getString(5);
        return new KnownFile(
                id,
                new FileStamp(sealed.path(), row.getLong(2), sealed.modifiedNanos()),
                sealed.sha256(),
                handle == null ? null : new StudyId(handle),
                FileState.valueOf(row.getString(4)));
    }

    private SourceInstance instance(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        Sealed sealed = unseal(id, row.getBytes(3));
        return new SourceInstance(
                id,
                new FileStamp(sealed.path(), row.getLong(2), sealed.modifiedNanos()),
                sealed.sha256(),
                sealed.sopInstanceUid(),
                row.getLong(4),
                new ObjectFacts(
                        SourceKind.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9)),
                row.getInt(10) == 1);
    }

    /** The identifying part of a row. */
    record Sealed(String path, long modifiedNanos, String sha256, String sopInstanceUid) {

        Sealed modified(long nanos) {
            return new Sealed(path, nanos, sha256, sopInstanceUid);
        }

        @Override
        public String toString() {
            return "Sealed[…]";
        }
    }

    Sealed unseal(long id, byte[] sealed) {
        Packed.Reader in = new Packed.Reader(crypt.open(FILE, id, sealed));
        return new Sealed(in.text(), in.number(), in.text(), in.text());
    }

    byte[] seal(long id, Sealed plain) {
        return crypt.seal(
                FILE,
                id,
                new Packed()
                        .text(plain.path())
                        .number(plain.modifiedNanos())
                        .text(plain.sha256())
                        .text(plain.sopInstanceUid())
                        .toBytes());
    }

    /** The stored path of a file of any state. */
    Optional<String> path(long fileId) {
        return sql.one(
                row -> unseal(fileId, row.getBytes(1)).path(),
                "SELECT file_sealed FROM source_file WHERE id = ?",
                fileId);
    }
}
