package sluice.app.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Records and settles findings. */
public final class FindingChanges {

    private final Sql sql;
    private final Crypt crypt;
    private final Studies studies;
    private final Trace trace;

    FindingChanges(Sql sql, Crypt crypt, Studies studies, Trace trace) {
        this.sql = sql;
        this.crypt = crypt;
        this.studies = studies;
        this.trace = trace;
    }

    /**
     * What a step says now about a study, in place of all that it said before. An acceptance lives on only for the very same
     * words about the very same content.
     *
     * @param scope digest of the artefact set that was looked at; empty when the source itself was
     */
    public void replace(StudyId study, String step, String scope, Collection<NewFinding> now) {
        long id = studies.number(study);
        record Said(String code, String detail) {}
        Set<Said> accepted = new HashSet<>(sql.list(
                row -> new Said(row.getString(1), row.getString(2)),
                "SELECT code, detail FROM finding WHERE study_id = ? AND step = ? AND scope = ? AND status = 'ACCEPTED'"
                        + " AND path_sealed IS NULL",
                id,
                step,
                scope));
        Set<Said> again = new HashSet<>();
        now.stream()
                .filter(f -> f.path() == null)
                .forEach(f -> again.add(new Said(f.text().code(), f.text().detail())));
        accepted.retainAll(again);
        sql.run(
                "UPDATE finding SET status = 'RESOLVED', settled_by = ?, settled = ? WHERE study_id = ? AND step = ?"
                        + " AND (status = 'OPEN' OR (status = 'ACCEPTED' AND scope <> ?))",
                trace.actor(),
                trace.millis(),
                id,
                step,
                scope);
        for (NewFinding finding : now) {
            if (finding.path() != null || !accepted.contains(new Said(finding.text().code(), finding.text().detail()))) {
                insert(id, step, scope, finding);
            }
        }
        trace.about(study, "findings." + step, now.size());
    }

    /** One more finding beside those that are there. */
    public void add(StudyId study, String step, String scope, NewFinding finding) {
        insert(studies.number(study), step, scope, finding);
        trace.about(study, "finding", finding.text().code());
    }

    /**
     * A person takes responsibility for a finding that stays as it is. Not possible for {@link Severity#STOP}.
     *
     * @return false when it is not open or must not be accepted
     */
    public boolean accept(long finding, String by) {
        return settle(finding, "ACCEPTED", by, " AND severity < " + Severity.STOP.ordinal());
    }

    /** What was accepted of a study is open again: whoever takes it up later has to look for himself. */
    public void reopenAccepted(StudyId study) {
        int opened = sql.run(
                "UPDATE finding SET status = 'OPEN', settled_by = NULL, settled = NULL WHERE study_id = ? AND status = 'ACCEPTED'",
                studies.number(study));
        trace.about(study, "findings.reopened", opened);
    }

    /** @return false when it is not open */
    public boolean resolve(long finding, String by) {
        return settle(finding, "RESOLVED", by, "");
    }

    private boolean settle(long finding, String status, String by, String also) {
        int changed = sql.run(
                "UPDATE finding SET status = ?, settled_by = ?, settled = ? WHERE id = ? AND status = 'OPEN'" + also,
                status,
                by,
                trace.millis(),
                finding);
        trace.note("finding." + finding, changed == 1 ? status : "not open");
        return changed == 1;
    }

    private void insert(long study, String step, String scope, NewFinding finding) {
        long id = sql.number("SELECT max(id) FROM finding") + 1;
        byte[] path = finding.path() == null
                ? null
                : crypt.seal(Findings.PATH, id, new Packed().text(finding.path()).toBytes());
        sql.run(
                "INSERT INTO finding (id, study_id, step, scope, code, severity, detail, path_sealed, status, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)",
                id,
                study,
                step,
                scope,
                finding.text().code(),
                finding.text().severity().ordinal(),
                finding.text().detail(),
                path,
                trace.millis());
    }
}
