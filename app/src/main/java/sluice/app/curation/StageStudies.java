package sluice.app.curation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.app.audit.AuditDraft;
import sluice.app.audit.ChainHead;
import sluice.app.catalogue.Approval;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.ArtefactFile;
import sluice.app.catalogue.ArtefactStep;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.Decision;
import sluice.app.catalogue.Finding;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;
import sluice.app.job.Progress;
import sluice.app.release.Dispatch;
import sluice.app.release.Packager;
import sluice.app.settings.Destination;
import sluice.transfer.queue.QueueException;
import sluice.transfer.staging.StagedItem;
import sluice.transfer.staging.StagingArea;

/** Packs approved studies, seals them for a destination and queues them. */
public final class StageStudies {
    private static final Set<StudyState> PACKABLE = Set.of(StudyState.APPROVED, StudyState.PACKAGED, StudyState.QUEUED);
    private final Catalogue catalogue;
    private final WorkspaceFolder folder;
    private final Destinations destinations;
    private final Packager packager;
    private final StagingArea staging;
    private final Dispatch dispatch;
    private final String actor;

    public StageStudies(Catalogue catalogue, WorkspaceFolder folder, Destinations destinations, Packager packager,
            StagingArea staging, Dispatch dispatch, String actor) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.destinations = destinations;
        this.packager = packager;
        this.staging = staging;
        this.dispatch = dispatch;
        this.actor = actor;
    }

    /**
     * A named study that is packed or queued already, and not sent, is packed once more: its package was lost, or it is to go
     * elsewhere.
     *
     * @param destinationName may be left out where there is only one destination
     */
    public BatchResult<StepRow> run(Selection selection, Optional<String> destinationName, Progress progress)
            throws CurationException, IOException, InterruptedException {
        Destination destination = destinations.getOrOnly(destinationName);
        collectReceipts();
        List<StudyRow> studies = StudyHandles.find(catalogue, selection, Set.of(StudyState.APPROVED));
        removeUnclaimed();
        progress.phase("seal", studies.size(), studies.stream().mapToLong(s -> s.summary().bytes()).sum());
        List<StepRow> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int gates = 0;
        for (StudyRow study : studies) {
            String handle = study.id().handle();
            Optional<Problem> gate = gate(study, destination);
            if (gate.isPresent()) {
                gates++;
                problems.add(gate.get());
                continue;
            }
            try {
                takeBack(study);
                done.add(stage(study, destination, progress));
            } catch (CatalogueException e) {
                problems.add(new Problem(handle, "changed", e.getMessage()));
            } catch (InterruptedIOException e) {
                throw new InterruptedException("cancelled");
            } catch (IOException e) {
                IoTrouble trouble = IoTrouble.of(e);
                problems.add(new Problem(handle, trouble.name(), trouble == IoTrouble.OTHER ? e.getMessage() : trouble.text()));
            }
            progress.advance(1, 0);
        }
        try {
            dispatch.handOver();
        } catch (QueueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        }
        return BatchResult.of(done, problems, gates);
    }

    /** So that a study which is QUEUED now is surely not sent. */
    private void collectReceipts() throws CurationException {
        try {
            dispatch.collectReceipts();
        } catch (QueueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        }
    }

    /** Takes a package that is not sent yet out of the queue. */
    private void takeBack(StudyRow study) throws CurationException {
        if (study.state() == StudyState.APPROVED) {
            return;
        }
        try {
            dispatch.stop(study.id());
        } catch (QueueException e) {
            throw new CurationException.Refused(e.getMessage(), e);
        }
        catalogue.commit(AuditDraft.of(actor, "study.stage.again").about(study.id().handle()),
                change -> change.studies().move(study.id(), Set.of(study.state()), StudyState.APPROVED));
    }

    /** Every gate again, since a destination was not known when the study was approved. */
    private Optional<Problem> gate(StudyRow study, Destination destination) {
        String handle = study.id().handle();
        if (!PACKABLE.contains(study.state())) {
            return Optional.of(new Problem(handle, "not-approved", "the study is " + study.state()
                    + "; only an approved study is packed"));
        }
        Approval approval = catalogue.read(view -> view.decisions().standing(study.id()));
        if (!(approval instanceof Approval.Valid)) {
            return Optional.of(new Problem(handle, "approval-void", "what was approved is not what would leave; check and approve again"));
        }
        for (Finding f : catalogue.read(view -> view.findings().all(study.id()))) {
            boolean open = f.settlement().status() == Finding.Status.OPEN;
            boolean accepted = f.settlement().status() == Finding.Status.ACCEPTED;
            if (open && f.text().severity().compareTo(Severity.HOLD) >= 0) {
                return Optional.of(new Problem(handle, f.text().code(), "found after the approval: " + f.text().detail()));
            }
            boolean welcome = destination.accepts().contains(Destinations.ACCEPTS_ALL) || destination.accepts().contains(f.text().code());
            if (accepted && f.text().severity() == Severity.HOLD && !welcome) {
                return Optional.of(new Problem(handle, f.text().code(), "this destination does not take studies with this finding"));
            }
        }
        return Optional.empty();
    }

    private StepRow stage(StudyRow study, Destination destination, Progress progress) throws IOException {
        String handle = study.id().handle();
        Artefact content = catalogue.read(view -> view.artefacts().currentContent(study.id())).orElseThrow();
        List<ArtefactFile> files = catalogue.read(view -> view.artefacts().files(content.id()));
        Path made = folder.artefacts().resolve(content.content().folder());
        Artefact plan = catalogue.commit(AuditDraft.of(actor, "study.stage.begin").about(handle),
                change -> change.artefacts().begin(study.id(), ArtefactStep.PACKAGED, content.recipe()));
        List<ArtefactFile> packed = packager.pack(new Packager.Contents(made, files, documents(study, content)), destination,
                n -> progress.advance(0, n));
        catalogue.commit(AuditDraft.of(actor, "study.stage").about(handle).with("destination", destination.name()), change -> {
            change.artefacts().complete(plan.id(), packed);
            change.studies().move(study.id(), Set.of(StudyState.APPROVED), StudyState.PACKAGED);
            return change.deliveries().enqueue(plan.id(), destination.name());
        });
        long bytes = packed.stream().mapToLong(ArtefactFile::size).sum();
        return new StepRow(handle, StudyState.QUEUED.name(), files.size(), bytes,
                "sealed as " + packed.get(0).name() + " for " + destination.name());
    }

    /** What goes beside the files: how they were made, and how far the audit chain had come. */
    private Map<String, byte[]> documents(StudyRow study, Artefact content) throws IOException {
        StudyReport report = new StudyReport(folder.artefacts());
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("sluice/deidentification-report.json", Files.readAllBytes(report.of(content)));
        documents.put("sluice/recipe.json", Files.readAllBytes(report.recipeOf(content)));
        ChainHead head = catalogue.read(view -> view.audit().head());
        List<Decision> decisions = catalogue.read(view -> view.decisions().of(study.id()));
        Decision approval = decisions.get(decisions.size() - 1);
        documents.put("sluice/provenance.json", ("{\n  \"study\": \"" + study.id().handle() + "\",\n  \"approved\": \""
                + approval.time() + "\",\n  \"contentDigest\": \"" + content.content().setDigest().orElseThrow()
                + "\",\n  \"auditEntries\": " + head.count() + ",\n  \"auditHead\": \"" + head.hash().hex() + "\"\n}\n")
                .getBytes(StandardCharsets.UTF_8));
        return documents;
    }

    /** Sealed files that a killed run staged and nobody will ever send. */
    private void removeUnclaimed() throws IOException {
        Set<String> claimed = new HashSet<>();
        catalogue.read(view -> {
            view.deliveries().all().forEach(d -> view.artefacts().files(d.artefact()).forEach(f -> claimed.add(f.sha256())));
            return null;
        });
        for (StagedItem item : staging.list()) {
            if (!claimed.contains(item.sha256())) {
                staging.remove(item);
            }
        }
        for (Artefact open : catalogue.read(view -> view.artefacts().open())) {
            if (open.step() == ArtefactStep.PACKAGED) {
                catalogue.commit(AuditDraft.of(actor, "study.stage.abandon").about(open.study().handle()), change -> {
                    change.artefacts().abandon(open.id());
                    return null;
                });
            }
        }
    }
}
