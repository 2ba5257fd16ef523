package sluice.app.curation;

import java.util.List;

/** Which studies a step is for: the named ones, or all that are in a state from which the step may start. */
public record Selection(boolean all, List<String> handles) {
    public Selection {
        handles = handles.stream().distinct().toList();
        if (all != handles.isEmpty()) {
            throw new IllegalArgumentException("either all or named studies");
        }
    }

    public static Selection everything() {
        return new Selection(true, List.of());
    }

    public static Selection of(List<String> handles) {
        return new Selection(false, handles);
    }
}
