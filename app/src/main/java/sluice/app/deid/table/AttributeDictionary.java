package sluice.app.deid.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.viewer.dicom.DataDictionary;

/**
 * What PS3.6 says of an attribute, in the terms of this package: the viewer's registry, and before it a supplement with what
 * later editions added. Repeating groups are resolved.
 */
public final class AttributeDictionary {

    private record Entry(String vrs, boolean retired) { }

    private final DataDictionary elements;
    private final Map<Integer, Entry> supplement = new HashMap<>();

    private AttributeDictionary(DataDictionary elements, Tsv supplement) {
        this.elements = elements;
        for (String[] c : supplement.rows()) {
            Entry entry = new Entry(c[1], c.length > 2 && c[2].equals("R"));
            if (this.supplement.put(Integer.parseUnsignedInt(c[0], 16), entry) != null) {
                throw new TableException("the dictionary's supplement lists " + c[0] + " twice");
            }
        }
    }

    /** The dictionary that the product ships. */
    public static AttributeDictionary load() {
        return new AttributeDictionary(DataDictionary.standard(), Tsv.resource("ps3.6-supplement.tsv"));
    }

    private Optional<Entry> entry(int tag) {
        Entry entry = supplement.get(tag);
        return entry != null ? Optional.of(entry) : elements.entry(tag).map(e -> new Entry(e.vr(), e.retired()));
    }

    public boolean contains(int tag) {
        return vr(tag) != null;
    }

    /** The attribute's (first) VR, or null if the standard does not know the attribute. */
    public StandardVr vr(int tag) {
        return vr(tag, 0);
    }

    /** The attribute's last VR (for example SS of US/SS), the same as {@link #vr} where there is only one. */
    public StandardVr otherVr(int tag) {
        StandardVr second = vr(tag, 3);
        StandardVr third = vr(tag, 6);
        return third != null ? third : second != null ? second : vr(tag);
    }

    private StandardVr vr(int tag, int at) {
        String vrs = entry(tag).map(Entry::vrs).orElse("");
        return vrs.length() < at + 2 ? null : StandardVr.valueOf(vrs.substring(at, at + 2));
    }

    public boolean retired(int tag) {
        return entry(tag).map(Entry::retired).orElse(false);
    }
}
