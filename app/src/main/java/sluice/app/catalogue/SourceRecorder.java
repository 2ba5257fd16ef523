package sluice.app.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One batch of a scan, file by file. Lives for one transaction. */
final class SourceRecorder {

    static final String SERIES_KEY = "series.key";

    private final Sql sql;
    private final Crypt crypt;
    private final Sources sources;
    private final SourceFindings findings;
    private final StudyTable studies;
    private final SourceIndex index;
    private final long millis;
    private final Tally tally = new Tally();
    private long lastId;
    private int added;
    private int changed;
    private int unchanged;
    private int duplicates;
    private int quarantined;

    SourceRecorder(Sql sql, Crypt crypt, Sources sources, SourceFindings findings, long millis) {
        this.sql = sql;
        this.crypt = crypt;
        this.sources = sources;
        this.index = new SourceIndex(crypt);
        this.findings = findings;
        this.millis = millis;
        this.studies = new StudyTable(sql, crypt, findings, tally, millis);
    }

    /** A recorded version of a file. */
    private record Version(
            long id, int version, FileState state, StudyTable.Place place, byte[] content, boolean counts, long size) {}

    RecordResult record(Collection<? extends SourceItem> batch) {
        lastId = sql.number("SELECT max(id) FROM source_file");
        for (SourceItem item : batch) {
            byte[] path = index.path(item.stamp().path());
            Optional<Version> before = current(path);
            if (item instanceof SourceItem.SourceFile file) {
                file(file, path, before);
            } else if (item instanceof SourceItem.Quarantined odd) {
                quarantine(odd, path, before);
            }
        }
        return finish();
    }

    void vanished(Collection<Long> fileIds) {
        for (long id : fileIds) {
            version("id = ? AND state IN ('PRESENT', 'QUARANTINED')", id).ifPresent(file -> {
                if (file.state() == FileState.QUARANTINED) {
                    findings.settleFile(id);
                } else {
                    findings.add(file.place().study(), id, SourceFindings.VANISHED);
                }
                retire(file, FileState.VANISHED);
            });
        }
        finish();
    }

    private RecordResult finish() {
        tally.write(sql, millis);
        Set<StudyId> touched = new HashSet<>();
        for (long id : tally.studies()) {
            touched.add(studies.handle(id));
        }
        return new RecordResult(added, changed, unchanged, duplicates, quarantined, Set.copyOf(touched));
    }

    private void file(SourceItem.SourceFile file, byte[] path, Optional<Version> before) {
        byte[] content = crypt.index("content", file.sha256());
        if (before.isEmpty()) {
            added++;
            insert(file, path, content, 1, true);
            return;
        }
        Version old = before.get();
        boolean same = old.size() == file.stamp().size() && Arrays.equals(old.content(), content);
        boolean present = old.state() == FileState.PRESENT;
        if (same && present) {
            refresh(old.id(), file.stamp());
            unchanged++;
            return;
        }
        if (present) {
            findings.add(old.place().study(), old.id(), SourceFindings.CHANGED);
            changed++;
        } else {
            added++;
        }
        if (same || old.state() == FileState.QUARANTINED) {
            findings.settleFile(old.id());
        }
        retire(old, FileState.SUPERSEDED);
        insert(file, path, content, old.version() + 1, !same);
    }

    private void insert(SourceItem.SourceFile file, byte[] path, byte[] content, int version, boolean news) {
        StudyTable.Place place = studies.place(file);
        String sop = file.keys().sopInstanceUid();
        byte[] object = index.object(file.keys(), file.sha256());
        Optional<Version> twin = version("object_index = ? AND state = 'PRESENT' AND counts = 1", (Object) object);
        long id = ++lastId;
        sql.run(
                "INSERT INTO source_file VALUES (?, ?, ?, 'PRESENT', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                path,
                version,
                place.study(),
                place.series(),
                object,
                content,
                twin.isPresent() ? 0 : 1,
                file.facts().kind().name(),
                file.stamp().size(),
                file.facts().sopClass(),
                file.facts().modality(),
                file.facts().transferSyntax(),
                file.facts().frames(),
                sources.seal(
                        id,
                        new Sources.Sealed(file.stamp().path(), file.stamp().modifiedNanos(), file.sha256(), sop)));
        tally.file(place.study(), 1);
        tally.modality(place.study(), file.facts().modality());
        if (twin.isPresent()) {
            duplicates++;
            boolean same = Arrays.equals(twin.get().content(), content);
            findings.add(place.study(), id, same ? SourceFindings.SAME : SourceFindings.DIFFERENT);
        } else {
            tally.object(place.study(), place.series(), file.stamp().size(), 1);
        }
        if (news) {
            findings.joined(place.study(), id);
        }
    }

