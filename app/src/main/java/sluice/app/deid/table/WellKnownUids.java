package sluice.app.deid.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** UIDs that the standard itself assigned (PS3.6 Annex A): SOP classes, transfer syntaxes, well-known frames and instances. */
public final class WellKnownUids {

    private static final int LONGEST_FAMILY_UID = 22;

    private record Root(String prefix, int longest) { }

    private final Set<String> uids;
    private final List<Root> kinds;

    private WellKnownUids(Set<String> uids, List<Root> kinds) {
        this.uids = Set.copyOf(uids);
        this.kinds = List.copyOf(kinds);
    }

    /** The registry that the product ships. */
    public static WellKnownUids load() {
        Set<String> uids = new HashSet<>();
        for (String[] c : Tsv.resource("ps3.6-uids.tsv").rows()) {
            uids.add(c[0]);
        }
        List<Root> kinds = new ArrayList<>();
        for (String[] c : Tsv.resource("kind-uid-roots.tsv").rows()) {
            kinds.add(new Root(c[0], Integer.parseInt(c[2])));
        }
        return new WellKnownUids(uids, kinds);
    }

    /**
     * True for a UID that the standard, HL7 or a manufacturer gave to a kind of thing. Only for attributes that name kinds:
     * elsewhere such a UID could be somebody's instance.
     */
    public boolean namesKind(String uid) {
        return ownPart(uid) != null;
    }

    /** What follows the root in a UID for which {@link #namesKind} is true, else null. */
    public String ownPart(String uid) {
        for (Root root : kinds) {
            if (uid.startsWith(root.prefix()) && uid.length() <= root.longest()) {
                return uid.substring(root.prefix().length());
            }
        }
        return null;
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
