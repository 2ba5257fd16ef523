package sluice.app.deid.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sluice.app.deid.report.Change;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Note;
import sluice.app.deid.report.Report;
import sluice.app.deid.report.Rule;

/** Notes changes while a data set is walked through, and where the walk is. */
final class Journal {

    private static final int[] TOP = {};

    private final List<Change> changes = new ArrayList<>(64);
    private final Set<Note> notes = EnumSet.noneOf(Note.class);
    private int[] parents = TOP;

    void enter(int tag, int item) {
        parents = Arrays.copyOf(parents, parents.length + 2);
        parents[parents.length - 2] = tag;
        parents[parents.length - 1] = item;
    }

    void leave() {
        parents = parents.length == 2 ? TOP : Arrays.copyOf(parents, parents.length - 2);
    }

    boolean atTop() {
        return parents.length == 0;
    }

    void note(int tag, Done done, Rule rule) {
        changes.add(new Change(parents, tag, done, rule));
    }

    void note(Note note) {
        notes.add(note);
    }

    Report report() {
        return Report.ofDicom(changes, notes);
    }
}
