package sluice.app.curation;

import static sluice.app.catalogue.StudyState.APPROVED;
import static sluice.app.catalogue.StudyState.CATALOGUED;
import static sluice.app.catalogue.StudyState.DEFACED;
import static sluice.app.catalogue.StudyState.DEIDENTIFIED;
import static sluice.app.catalogue.StudyState.FOUND;
import static sluice.app.catalogue.StudyState.IN_REVIEW;
import static sluice.app.catalogue.StudyState.PACKAGED;
import static sluice.app.catalogue.StudyState.QC_PASSED;
import static sluice.app.catalogue.StudyState.QUARANTINED;
import static sluice.app.catalogue.StudyState.QUEUED;
import static sluice.app.catalogue.StudyState.RECEIVED;
import static sluice.app.catalogue.StudyState.REJECTED;
import static sluice.app.catalogue.StudyState.SENT;
import static sluice.app.catalogue.StudyState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import sluice.app.catalogue.StudyState;

/**
 * The legal moves of a study, as one table. A move is made by compare-and-set in the catalogue, so that of two that are
 * tried at once one is refused.
 */
final class Moves {
    private static final Map<StudyState, Set<StudyState>> TO = table();

    private Moves() {}

    private static Map<StudyState, Set<StudyState>> table() {
        Map<StudyState, Set<StudyState>> to = new EnumMap<>(StudyState.class);
        to.put(FOUND, EnumSet.of(CATALOGUED, QUARANTINED));
        to.put(CATALOGUED, EnumSet.of(IN_REVIEW, DEIDENTIFIED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(IN_REVIEW, EnumSet.of(CATALOGUED, DEIDENTIFIED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(DEIDENTIFIED, EnumSet.of(CATALOGUED, DEIDENTIFIED, DEFACED, QC_PASSED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(DEFACED, EnumSet.of(CATALOGUED, DEIDENTIFIED, DEFACED, QC_PASSED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(QC_PASSED, EnumSet.of(CATALOGUED, DEIDENTIFIED, DEFACED, APPROVED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(APPROVED, EnumSet.of(CATALOGUED, DEIDENTIFIED, APPROVED, PACKAGED, QUARANTINED, REJECTED, WITHDRAWN));
        to.put(PACKAGED, EnumSet.of(APPROVED, QUEUED, WITHDRAWN));
        to.put(QUEUED, EnumSet.of(APPROVED, SENT, RECEIVED, WITHDRAWN));
        to.put(SENT, EnumSet.of(DEIDENTIFIED, RECEIVED, WITHDRAWN));
        to.put(RECEIVED, EnumSet.of(CATALOGUED, DEIDENTIFIED, WITHDRAWN));
        to.put(QUARANTINED, EnumSet.of(CATALOGUED, REJECTED, WITHDRAWN));
        to.put(REJECTED, EnumSet.of(CATALOGUED, DEIDENTIFIED));
        to.put(WITHDRAWN, EnumSet.noneOf(StudyState.class));
        return to;
    }

    static boolean legal(StudyState from, StudyState to) {
        return TO.get(from).contains(to);
    }

    /** The states from which a move leads there. */
    static Set<StudyState> leadingTo(StudyState to) {
        EnumSet<StudyState> from = EnumSet.noneOf(StudyState.class);
        TO.forEach((state, targets) -> {
            if (targets.contains(to)) {
                from.add(state);
            }
        });
        return from;
    }
}
