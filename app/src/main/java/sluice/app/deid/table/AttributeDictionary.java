package sluice.app.deid.table;

import java.util.Locale;

/**
 * The standard attributes of PS3.6 with VR and lowest value multiplicity, all editions up to the named one. It is newer than
 * the toolkit's dictionary and knows SV, UV and OV. Families (repeating groups) are not in it.
 */
public final class AttributeDictionary {

    private static final int SLOTS = 1 << 14;
    private static final int RETIRED = 1 << 16;

    private final int[] tags = new int[SLOTS];
    private final int[] facts = new int[SLOTS];
    private final String edition;
    private int size;

    private AttributeDictionary(Tsv tsv) {
        this.edition = tsv.edition();
        for (String[] c : tsv.rows()) {
            add(c);
        }
    }

    /** The dictionary that the product ships. */
    public static AttributeDictionary load() {
        return new AttributeDictionary(Tsv.resource("ps3.6-attributes.tsv"));
    }

    private void add(String[] c) {
        if (c.length < 3 || c[0].length() != 8) {
            throw new TableException("dictionary line '" + String.join(" ", c) + "' is not tag, VR, VM");
        }
        int tag = Integer.parseUnsignedInt(c[0], 16);
        int slot = slot(tag);
        if (facts[slot] != 0) {
            throw new TableException(TagPattern.format(tag) + " is in the dictionary twice");
        }
        String[] vrs = c[1].split("/");
        int fact = 1 << 17 | (c.length > 3 ? RETIRED : 0) | lowestMultiplicity(c[2]) << 24;
        for (int i = 0; i < 2; i++) {
            fact |= StandardVr.valueOf(vrs[Math.min(i, vrs.length - 1)].toUpperCase(Locale.ROOT)).ordinal() << 8 * i;
        }
        tags[slot] = tag;
        facts[slot] = fact;
        size++;
    }

    private static int lowestMultiplicity(String vm) {
        int n = 0;
        for (int i = 0; i < vm.length() && Character.isDigit(vm.charAt(i)); i++) {
            n = n * 10 + vm.charAt(i) - '0';
        }
        return Math.max(1, Math.min(n, 127));
    }

    private int slot(int tag) {
        int i = tag * 0x9E3779B9 >>> 18;
        while (facts[i] != 0 && tags[i] != tag) {
            i = i + 1 & SLOTS - 1;
        }
        return i;
    }

    public String edition() {
        return edition;
    }

    public int size() {
        return size;
    }

    /** Visits every attribute in no particular order. */
    public void forEach(java.util.function.IntConsumer tag) {
        for (int i = 0; i < SLOTS; i++) {
            if (facts[i] != 0) {
                tag.accept(tags[i]);
            }
        }
    }

    public boolean contains(int tag) {
        return facts[slot(tag)] != 0;
    }

    /** The attribute's (first) VR, or null if the standard does not know the attribute. */
    public StandardVr vr(int tag) {
        int fact = facts[slot(tag)];
        return fact == 0 ? null : StandardVr.at(fact & 0xff);
    }

    /** The attribute's other VR (for example SS beside US), the same as {@link #vr} where there is only one. */
    public StandardVr otherVr(int tag) {
        int fact = facts[slot(tag)];
        return fact == 0 ? null : StandardVr.at(fact >>> 8 & 0xff);
    }

    public boolean retired(int tag) {
        return (facts[slot(tag)] & RETIRED) != 0;
    }

    /** Lowest number of values that the attribute may have, 1 if unknown. */
    public int lowestMultiplicity(int tag) {
        return Math.max(1, facts[slot(tag)] >>> 24);
    }
}
