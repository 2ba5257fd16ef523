package sluice.app.deid.table;

import java.util.HashSet;
import java.util.Set;

/** UIDs that the standard itself assigned (PS3.6 Annex A): SOP classes, transfer syntaxes, well-known frames and instances. */
public final class WellKnownUids {

    private static final int LONGEST_FAMILY_UID = 28;

    private final Set<String> uids;

    private WellKnownUids(Set<String> uids) {
        this.uids = Set.copyOf(uids);
    }

    /** The registry that the product ships. */
    public static WellKnownUids load() {
        Set<String> uids = new HashSet<>();
        for (String[] c : Tsv.resource("ps3.6-uids.tsv").rows()) {
            uids.add(c[0]);
        }
        return new WellKnownUids(uids);
    }

    /**
     * True for a registered UID, and for frames of reference and palettes registered later (their families are recognised
     * by their short form). Not every UID under 1.2.840.10008 is meant: some systems make instance UIDs there.
     */
    public boolean contains(String uid) {
        if (!uid.startsWith("1.2.840.10008.")) {
            return false;
        }
        return uids.contains(uid) || uid.length() <= LONGEST_FAMILY_UID
                && (uid.startsWith("1.2.840.10008.1.4.") || uid.startsWith("1.2.840.10008.1.5."));
    }
}
