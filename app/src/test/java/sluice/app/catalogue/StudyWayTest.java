package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.audit.AuditDraft;
import sluice.app.audit.AuditEntry;
import sluice.app.audit.ChainResult;

/** One study from found to received, and the moves that must not work. */
class StudyWayTest {

    private static final Artefact.Recipe RECIPE = new Artefact.Recipe("basic-1", "ab".repeat(32));

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private StudyId study;

    @BeforeEach
    void open() {
        catalogue = TestCatalogue.create(folder);
        study = TestCatalogue.record(catalogue, "1.2.3", 5);
    }

    @AfterEach
    void close() {
        assertInstanceOf(ChainResult.Intact.class, catalogue.read(v -> v.audit().verify(List.of())));
        catalogue.close();
    }

    private AuditDraft act(String action) {
        return AuditDraft.of("tester", action).about(study.handle());
    }

    private Artefact make(ArtefactStep step, String salt, StudyState from, StudyState to) {
        Artefact plan = catalogue.commit(act("step.begin"), c -> c.artefacts().begin(study, step, RECIPE));
        return catalogue.commit(act("step.complete"), c -> {
            c.studies().move(study, Set.of(from), to);
            return c.artefacts().complete(plan.id(), TestCatalogue.output(salt, 3));
        });
    }

    private Approval standing() {
        return catalogue.read(v -> v.decisions().standing(study));
    }

    @Test
    void fromFoundToReceived() {
        StudyRow found = catalogue.read(v -> v.studies().get(study));
        assertEquals(StudyState.FOUND, found.state());
        assertEquals(List.of("CT"), found.summary().modalities());
        assertEquals(5, found.summary().instances());
        assertEquals(1, found.summary().series());
        assertEquals("HEAD of 1.2.3", catalogue.read(v -> v.studies().identity(study)).description());
        assertEquals("1.2.3.1", catalogue.read(v -> v.studies().series(study)).get(0).seriesKey());
        assertEquals(5, catalogue.read(v -> v.studies().series(study)).get(0).instances());

        Artefact clean = make(ArtefactStep.DEIDENTIFIED, "a", StudyState.FOUND, StudyState.DEIDENTIFIED);
        assertEquals(study.handle() + "/deidentified-1", clean.content().folder());
        assertEquals(TestCatalogue.output("a", 3), catalogue.read(v -> v.artefacts().files(clean.id())));
        String digest = clean.content().setDigest().orElseThrow();
        assertInstanceOf(Approval.Absent.class, standing());
        catalogue.commit(act("study.approve"), c -> {
            c.decisions().approve(study, "Dr A", "looked at all", digest);
            return c.studies().move(study, Set.of(StudyState.DEIDENTIFIED), StudyState.APPROVED);
        });
        assertInstanceOf(Approval.Valid.class, standing());

        Artefact pack = make(ArtefactStep.PACKAGED, "p", StudyState.APPROVED, StudyState.PACKAGED);
        assertInstanceOf(Approval.Valid.class, standing(), "packing is no change of content");
        OutboxDelivery delivery = catalogue.commit(act("study.queue"), c -> {
            c.studies().move(study, Set.of(StudyState.PACKAGED), StudyState.QUEUED);
            return c.deliveries().enqueue(pack.id(), "repository");
        });
        assertEquals(
                delivery, catalogue.commit(act("study.queue"), c -> c.deliveries().enqueue(pack.id(), "repository")));
        assertEquals(List.of(delivery), catalogue.read(v -> v.deliveries().pending()));
        catalogue.commit(act("delivery.hand-over"), c -> {
            c.deliveries().handedOver(delivery.id());
            return null;
        });
        assertEquals(List.of(), catalogue.read(v -> v.deliveries().pending()));
        for (int twice = 0; twice < 2; twice++) {
            catalogue.commit(act("delivery.receipt"), c -> {
                c.deliveries().receipt(delivery.id(), "{\"evidence\":\"digest\"}");
                return c.studies().move(study, Set.of(StudyState.QUEUED, StudyState.RECEIVED), StudyState.RECEIVED);
            });
        }
        assertEquals(
                List.of("{\"evidence\":\"digest\"}"),
                catalogue.read(v -> v.deliveries().find(delivery.id())).orElseThrow().receipts());

        List<AuditEntry> history = catalogue.read(v -> v.audit().about(study));
        AuditEntry approval = history.stream()
                .filter(e -> e.action().equals("study.approve"))
                .findFirst()
                .orElseThrow();
        assertEquals(digest, approval.details().get("setDigest"));
        assertEquals("DEIDENTIFIED", approval.details().get("from"));
        assertEquals("APPROVED", approval.details().get("to"));
        assertEquals(
                List.of(new StateCount(StudyState.RECEIVED, 1, 5, found.summary().bytes())),
                catalogue.read(v -> v.studies().countsByState()));
    }

    @Test
    void anApprovalIsVoidWhenTheContentIsAnother() {
        Artefact first = make(ArtefactStep.DEIDENTIFIED, "a", StudyState.FOUND, StudyState.DEIDENTIFIED);
        String digest = first.content().setDigest().orElseThrow();
        catalogue.commit(act("study.approve"), c -> {
            c.decisions().approve(study, "Dr A", "", digest);
            return null;
        });
        Artefact second = make(ArtefactStep.DEFACED, "b", StudyState.DEIDENTIFIED, StudyState.DEFACED);
        assertInstanceOf(Approval.Void.class, standing());
        assertThrows(StaleState.class, () -> catalogue.commit(act("study.approve"), c -> {
            c.decisions().approve(study, "Dr A", "", digest);
            return null;
        }));
        catalogue.commit(act("study.approve"), c -> {
            c.decisions().approve(study, "Dr B", "", second.content().setDigest().orElseThrow());
            return null;
        });
        assertInstanceOf(Approval.Valid.class, standing());
        catalogue.commit(act("study.withdraw"), c -> {
            c.decisions().refuse(study, Decision.Kind.WITHDRAW, "Dr A", "consent withdrawn");
            return null;
        });
        assertInstanceOf(Approval.Refused.class, standing());
        assertEquals(3, catalogue.read(v -> v.decisions().of(study)).size());
    }

