package sluice.app.catalogue;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;

/** Plans and completes artefacts. */
public final class ArtefactChanges {

    private final Sql sql;
    private final Studies studies;
    private final Artefacts artefacts;
    private final Trace trace;

    ArtefactChanges(Sql sql, Studies studies, Artefacts artefacts, Trace trace) {
        this.sql = sql;
        this.studies = studies;
        this.artefacts = artefacts;
        this.trace = trace;
    }

    /**
     * Plans the next version, before any of its files is written. An earlier plan of the same step that was never completed
     * becomes {@link Artefact.Status#ABANDONED}.
     */
    public Artefact begin(StudyId study, ArtefactStep step, Artefact.Recipe recipe) {
        long studyNumber = studies.number(study);
        sql.run(
                "UPDATE artefact SET status = 'ABANDONED' WHERE study_id = ? AND step = ? AND status = 'PLANNED'",
                studyNumber,
                step.name());
        long version = 1
                + sql.number(
                        "SELECT max(version) FROM artefact WHERE study_id = ? AND step = ?", studyNumber, step.name());
        String folder = study.handle() + "/" + step.name().toLowerCase(Locale.ROOT) + "-" + version;
        long id = sql.number("SELECT max(id) FROM artefact") + 1;
        sql.run(
                "INSERT INTO artefact VALUES (?, ?, ?, ?, 'PLANNED', ?, ?, ?, NULL, 0, 0, ?, NULL)",
                id,
                studyNumber,
                step.name(),
                version,
                recipe.name(),
                recipe.digest(),
                folder,
                trace.millis());
        Artefact artefact = artefacts.get(id);
        tell(artefact);
        return artefact;
    }

    /**
     * The files are all in place and durable. The former complete version of the step becomes
     * {@link Artefact.Status#SUPERSEDED}; to be called in one transaction with the move of the study's state.
     *
     * @throws StaleState when the plan was abandoned or completed meanwhile
     */
    public Artefact complete(long id, Collection<ArtefactFile> files) {
        Artefact plan = artefacts.get(id);
        if (plan.status() != Artefact.Status.PLANNED) {
            throw new StaleState(plan.study(), studies.get(plan.study()).state());
        }
        sql.run(
                "UPDATE artefact SET status = 'SUPERSEDED' WHERE status = 'COMPLETE' AND step = ? AND study_id = ?",
                plan.step().name(),
                studies.number(plan.study()));
        for (ArtefactFile file : files) {
            sql.run(
                    "INSERT INTO artefact_file VALUES (?, ?, ?, ?, ?)",
                    id,
                    file.name(),
                    file.size(),
                    HexFormat.of().parseHex(file.sha256()),
                    file.source().isPresent() ? file.source().getAsLong() : null);
        }
        String digest = ArtefactFile.setDigest(files);
        sql.run(
                "UPDATE artefact SET status = 'COMPLETE', set_digest = ?, file_count = ?, bytes = ?, completed = ?"
                        + " WHERE id = ?",
                digest,
                files.size(),
                files.stream().mapToLong(ArtefactFile::size).sum(),
                trace.millis(),
                id);
        Artefact done = artefacts.get(id);
        tell(done);
        trace.about(done.study(), "setDigest", digest);
        trace.about(done.study(), "files", files.size());
        return done;
    }

    /** The plan is given up; its files may be removed. Does nothing to a complete artefact. */
    public void abandon(long id) {
        Artefact plan = artefacts.get(id);
        if (sql.run("UPDATE artefact SET status = 'ABANDONED' WHERE id = ? AND status = 'PLANNED'", id) == 1) {
            tell(plan);
        }
    }

    private void tell(Artefact artefact) {
        trace.about(artefact.study(), "artefact", artefact.content().folder());
        trace.about(artefact.study(), "recipe", artefact.recipe().name());
        trace.about(artefact.study(), "recipeDigest", artefact.recipe().digest());
    }
}
