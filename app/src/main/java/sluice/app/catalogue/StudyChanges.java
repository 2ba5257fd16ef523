package sluice.app.catalogue;

import java.util.Set;

/** Moves studies. */
public final class StudyChanges {

    private final Sql sql;
    private final Studies studies;
    private final Trace trace;

    StudyChanges(Sql sql, Studies studies, Trace trace) {
        this.sql = sql;
        this.studies = studies;
        this.trace = trace;
    }

    /**
     * Compare-and-set of the state. The audit entry tells both states.
     *
     * @throws StaleState when the study is in none of the expected states
     */
    public StudyRow move(StudyId study, Set<StudyState> expected, StudyState to) {
        StudyRow now = studies.get(study);
        if (!expected.contains(now.state())) {
            throw new StaleState(study, now.state());
        }
        return move(now, to);
    }

    /**
     * Compare-and-set against everything that was seen: fails also when content or pseudonym changed meanwhile.
     *
     * @param seen the row on which the decision was made
     * @throws StaleState when the study has another revision
     */
    public StudyRow moveIfUnchanged(StudyRow seen, StudyState to) {
        StudyRow now = studies.get(seen.id());
        if (now.revision() != seen.revision()) {
            throw new StaleState(seen.id(), now.state());
        }
        return move(now, to);
    }

    private StudyRow move(StudyRow now, StudyState to) {
        int moved = sql.run(
                "UPDATE study SET state = ?, revision = revision + 1, updated = ? WHERE handle = ? AND revision = ?",
                to.name(),
                trace.millis(),
                now.id().handle(),
                now.revision());
        if (moved != 1) {
            throw new StaleState(now.id(), now.state());
        }
        trace.about(now.id(), "from", now.state());
        trace.about(now.id(), "to", to);
        return studies.get(now.id());
    }

    /** Keeps the pseudonym under which the study leaves the house. */
    public void pseudonym(StudyId study, String pseudonym) {
        long id = studies.number(study);
        sql.run(
                "UPDATE study SET pseudonym = ?, revision = revision + 1, updated = ? WHERE id = ?",
                pseudonym,
                trace.millis(),
                id);
        trace.about(study, "pseudonym", pseudonym);
    }
}
