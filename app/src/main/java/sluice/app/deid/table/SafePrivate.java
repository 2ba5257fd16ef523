package sluice.app.deid.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * PS3.15 Table E.3.10-1, "Safe Private Attributes": private attributes that identify nobody by what their manufacturer says
 * of them. An attribute is known by its private creator, group and the last two digits of its element; the block that the
 * creator reserved differs from file to file. Immutable; look-ups allocate nothing but a trimmed creator.
 */
public final class SafePrivate {

    /**
     * One row.
     *
     * @param creator the private creator
     * @param vr the first VR that the table names, UN where it names none
     * @param vm value multiplicity as printed
     * @param meaning as printed, may be empty
     */
    public record Entry(String creator, StandardVr vr, String vm, String meaning) { }

    private static final int WITHOUT_BLOCK = 0xFFFF_00FF;
    private static final int FIRST_ELEMENT = 0x1000;

    private record Block(int[] tags, Entry[] entries) {

        static Block of(TreeMap<Integer, Entry> rows) {
            return new Block(rows.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    rows.values().toArray(new Entry[0]));
        }
    }

    private final String edition;
    private final int size;
    private final Map<String, Block> creators;

    private SafePrivate(String edition, int size, Map<String, Block> creators) {
        this.edition = edition;
        this.size = size;
        this.creators = Map.copyOf(creators);
    }

    /** The table that the product ships. */
    public static SafePrivate load() {
        return of(Tsv.resource("safe-private.tsv"));
    }

    static SafePrivate of(Tsv tsv) {
        Map<String, TreeMap<Integer, Entry>> rows = new HashMap<>();
        for (String[] c : tsv.rows()) {
            if (c.length != 5 || !c[0].matches("[0-9A-F]{3}[13579BDF],xx[0-9A-F]{2}")) {
                throw new TableException("'" + c[0] + "' is no private attribute with an open block");
            }
            int tag = Integer.parseUnsignedInt(c[0].substring(0, 4) + "00" + c[0].substring(7), 16);
            StandardVr vr = c[2].isEmpty() ? StandardVr.UN : StandardVr.valueOf(c[2].substring(0, 2));
            Entry entry = new Entry(c[1], vr, c[3], c[4]);
            if (rows.computeIfAbsent(c[1], k -> new TreeMap<>()).put(tag, entry) != null) {
                throw new TableException(c[0] + " of " + c[1] + " is listed twice");
            }
        }
        Map<String, Block> creators = new HashMap<>();
        rows.forEach((creator, entries) -> creators.put(creator, Block.of(entries)));
        return new SafePrivate(tsv.edition(), tsv.rows().size(), creators);
    }

    /** For example {@code PS3.15 2026d}. */
    public String edition() {
        return edition;
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /**
     * The row for a private attribute, or null.
     *
     * @param creator value of the Private Creator that reserved the attribute's block; spaces around it do not count, upper
     *     and lower case do
     * @param tag with whatever block the file uses; for the Private Creator itself the answer is null
     */
    public Entry find(String creator, int tag) {
        if ((tag & 0xFFFF) < FIRST_ELEMENT) {
            return null;
        }
        Block block = creators.get(creator.strip());
        if (block == null) {
            return null;
        }
        int at = Arrays.binarySearch(block.tags(), tag & WITHOUT_BLOCK);
        return at < 0 ? null : block.entries()[at];
    }
}
