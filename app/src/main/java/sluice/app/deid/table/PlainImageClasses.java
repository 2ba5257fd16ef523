package sluice.app.deid.table;

import java.util.HashSet;
import java.util.Set;

/** SOP classes of plain images, whose IODs leave all attributes with a conditional action optional or allow them to be empty. */
public final class PlainImageClasses {

    private PlainImageClasses() { }

    /** The UIDs that the product ships. */
    public static Set<String> load() {
        Set<String> uids = new HashSet<>();
        for (String[] c : Tsv.resource("plain-image-classes.tsv").rows()) {
            uids.add(c[0]);
        }
        return Set.copyOf(uids);
    }
}
