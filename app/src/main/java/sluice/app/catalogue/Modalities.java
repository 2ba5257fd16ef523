package sluice.app.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A set of modalities as one searchable text: sorted, between bars. */
final class Modalities {

    private Modalities() {}

    static List<String> list(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.substring(1, stored.length() - 1).split("\\|"));
    }

    static String add(String stored, Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(list(stored));
        all.addAll(more);
        all.remove("");
        return all.isEmpty() ? "" : "|" + String.join("|", all) + "|";
    }
}
