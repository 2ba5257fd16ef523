package sluice.app.deid.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import sluice.viewer.codec.PixelBox;

/** Known places of text in images of certain manufacturers, models and sizes, as data. Immutable. */
public final class BurnedInRegions {
    private final List<RegionRule> signatures;

    private BurnedInRegions(Tsv table) {
        List<RegionRule> all = new ArrayList<>();
        for (String[] row : table.rows()) {
            if (row.length != 2) {
                throw new TableException("a row of burned-in regions has " + row.length + " columns");
            }
            List<RegionRule.Condition> conditions = new ArrayList<>();
            for (String text : row[0].split("; ")) {
                conditions.add(condition(text));
            }
            List<PixelBox> boxes = new ArrayList<>();
            for (String text : row[1].split(" ")) {
                boxes.add(box(text));
            }
            all.add(new RegionRule(conditions, boxes));
        }
        signatures = List.copyOf(all);
    }

    /** What the product ships. */
    public static BurnedInRegions load() {
        return new BurnedInRegions(Tsv.resource("burned-in-regions.tsv"));
    }

    /** A site's own table in the same form: {@code (gggg,eeee) is|has WORD; …<TAB>x,y,width,height …}. */
    public static BurnedInRegions read(Reader reader) throws IOException {
        return new BurnedInRegions(Tsv.read(reader));
    }

    /** Number of signatures. */
    public int size() {
        return signatures.size();
    }

    /**
     * Places of text in an image; none where no signature fits. They may reach beyond the image's edges.
     *
     * @param text the value of an attribute, also of file meta information, without padding; "" where there is none
     */
    public List<PixelBox> of(IntFunction<String> text) {
        List<PixelBox> boxes = new ArrayList<>();
        for (RegionRule s : signatures) {
            if (s.holds(text)) {
                boxes.addAll(s.boxes());
            }
        }
        return boxes;
    }

    private static RegionRule.Condition condition(String text) {
        if (!text.matches("\\([0-9A-F]{4},[0-9A-F]{4}\\) (is|has) .+")) {
            throw new TableException("a condition of burned-in regions is not of the form (gggg,eeee) is|has WORD");
        }
        int tag = Integer.parseUnsignedInt(text.substring(1, 5) + text.substring(6, 10), 16);
        boolean whole = text.startsWith("is ", 12);
        return new RegionRule.Condition(tag, whole, Set.of(text.substring(whole ? 15 : 16).toUpperCase(Locale.ROOT)));
    }

    private static PixelBox box(String text) {
        String[] n = text.split(",");
        try {
            return new PixelBox(Integer.parseInt(n[0]), Integer.parseInt(n[1]), Integer.parseInt(n[2]), Integer.parseInt(n[3]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new TableException("a box of burned-in regions is not of the form x,y,width,height");
        }
    }
}
