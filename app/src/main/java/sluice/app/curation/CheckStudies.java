package sluice.app.curation;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.NewFinding;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.SourceInstance;
import sluice.app.catalogue.SourceKind;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;
import sluice.app.job.Outcome;
import sluice.app.job.ParallelWork;
import sluice.app.job.Progress;
import sluice.app.qc.FilePair;
import sluice.app.qc.Found;
import sluice.app.qc.KnownPeople;
import sluice.app.qc.StudyChecker;

/** Reads again what was written for studies, and lets those pass in which nothing was found that must not be. */
public final class CheckStudies {
    /** The name of this step in the catalogue. */
    static final String STEP = "check";
    private static final Set<StudyState> READY = Set.of(StudyState.DEIDENTIFIED, StudyState.DEFACED);
    private static final Set<StudyState> AGAIN = Set.of(StudyState.DEIDENTIFIED, StudyState.DEFACED, StudyState.QC_PASSED);
    private final Catalogue catalogue;
    private final WorkspaceFolder folder;
    private final String actor;
    private final int workers;

    public CheckStudies(Catalogue catalogue, WorkspaceFolder folder, String actor, int workers) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.actor = actor;
        this.workers = workers;
    }

    public BatchResult<StepRow> run(Selection selection, Progress progress) throws CurationException, InterruptedException {
        List<StudyRow> studies = StudyHandles.find(catalogue, selection, READY);
        progress.phase("check", studies.stream().mapToLong(s -> s.summary().instances()).sum(), Progress.UNKNOWN);
        List<StepRow> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int gates = 0;
        for (StudyRow study : studies) {
            if (!AGAIN.contains(study.state())) {
                gates++;
                problems.add(new Problem(study.id().handle(), "not-ready", "the study is " + study.state()
                        + "; only a de-identified study can be checked"));
                continue;
            }
            try {
                check(study, progress, done, problems);
            } catch (CatalogueException e) {
                problems.add(new Problem(study.id().handle(), "changed", e.getMessage()));
            }
        }
        return BatchResult.of(done, problems, gates);
    }

    private void check(StudyRow study, Progress progress, List<StepRow> done, List<Problem> problems) throws InterruptedException {
        String handle = study.id().handle();
        Artefact artefact = catalogue.read(view -> view.artefacts().currentContent(study.id()))
                .orElseThrow(() -> new IllegalStateException("a de-identified study has files"));
        Found found = look(study, artefact, progress);
        List<NewFinding> findings = found.findings();
        String digest = artefact.content().setDigest().orElseThrow();
        StudyState to = found.stops() ? study.state() == StudyState.QC_PASSED ? StudyState.DEIDENTIFIED : study.state()
                : StudyState.QC_PASSED;
        catalogue.commit(AuditDraft.of(actor, "study.check").about(handle).with("setDigest", digest), change -> {
            change.findings().replace(study.id(), STEP, digest, findings);
            if (to != study.state()) {
                change.studies().move(study.id(), Set.of(study.state()), to);
            }
            return null;
        });
        if (found.stops()) {
            findings.stream().filter(f -> f.text().severity() == Severity.STOP).findFirst().ifPresent(
                    f -> problems.add(new Problem(handle, f.text().code(), f.text().detail())));
        } else {
            done.add(new StepRow(handle, to.name(), artefact.content().files(), artefact.content().bytes(), summary(artefact, findings)));
        }
    }

    private static String summary(Artefact artefact, List<NewFinding> findings) {
        List<String> codes = findings.stream().map(f -> f.text().severity().name().toLowerCase(java.util.Locale.ROOT) + " "
                + f.text().code()).toList();
        return artefact.content().files() + " files" + (codes.isEmpty() ? ", nothing found" : ": " + String.join(", ", codes));
    }

    private Found look(StudyRow study, Artefact artefact, Progress progress) throws InterruptedException {
        Map<Long, SourceInstance> sources = new HashMap<>();
        catalogue.read(view -> view.sources().of(study.id())).forEach(s -> sources.put(s.id(), s));
        List<FilePair> pairs = new ArrayList<>();
        Found found = new Found();
        for (ArtefactFile file : catalogue.read(view -> view.artefacts().files(artefact.id()))) {
            Optional<SourceInstance> source = file.source().isPresent()
                    ? Optional.ofNullable(sources.get(file.source().getAsLong())) : Optional.empty();
            Path written = folder.artefacts().resolve(artefact.content().folder()).resolve(file.name());
            // without its original the file is still looked at, as far as that goes alone
            Path original = source.map(s -> Path.of(s.stamp().path())).orElse(folder.root().resolve("no-such-original"));
            pairs.add(new FilePair(study.kind(), original, written, file.sha256()));
        }
        KnownPeople known = people(pairs);
        new ParallelWork<StudyChecker, FilePair, Found>(workers, workers * 4, ParallelWork.Order.SOURCE,
                () -> new StudyChecker(known),
                (checker, pair) -> {
                    Found one = new Found();
                    checker.check(pair, one);
                    return one;
                }).<InterruptedException>run(pairs.iterator(), outcome -> {
                    if (outcome instanceof Outcome.Done<FilePair, Found> ok) {
                        found.addAll(ok.value());
                    } else if (outcome instanceof Outcome.Failed<FilePair, Found> bad) {
                        failed(bad.cause(), found);
                    }
                    progress.advance(1, 0);
                });
        return found;
    }

    private static KnownPeople people(List<FilePair> pairs) throws InterruptedException {
        KnownPeople known = new KnownPeople();
        for (FilePair pair : pairs) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            try {
                if (pair.kind() == SourceKind.DICOM) {
                    known.add(pair.original());
                }
            } catch (IOException e) {
                continue; // the check of the pair itself tells
            }
        }
        return known;
    }

    private static void failed(Throwable cause, Found found) throws InterruptedException {
        if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedException) {
            throw new InterruptedException("cancelled");
        }
        found.add(cause instanceof IOException ? Found.Code.NOT_READABLE : Found.Code.CHECK_BROKE_DOWN);
    }
}
