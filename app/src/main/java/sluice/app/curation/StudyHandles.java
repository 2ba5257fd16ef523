package sluice.app.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.app.catalogue.Catalogue;
import sluice.app.catalogue.StudyId;
import sluice.app.catalogue.StudyQuery;
import sluice.app.catalogue.StudyRow;
import sluice.app.catalogue.StudyState;

/** Finds the studies that a person means. */
final class StudyHandles {
    private static final int PAGE = 1000;

    private StudyHandles() {}

    static StudyId parse(String handle) throws CurationException {
        try {
            return StudyId.parse(handle);
        } catch (IllegalArgumentException e) {
            throw unknown(handle);
        }
    }

    static CurationException unknown(String handle) {
        return new CurationException.Unknown("there is no study " + handle + " in this workspace; sluice list shows them");
    }

    /**
     * The named studies in the given order, whatever their state, or all that are in one of the states, by handle.
     *
     * @throws CurationException.Unknown when a named study is not there
     */
    static List<StudyRow> find(Catalogue catalogue, Selection selection, Set<StudyState> ready) throws CurationException {
        if (!selection.all()) {
            List<StudyRow> rows = new ArrayList<>();
            for (String handle : selection.handles()) {
                StudyId id = parse(handle);
                rows.add(catalogue.read(view -> view.studies().find(id)).orElseThrow(() -> unknown(handle)));
            }
            return rows;
        }
        return catalogue.read(view -> {
            List<StudyRow> rows = new ArrayList<>();
            StudyQuery query = StudyQuery.all(PAGE).by(StudyQuery.Sort.HANDLE).inStates(ready);
            while (true) {
                var page = view.studies().page(query);
                rows.addAll(page.rows());
                if (page.next().isEmpty()) {
                    return rows;
                }
                query = query.after(page.next().get());
            }
        });
    }
}
