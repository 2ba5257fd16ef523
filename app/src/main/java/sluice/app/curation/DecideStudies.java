package sluice.app.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sluice.app.audit.AuditDraft;
import sluice.app.catalogue.Artefact;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.CatalogueException;
import sluice.app.catalogue.Change;
import sluice.app.catalogue.Decision;
import sluice.app.catalogue.Finding;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.StaleState;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;
import sluice.app.catalogue.View;

/** Records what people, or a policy in their place, decide about studies. */
public final class DecideStudies {
    private static final Set<StudyState> APPROVABLE = Set.of(StudyState.QC_PASSED, StudyState.APPROVED);
    private final Catalogue catalogue;
    private final WithdrawDeliveries deliveries;
    private final String actor;

    public DecideStudies(Catalogue catalogue, WithdrawDeliveries deliveries, String actor) {
        this.catalogue = catalogue;
        this.deliveries = deliveries;
        this.actor = actor;
    }

    /** Called before a study is withdrawn, so that nothing of it is sent any more. */
    public interface WithdrawDeliveries {
        /** @return what has to be told to whom, empty when nothing was sent yet */
        String stop(StudyRow study) throws CurationException;
    }

    /**
     * Approves exactly the files that were checked.
     *
     * A named study that is approved already can be approved again, such as when something was found after that.
     *
     * @param by who approves
     * @param accepted codes of findings on HOLD that this person accepts
     * @throws CurationException.Refused when not one of the studies could be approved, with the first reason
     */
    public BatchResult<StepRow> approve(Selection selection, String by, Set<String> accepted) throws CurationException {
        requireText(by, "an approval names who gives it");
        List<StepRow> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (StudyRow study : StudyHandles.find(catalogue, selection, Set.of(StudyState.QC_PASSED))) {
            try {
                done.add(catalogue.<StepRow, Held>commit(AuditDraft.of(actor, "study.approve").about(study.id().handle()),
                        change -> approve(change, study, by, accepted)));
            } catch (Held e) {
                problems.add(e.problem);
            } catch (StaleState e) {
                problems.add(new Problem(study.id().handle(), "changed", e.getMessage()));
            }
        }
        return refusedIfNothing(done, problems);
    }

    /** Ends the transaction that asked: what is looked at and what is decided are of one moment. */
    private static final class Held extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Held(Problem problem) {
            this.problem = problem;
        }
    }

    private static void gate(View view, StudyRow study, Set<String> accepted) throws Held {
        String handle = study.id().handle();
        if (!APPROVABLE.contains(study.state())) {
            throw new Held(new Problem(handle, "not-checked", "the study is " + study.state()
                    + "; only a study whose checks have passed (QC_PASSED) can be approved"));
        }
        TreeSet<String> held = new TreeSet<>();
        for (Finding f : view.findings().open(study.id())) {
            if (f.text().severity() == Severity.STOP) {
                throw new Held(new Problem(handle, f.text().code(), f.text().detail()));
            }
            if (f.text().severity() == Severity.HOLD && !accepted.contains(f.text().code())) {
                held.add(f.text().code());
            }
        }
        if (!held.isEmpty()) {
            throw new Held(new Problem(handle, String.join(",", held),
                    "on hold until a person has looked at it; sluice show " + handle + " says what was found, and --accept "
                            + String.join(",", held) + " accepts it"));
        }
    }

    private static StepRow approve(Change change, StudyRow study, String by, Set<String> accepted) throws Held {
        gate(change.view(), study, accepted);
        Artefact content = change.view().artefacts().currentContent(study.id())
                .orElseThrow(() -> new IllegalStateException("a checked study has files"));
        for (Finding f : change.view().findings().open(study.id())) {
            if (f.text().severity() == Severity.HOLD) {
                change.findings().accept(f.id(), by);
            }
        }
        change.decisions().approve(study.id(), by, accepted.isEmpty() ? "" : "accepted " + String.join(", ", new TreeSet<>(accepted)),
                content.content().setDigest().orElseThrow());
        change.studies().move(study.id(), Set.of(study.state()), StudyState.APPROVED);
        return new StepRow(study.id().handle(), StudyState.APPROVED.name(), content.content().files(), content.content().bytes(),
                "approved by " + by);
    }

    /** Takes studies out of the way to delivery. What was sent cannot be rejected, only withdrawn. */
    public BatchResult<StepRow> reject(Selection selection, String by, String why) throws CurationException {
        return refuse(selection, Decision.Kind.REJECT, StudyState.REJECTED, by, why);
    }

    /** Takes studies back, also after they were sent. */
    public BatchResult<StepRow> withdraw(Selection selection, String by, String why) throws CurationException {
        return refuse(selection, Decision.Kind.WITHDRAW, StudyState.WITHDRAWN, by, why);
    }

    private BatchResult<StepRow> refuse(Selection selection, Decision.Kind kind, StudyState to, String by, String why)
            throws CurationException {
        requireText(by, "a decision names who takes it");
        requireText(why, "a decision against a study gives its reason");
        List<StepRow> done = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (StudyRow study : StudyHandles.find(catalogue, selection, Moves.leadingTo(to))) {
            String handle = study.id().handle();
            if (!Moves.legal(study.state(), to)) {
                problems.add(new Problem(handle, "not-possible", "a study that is " + study.state() + " cannot become " + to));
                continue;
            }
            try {
                String tell = deliveries.stop(study);
                catalogue.commit(AuditDraft.of(actor, "study." + kind.name().toLowerCase(java.util.Locale.ROOT)).about(handle),
                        change -> {
                            change.decisions().refuse(study.id(), kind, by, why);
                            change.findings().reopenAccepted(study.id());
                            return change.studies().move(study.id(), Set.of(study.state()), to);
                        });
                done.add(new StepRow(handle, to.name(), 0, 0, tell.isEmpty() ? why : tell));
            } catch (CatalogueException e) {
                problems.add(new Problem(handle, "changed", e.getMessage()));
            }
        }
        return refusedIfNothing(done, problems);
    }

    private static void requireText(String text, String otherwise) throws CurationException {
        if (text.isBlank()) {
            throw new CurationException.Unknown(otherwise + "; nothing was decided");
        }
    }

    private static BatchResult<StepRow> refusedIfNothing(List<StepRow> done, List<Problem> problems)
            throws CurationException.Refused {
        if (done.isEmpty() && !problems.isEmpty()) {
            Problem first = problems.get(0);
            throw new CurationException.Refused("study " + first.item() + ": " + first.code() + ": " + first.reason()
                    + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more studies)" : ""));
        }
        return new BatchResult<>(done, problems);
    }
}
