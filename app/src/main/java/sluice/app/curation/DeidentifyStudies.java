package sluice.app.curation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.ArtefactStep;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.Finding;
import sluice.app.catalogue.SourceInstance;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;
import sluice.app.deid.Deidentification;
import sluice.app.deid.pseudonym.ProjectSecrets;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.job.Progress;

/** Writes de-identified copies of studies into the workspace. Originals are read only. */
public final class DeidentifyStudies {
    /** The name of this step in the catalogue. */
    static final String STEP = "deidentify";
    private static final Set<StudyState> READY = Set.of(StudyState.CATALOGUED, StudyState.IN_REVIEW);
    /** Findings of a scan that say no more than that the artefacts are older than the originals. */
    private static final Set<String> MADE_ANEW = Set.of("source-added", "source-changed");
    private final Catalogue catalogue;
    private final WorkspaceFolder folder;
    private final ProjectSecrets secrets;
    private final String actor;
    private final StudyCopier copier;
    private final int workers;
    private final RecipeBook recipes = new RecipeBook();

    public DeidentifyStudies(Catalogue catalogue, WorkspaceFolder folder, ProjectSecrets secrets, String actor, int workers) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.secrets = secrets;
        this.actor = actor;
        this.copier = new StudyCopier(workers);
        this.workers = workers;
    }

    /** @throws CurationException.Unknown when there is no such recipe */
    void requireRecipe(String recipe) throws CurationException, IOException {
        recipes.get(recipe);
    }

    /** @param recipe a shipped recipe's name, or a path to a recipe file */
    public BatchResult<StepRow> run(Selection selection, String recipe, Progress progress)
            throws CurationException, IOException, InterruptedException {
        Deidentification deidentification = Deidentification.of(recipes.get(recipe), secrets, Tesseract.ifInstalled());
        List<StudyRow> studies = StudyHandles.find(catalogue, selection, READY);
        sweepAbandoned();
        SharedKnowledge knowledge = survey(studies, deidentification);
        progress.phase("de-identify", studies.stream().mapToLong(s -> s.summary().instances()).sum(),
                studies.stream().mapToLong(s -> s.summary().bytes()).sum());
        List<StepRow> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int gates = 0;
        for (StudyRow study : studies) {
            String handle = study.id().handle();
            if (!Moves.legal(study.state(), StudyState.DEIDENTIFIED)) {
                gates++;
                problems.add(new Problem(handle, "not-ready", "a study that is " + study.state() + " cannot be de-identified"));
                continue;
            }
            try {
                done.add(study(study, deidentification, knowledge, progress, problems));
            } catch (CatalogueException e) {
                problems.add(new Problem(handle, "changed", e.getMessage()));
            } catch (StudyCopier.NothingLeft e) {
                problems.add(new Problem(handle, e.code(), e.getMessage()));
            } catch (IOException e) {
                IoTrouble trouble = IoTrouble.of(e);
                problems.add(new Problem(handle, trouble.name(), trouble.text()));
                if (trouble == IoTrouble.DISK_FULL || trouble == IoTrouble.READ_ONLY) {
                    break; // the others would fail too
                }
            }
        }
        return BatchResult.of(done, problems, gates);
    }

    private SharedKnowledge survey(List<StudyRow> studies, Deidentification deidentification) throws InterruptedException {
        Iterator<Path> files = studies.stream().flatMap(study -> sources(study).stream())
                .map(source -> Path.of(source.stamp().path())).iterator();
        return new PatientSurvey(workers).of(deidentification, files);
    }

    private List<SourceInstance> sources(StudyRow study) {
        return catalogue.read(view -> view.sources().of(study.id())).stream().filter(SourceInstance::counts).toList();
    }

    private StepRow study(StudyRow study, Deidentification deidentification, SharedKnowledge knowledge, Progress progress,
            List<Problem> problems)
            throws IOException, InterruptedException, StudyCopier.NothingLeft {
        String handle = study.id().handle();
        Recipe recipe = deidentification.recipe();
        List<SourceInstance> sources = sources(study);
        List<Finding> outdated = catalogue.read(view -> view.findings().open(study.id())).stream()
                .filter(f -> MADE_ANEW.contains(f.text().code())).toList();
        Artefact plan = catalogue.commit(AuditDraft.of(actor, "study.deidentify.begin").about(handle),
                change -> change.artefacts().begin(study.id(), ArtefactStep.DEIDENTIFIED,
                        new Artefact.Recipe(recipe.name() + " " + recipe.version(), recipe.digest())));
        Path target = folder.artefacts().resolve(plan.content().folder());
        StudyCopier.Copied copied = copier.copy(sources, target, deidentification, knowledge, progress);
        new StudyReport(folder.artefacts()).write(plan, deidentification, copied);
        StudyRow now = catalogue.commit(AuditDraft.of(actor, "study.deidentify").about(handle)
                .with("table", deidentification.edition()).with("secretVersion", StudyReport.versions(deidentification, copied).stream()
                        .map(String::valueOf).collect(Collectors.joining(",")))
                .with("refused", copied.refused().size()), change -> {
                    Artefact made = change.artefacts().complete(plan.id(), copied.files());
                    // an acceptance of what was left out holds for these very files only
                    change.findings().replace(study.id(), STEP, made.content().setDigest().orElseThrow(), copied.findings());
                    for (Finding old : outdated) {
                        change.findings().resolve(old.id(), actor);
                    }
                    change.pseudonyms().record(copied.pairs().patients(), copied.pairs().uids());
                    Optional<String> subject = copied.subject();
                    if (subject.isPresent()) {
                        change.studies().pseudonym(study.id(), subject.get());
                    }
                    return change.studies().move(study.id(), Set.of(study.state()), StudyState.DEIDENTIFIED);
                });
        if (!copied.refused().isEmpty()) {
            problems.add(new Problem(handle, reasons(copied.refused()), copied.refused().size() + " of " + sources.size()
                    + " originals were not passed on; the study is on hold, and sluice show " + handle + " says why"));
        }
        long bytes = copied.files().stream().mapToLong(f -> f.size()).sum();
        return new StepRow(handle, now.state().name(), copied.files().size(), bytes, copied.files().size() + " files, recipe "
                + recipe.name() + (copied.refused().isEmpty() ? "" : ", " + copied.refused().size() + " refused"));
    }

    private static String reasons(List<StudyCopier.RefusedFile> refused) {
        Map<String, Integer> counts = new HashMap<>();
        refused.forEach(r -> counts.merge(r.code(), 1, Integer::sum));
        return String.join(", ", counts.keySet().stream().sorted().toList());
    }

    /**
     * Removes what killed runs left behind; nothing complete is ever touched. The files go first: should this be killed
     * too, the plan is still open and the next run comes here again.
     */
    private void sweepAbandoned() throws IOException {
        for (Artefact open : catalogue.read(view -> view.artefacts().open())) {
            if (open.step() == ArtefactStep.DEIDENTIFIED) {
                remove(folder.artefacts().resolve(open.content().folder()));
                new StudyReport(folder.artefacts()).remove(open);
                catalogue.commit(AuditDraft.of(actor, "study.deidentify.abandon").about(open.study().handle()), change -> {
                    change.artefacts().abandon(open.id());
                    return null;
                });
            }
        }
    }

    private static void remove(Path made) throws IOException {
        if (Files.exists(made)) {
            try (Stream<Path> all = Files.walk(made)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
