package sluice.app.catalogue;

import java.util.HashMap;
import java.util.Map;

/** What a scan says about studies and odd files. Lives for one transaction. */
final class SourceFindings {

    /** The step name of everything here. */
    static final String STEP = "scan";

    /**
     * @param severity once work on the study has begun
     * @param alwaysGrave true when it weighs as much before that; else it is a note then
     */
    record Kind(String code, Severity severity, boolean alwaysGrave, String text) {}

    static final Kind CHANGED = new Kind(
            "source-changed",
            Severity.HOLD,
            false,
            "A source file is not what was recorded before; made anew from it, the study may differ.");
    static final Kind VANISHED = new Kind(
            "source-vanished", Severity.HOLD, true, "A source file is no longer where it was.");
    static final Kind ADDED = new Kind(
            "source-added", Severity.HOLD, false, "A file joined the study after work on it had begun; artefacts lack it.");
    static final Kind SAME = new Kind(
            "duplicate-same", Severity.NOTE, true, "The same object is there twice with equal content; one counts.");
    static final Kind DIFFERENT = new Kind(
            "duplicate-different",
            Severity.HOLD,
            true,
            "Two files have one SOP Instance UID and different content; the one found first counts.");
    static final Kind PATIENT = new Kind(
            "patient-differs", Severity.HOLD, true, "Files of one study name different patient IDs.");

    private final Sql sql;
    private final String actor;
    private final long millis;
    private final Map<Long, Boolean> begun = new HashMap<>();

    SourceFindings(Sql sql, String actor, long millis) {
        this.sql = sql;
        this.actor = actor;
        this.millis = millis;
    }

    void add(long study, Long file, Kind kind) {
        Severity severity = kind.alwaysGrave() || begun(study) ? kind.severity() : Severity.NOTE;
        insert(study, file, kind.code(), severity, kind.text());
    }

    void addOnce(long study, Kind kind) {
        long there = sql.number(
                "SELECT count(*) FROM finding WHERE study_id = ? AND code = ? AND status <> 'RESOLVED'", study, kind.code());
        if (there == 0) {
            add(study, null, kind);
        }
    }

    /** A file was added to a study: worth telling only when somebody may have worked with the smaller one. */
    void joined(long study, long file) {
        if (begun(study)) {
            add(study, file, ADDED);
        }
    }

    void quarantine(long file, SourceItem.Quarantined odd) {
        insert(null, file, odd.code(), odd.severity(), odd.detail());
    }

    boolean sameInQuarantine(long file, SourceItem.Quarantined odd, long size) {
        return size == odd.stamp().size()
                && sql.number(
                                "SELECT count(*) FROM finding WHERE file_id = ? AND code = ? AND detail = ?"
                                        + " AND status <> 'RESOLVED'",
                                file,
                                odd.code(),
                                odd.detail())
                        > 0;
    }

    void settleFile(long file) {
        settle("file_id = ?", file);
    }

    void settleDuplicate(long file) {
        settle("file_id = ? AND code IN ('duplicate-same', 'duplicate-different')", file);
    }

    private void settle(String which, long file) {
        sql.run(
                "UPDATE finding SET status = 'RESOLVED', settled_by = ?, settled = ? WHERE status <> 'RESOLVED' AND "
                        + which,
                actor,
                millis,
                file);
    }

    private boolean begun(long study) {
        return begun.computeIfAbsent(
                study,
                id -> sql.number("SELECT state NOT IN ('FOUND', 'CATALOGUED') FROM study WHERE id = ?", id) == 1);
    }

    private void insert(Long study, Long file, String code, Severity severity, String text) {
        sql.run(
                "INSERT INTO finding (study_id, file_id, step, scope, code, severity, detail, status, created)"
                        + " VALUES (?, ?, ?, '', ?, ?, ?, 'OPEN', ?)",
                study,
                file,
                STEP,
                code,
                severity.ordinal(),
                text,
                millis);
    }
}
