package sluice.app.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads decisions. */
public final class Decisions {

    static final String WHY = "decision.why";

    private final Sql sql;
    private final Crypt crypt;
    private final Artefacts artefacts;

    Decisions(Sql sql, Crypt crypt, Artefacts artefacts) {
        this.sql = sql;
        this.crypt = crypt;
        this.artefacts = artefacts;
    }

    /** All decisions about a study, oldest first. */
    public List<Decision> of(StudyId study) {
        return sql.list(
                row -> new Decision(
                        row.getLong(1),
                        Decision.Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        new Packed.Reader(crypt.open(WHY, row.getLong(1), row.getBytes(4))).text(),
                        Sql.number(row, 5),
                        Optional.ofNullable(row.getString(6)),
                        Instant.ofEpochMilli(row.getLong(7))),
                "SELECT d.id, d.kind, d.decided_by, d.why_sealed, d.artefact_id, d.set_digest, d.decided FROM decision d"
                        + " JOIN study s ON s.id = d.study_id WHERE s.handle = ? ORDER BY d.id",
                study.handle());
    }

    /** Whether the last decision approves the content that would leave now. */
    public Approval standing(StudyId study) {
        List<Decision> all = of(study);
        if (all.isEmpty()) {
            return new Approval.Absent();
        }
        Decision last = all.get(all.size() - 1);
        if (last.kind() != Decision.Kind.APPROVE) {
            return new Approval.Refused(last);
        }
        Optional<Artefact> now = artefacts.currentContent(study);
        boolean same = now.isPresent()
                && last.artefact().equals(OptionalLong.of(now.get().id()))
                && last.setDigest().equals(now.get().content().setDigest());
        return same ? new Approval.Valid(last) : new Approval.Void(last);
    }
}
