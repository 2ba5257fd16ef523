package sluice.app.deid.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was done to one file.
 *
 * @param changes in the order of the file
 * @param notes what a person should know
 * @param clearedFields names of NIfTI header fields that held something
 * @param removedExtensions codes of removed NIfTI header extensions
 * @param blanked parts of the picture that were made black
 */
public record Report(List<Change> changes, Set<Note> notes, List<String> clearedFields, List<Integer> removedExtensions,
        List<BlankedArea> blanked) {

    public Report {
        changes = List.copyOf(changes);
        notes = Set.copyOf(notes);
        clearedFields = List.copyOf(clearedFields);
        removedExtensions = List.copyOf(removedExtensions);
        blanked = List.copyOf(blanked);
    }

    /** Of a DICOM file. */
    public static Report ofDicom(List<Change> changes, Set<Note> notes) {
        return new Report(changes, notes, List.of(), List.of(), List.of());
    }

    /** Of a NIfTI file. */
    public static Report ofNifti(List<String> clearedFields, List<Integer> removedExtensions) {
        return new Report(List.of(), Set.of(), clearedFields, removedExtensions, List.of());
    }

    /** The same with one more change behind the others. */
    public Report with(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new Report(more, notes, clearedFields, removedExtensions, blanked);
    }

    /** The same with one more note. */
    public Report with(Note note) {
        Set<Note> more = new HashSet<>(notes);
        more.add(note);
        return new Report(changes, more, clearedFields, removedExtensions, blanked);
    }

    /** The same with parts of the picture that were made black. */
    public Report withBlanked(List<BlankedArea> areas) {
        return new Report(changes, notes, clearedFields, removedExtensions, areas);
    }

    /** How often each thing was done. */
    public Map<Done, Integer> counts() {
        Map<Done, Integer> counts = new EnumMap<>(Done.class);
        for (Change change : changes) {
            counts.merge(change.done(), 1, Integer::sum);
        }
        return counts;
    }

    /** True if a value was taken out because it held something identifying outside its place. */
    public boolean hadResiduals() {
        return changes.stream().anyMatch(c -> c.rule() == Rule.RESIDUAL);
    }

    /** One JSON object: {@code {"counts":{…},"notes":[…],"changes":[["path","done","rule"],…]}}, for NIfTI also the cleared fields. */
    public String toJson() {
        StringBuilder s = new StringBuilder(64 + changes.size() * 48).append("{\"counts\":{");
        String comma = "";
        for (Map.Entry<Done, Integer> e : counts().entrySet()) {
            s.append(comma).append('"').append(e.getKey().key()).append("\":").append(e.getValue());
            comma = ",";
        }
        s.append("},\"notes\":[");
        comma = "";
        for (Note note : new java.util.TreeSet<>(notes)) {
            s.append(comma).append('"').append(note.text()).append('"');
            comma = ",";
        }
        s.append("],\"changes\":[");
        comma = "";
        for (Change c : changes) {
            s.append(comma).append("[\"").append(c.path()).append("\",\"").append(c.done().key()).append("\",\"")
                    .append(c.rule().key()).append("\"]");
            comma = ",";
        }
        s.append(']');
        if (!blanked.isEmpty()) {
            s.append(",\"blanked\":[");
            comma = "";
            for (BlankedArea area : blanked) {
                s.append(comma).append(area.toJson());
                comma = ",";
            }
            s.append(']');
        }
        if (!clearedFields.isEmpty() || !removedExtensions.isEmpty()) {
            s.append(",\"clearedFields\":[");
            comma = "";
            for (String field : clearedFields) {
                s.append(comma).append('"').append(field).append('"');
                comma = ",";
            }
            s.append("],\"removedExtensions\":").append(removedExtensions);
        }
        return s.append('}').toString();
    }
}