    private void quarantine(SourceItem.Quarantined odd, byte[] path, Optional<Version> before) {
        int version = 1;
        if (before.isPresent()) {
            Version old = before.get();
            if (old.state() == FileState.QUARANTINED && findings.sameInQuarantine(old.id(), odd, old.size())) {
                refresh(old.id(), odd.stamp());
                unchanged++;
                return;
            }
            version = old.version() + 1;
            if (old.state() == FileState.PRESENT) {
                findings.add(old.place().study(), old.id(), SourceFindings.CHANGED);
            } else if (old.state() == FileState.QUARANTINED) {
                findings.settleFile(old.id());
            }
            retire(old, FileState.SUPERSEDED);
        }
        long id = ++lastId;
        sql.run(
                "INSERT INTO source_file (id, path_index, version, state, counts, kind, size, frames, file_sealed)"
                        + " VALUES (?, ?, ?, 'QUARANTINED', 0, 'OTHER', ?, 0, ?)",
                id,
                path,
                version,
                odd.stamp().size(),
                sources.seal(id, new Sources.Sealed(odd.stamp().path(), odd.stamp().modifiedNanos(), "", null)));
        findings.quarantine(id, odd);
        quarantined++;
    }

    /** The content is the same: only the time of last change may be new. */
    private void refresh(long id, FileStamp stamp) {
        byte[] sealed = sql.one(row -> row.getBytes(1), "SELECT file_sealed FROM source_file WHERE id = ?", id).orElseThrow();
        Sources.Sealed plain = sources.unseal(id, sealed);
        if (plain.modifiedNanos() != stamp.modifiedNanos()) {
            sql.run(
                    "UPDATE source_file SET file_sealed = ? WHERE id = ?",
                    sources.seal(id, plain.modified(stamp.modifiedNanos())),
                    id);
        }
    }

    /** Takes a file out of the present ones; another file of the same object, if there is one, counts instead. */
    private void retire(Version file, FileState to) {
        sql.run("UPDATE source_file SET state = ?, counts = 0 WHERE id = ?", to.name(), file.id());
        if (file.state() != FileState.PRESENT) {
            return;
        }
        tally.file(file.place().study(), -1);
        findings.settleDuplicate(file.id());
        if (!file.counts()) {
            return;
        }
        tally.object(file.place().study(), file.place().series(), file.size(), -1);
        version(
                        "object_index = (SELECT object_index FROM source_file WHERE id = ?) AND state = 'PRESENT'"
                                + " ORDER BY id LIMIT 1",
                        file.id())
                .ifPresent(heir -> {
                    sql.run("UPDATE source_file SET counts = 1 WHERE id = ?", heir.id());
                    findings.settleDuplicate(heir.id());
                    tally.object(heir.place().study(), heir.place().series(), heir.size(), 1);
                });
    }

    private Optional<Version> current(byte[] path) {
        return version("path_index = ? AND state <> 'SUPERSEDED'", (Object) path);
    }

    private Optional<Version> version(String where, Object... values) {
        return sql.one(
                row -> new Version(
                        row.getLong(1),
                        row.getInt(2),
                        FileState.valueOf(row.getString(3)),
                        new StudyTable.Place(row.getLong(4), row.getLong(5)),
                        row.getBytes(6),
                        row.getInt(7) == 1,
                        row.getLong(8)),
                "SELECT id, version, state, study_id, series_id, content_tag, counts, size FROM source_file WHERE " + where,
                values);
    }
}