    @Test
    void aStaleMoveChangesNothing() {
        StudyRow seen = catalogue.read(v -> v.studies().get(study));
        var head = catalogue.read(v -> v.audit().head());
        StaleState stale = assertThrows(StaleState.class, () -> catalogue.commit(act("x"), c -> {
            c.studies().pseudonym(study, "P-1");
            return c.studies().move(study, Set.of(StudyState.APPROVED), StudyState.SENT);
        }));
        assertEquals(StudyState.FOUND, stale.actual());
        assertEquals(seen, catalogue.read(v -> v.studies().get(study)));
        assertEquals(head, catalogue.read(v -> v.audit().head()));

        catalogue.commit(act("study.pseudonym"), c -> {
            c.studies().pseudonym(study, "P-1");
            return null;
        });
        assertThrows(StaleState.class, () -> catalogue.commit(
                act("x"), c -> c.studies().moveIfUnchanged(seen, StudyState.CATALOGUED)));
        StudyRow now = catalogue.read(v -> v.studies().get(study));
        assertEquals(Optional.of("P-1"), now.pseudonym());
        catalogue.commit(act("x"), c -> c.studies().moveIfUnchanged(now, StudyState.CATALOGUED));
    }

    @Test
    void aPlanThatWasLeftBehindIsFoundAndReplaced() {
        Artefact left = catalogue.commit(
                act("step.begin"), c -> c.artefacts().begin(study, ArtefactStep.DEIDENTIFIED, RECIPE));
        assertEquals(List.of(left), catalogue.read(v -> v.artefacts().open()));
        Artefact again = make(ArtefactStep.DEIDENTIFIED, "a", StudyState.FOUND, StudyState.DEIDENTIFIED);
        assertEquals(2, again.version());
        assertEquals(List.of(), catalogue.read(v -> v.artefacts().open()));
        assertThrows(StaleState.class, () -> catalogue.commit(
                act("step.complete"), c -> c.artefacts().complete(left.id(), List.of())));
        Artefact third = make(ArtefactStep.DEIDENTIFIED, "c", StudyState.DEIDENTIFIED, StudyState.DEIDENTIFIED);
        List<Artefact> all = catalogue.read(v -> v.artefacts().of(study));
        assertEquals(
                List.of(Artefact.Status.ABANDONED, Artefact.Status.SUPERSEDED, Artefact.Status.COMPLETE),
                all.stream().map(Artefact::status).toList());
        assertEquals(Optional.of(third), catalogue.read(v -> v.artefacts().current(study, ArtefactStep.DEIDENTIFIED)));
        assertEquals(3, catalogue.read(v -> v.artefacts().files(again.id())).size(), "superseded files stay listed");
    }

    @Test
    void findingsAreReplacedAsAWholeAndAcceptanceBindsTheContent() {
        NewFinding text = NewFinding.of("burned-in", Severity.HOLD, "Text suspected in 3 frames.");
        NewFinding stop = new NewFinding(
                new FindingText("residual", Severity.STOP, "A planted identifier is left."), "/data/secret/path");
        check("d1", text, stop);
        List<Finding> open = catalogue.read(v -> v.findings().open(study));
        assertEquals(List.of("residual", "burned-in"), open.stream().map(f -> f.text().code()).toList());
        assertEquals(Optional.of("/data/secret/path"), open.get(0).path());
        assertFalse(open.toString().contains("secret"));
        assertEquals(Optional.of(Severity.STOP), catalogue.read(v -> v.studies().get(study)).summary().worst());
        boolean stopAccepted = catalogue.commit(act("accept"), c -> c.findings().accept(open.get(0).id(), "Dr A"));
        boolean holdAccepted = catalogue.commit(act("accept"), c -> c.findings().accept(open.get(1).id(), "Dr A"));
        assertFalse(stopAccepted);
        assertTrue(holdAccepted);
        check("d1", text);
        assertEquals(List.of(), catalogue.read(v -> v.findings().open(study)));
        check("d2", text);
        assertEquals(1, catalogue.read(v -> v.findings().open(study)).size());
        check("d2");
        assertEquals(List.of(), catalogue.read(v -> v.findings().open(study)));
    }

    private void check(String scope, NewFinding... found) {
        catalogue.commit(act("study.check"), c -> {
            c.findings().replace(study, "check", scope, List.of(found));
            return null;
        });
    }

    @Test
    void unknownThingsAreSaidToBeUnknown() {
        StudyId other = new StudyId("zzzzzzzzzz");
        assertThrows(UnknownStudy.class, () -> catalogue.read(v -> v.studies().get(other)));
        assertEquals(Optional.empty(), catalogue.read(v -> v.studies().find(other)));
        assertThrows(UnknownStudy.class, () -> catalogue.read(v -> v.artefacts().get(99)));
        assertThrows(
                IllegalStateException.class, () -> catalogue.commit(act("x"), c -> catalogue.commit(act("y"), d -> 1)));
        View kept = catalogue.read(v -> v);
        assertThrows(IllegalStateException.class, () -> kept.studies().get(study), "a view ends with its call");
        for (String name : List.of("", "/abs", "../up", "a/../b", "a\\b", "C:x")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ArtefactFile(name, 1, TestCatalogue.hex("x"), OptionalLong.empty()));
        }
    }
}
