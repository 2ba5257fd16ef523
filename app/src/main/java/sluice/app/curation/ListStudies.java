package sluice.app.curation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sluice.app.catalogue.Approval;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.Decision;
import sluice.app.catalogue.Finding;
import sluice.app.catalogue.Severity;
import sluice.app.catalogue.StudyId;
import sluice.app.catalogue.StudyPage;
import sluice.app.catalogue.StudyQuery;
import sluice.app.catalogue.StudyState;
import sluice.app.catalogue.View;

/** Reads the work list. */
public final class ListStudies {
    private static final int PAGE = 500;
    private final Catalogue catalogue;

    public ListStudies(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param states names of states; empty for all
     * @throws CurationException.Unknown when there is no such state
     */
    public List<StudyRow> list(List<String> states) throws CurationException {
        StudyQuery query = StudyQuery.all(PAGE).by(StudyQuery.Sort.HANDLE).inStates(parse(states));
        List<StudyRow> rows = new ArrayList<>();
        Optional<StudyQuery.Cursor> next;
        do {
            StudyQuery page = query;
            next = catalogue.read(view -> {
                StudyPage got = view.studies().page(page);
                got.rows().forEach(row -> rows.add(row(view, row)));
                return got.next();
            });
            query = next.map(query::after).orElse(query);
        } while (next.isPresent());
        return rows;
    }

    /** Files that are in no study, with the reason. */
    public List<ScanSummary.Quarantined> quarantine() {
        List<ScanSummary.Quarantined> all = new ArrayList<>();
        long after = 0;
        while (true) {
            long from = after;
            List<Finding> page = catalogue.read(view -> view.findings().quarantine(from, PAGE));
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(f -> all.add(new ScanSummary.Quarantined(f.path().orElse(""), f.text().code(),
                    f.text().severity() == Severity.STOP, f.text().detail())));
            after = page.get(page.size() - 1).id();
        }
    }

    /** @throws CurationException.Unknown when no study has this handle */
    public StudyDetail show(String handle) throws CurationException {
        StudyId id = StudyHandles.parse(handle);
        return catalogue.read(view -> {
            var row = view.studies().find(id).orElseThrow(() -> StudyHandles.unknown(handle));
            List<StudyDetail.Artefact> artefacts = view.artefacts().of(id).stream().map(a -> new StudyDetail.Artefact(
                    a.step().name().toLowerCase(Locale.ROOT) + (a.status() == sluice.app.catalogue.Artefact.Status.COMPLETE
                            ? "" : " (" + a.status().name().toLowerCase(Locale.ROOT) + ")"),
                    a.version(), a.recipe().name(), a.content().files(), a.content().bytes(),
                    a.content().setDigest().orElse(""), a.content().created())).toList();
            List<StudyDetail.Finding> findings = view.findings().all(id).stream().map(f -> new StudyDetail.Finding(f.step(),
                    f.text().code(), f.text().severity().name(), f.text().detail(),
                    f.settlement().status().name().toLowerCase(Locale.ROOT))).toList();
            List<StudyDetail.Event> history = view.audit().about(id).stream().map(e -> new StudyDetail.Event(e.sequence(),
                    e.time(), e.actor(), e.action(), e.detailsText())).toList();
            return new StudyDetail(row(view, row), artefacts, findings, decisions(view, id), history);
        });
    }

    private static List<StudyDetail.Decision> decisions(View view, StudyId id) {
        Approval standing = view.decisions().standing(id);
        List<Decision> all = view.decisions().of(id);
        return all.stream().map(d -> new StudyDetail.Decision(d.kind().name().toLowerCase(Locale.ROOT), d.by(), d.why(), d.time(),
                d.kind() != Decision.Kind.APPROVE || standing instanceof Approval.Valid v && v.decision().id() == d.id())).toList();
    }

    private static StudyRow row(View view, sluice.app.catalogue.StudyRow row) {
        List<Finding> open = row.summary().worst().isEmpty() ? List.of() : view.findings().open(row.id());
        return new StudyRow(row.id().handle(), row.kind().name(), row.state().name(), row.pseudonym().orElse(""),
                row.summary().modalities(), row.summary().series(), row.summary().instances(), row.summary().bytes(),
                row.updated(), open.size());
    }

    private static Set<StudyState> parse(List<String> states) throws CurationException {
        EnumSet<StudyState> parsed = EnumSet.noneOf(StudyState.class);
        for (String state : states) {
            try {
                parsed.add(StudyState.valueOf(state.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new CurationException.Unknown("there is no state of that name; states are " + List.of(StudyState.values()));
            }
        }
        return parsed;
    }
}
