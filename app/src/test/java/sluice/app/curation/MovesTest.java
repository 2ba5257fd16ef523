package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.app.catalogue.StudyState;

/** What holds of the table of moves, whatever is added to it. */
class MovesTest {
    private static final Set<StudyState> SENT = EnumSet.of(StudyState.SENT, StudyState.RECEIVED);

    /** All states that can be come to without setting foot in one that is closed. */
    private static Set<StudyState> reach(StudyState from, Set<StudyState> closed) {
        EnumSet<StudyState> seen = EnumSet.noneOf(StudyState.class);
        Deque<StudyState> next = new ArrayDeque<>(Set.of(from));
        while (!next.isEmpty()) {
            StudyState at = next.pop();
            for (StudyState to : StudyState.values()) {
                if (Moves.legal(at, to) && !closed.contains(to) && seen.add(to)) {
                    next.push(to);
                }
            }
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(value = StudyState.class, mode = EXCLUDE, names = "WITHDRAWN")
    void everyStateButTheLastLeadsToReceivedAndToWithdrawn(StudyState from) {
        assertTrue(reach(from, Set.of()).contains(StudyState.RECEIVED));
        assertTrue(reach(from, Set.of()).contains(StudyState.WITHDRAWN));
    }

    @Test
    void withdrawnIsTheEnd() {
        assertEquals(Set.of(), reach(StudyState.WITHDRAWN, Set.of()));
    }

    @ParameterizedTest
    @EnumSource(value = StudyState.class, names = {"DEIDENTIFIED", "QC_PASSED", "APPROVED", "PACKAGED", "QUEUED"})
    void noGateCanBeGoneAround(StudyState gate) {
        Set<StudyState> reached = reach(StudyState.FOUND, EnumSet.of(gate));
        SENT.forEach(sent -> assertFalse(reached.contains(sent), () -> sent + " without " + gate));
    }

    @ParameterizedTest
    @EnumSource(value = StudyState.class, names = {"REJECTED", "SENT", "RECEIVED", "QUARANTINED"})
    void whatIsTakenUpAgainPassesEveryGateAgain(StudyState from) {
        for (StudyState gate : EnumSet.of(StudyState.QC_PASSED, StudyState.APPROVED)) {
            assertFalse(reach(from, EnumSet.of(gate)).contains(StudyState.PACKAGED));
        }
    }

    @Test
    void leadingToIsLegalReadBackwards() {
        for (StudyState from : StudyState.values()) {
            for (StudyState to : StudyState.values()) {
                assertEquals(Moves.legal(from, to), Moves.leadingTo(to).contains(from));
            }
        }
    }
}
