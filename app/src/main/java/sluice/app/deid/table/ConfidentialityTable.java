package sluice.app.deid.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PS3.15 Table E.1-1, "Application Level Confidentiality Profile Attributes", of a named edition. */
public final class ConfidentialityTable {

    private static final List<String> FIXED = List.of("tag", "name", "retired", "inStandardCompositeIod", "basicProfile");

    private final String edition;
    private final List<ProfileRow> rows;
    private final Map<Integer, ProfileRow> single;
    private final List<ProfileRow> families;

    private ConfidentialityTable(String edition, List<ProfileRow> rows) {
        this.edition = edition;
        this.rows = List.copyOf(rows);
        this.single = new HashMap<>();
        List<ProfileRow> patterns = new ArrayList<>();
        for (ProfileRow row : rows) {
            if (!row.pattern().isSingleTag()) {
                patterns.add(row);
            } else if (single.put(row.pattern().tag(), row) != null) {
                throw new TableException(row.pattern() + " is listed twice");
            }
        }
        this.families = List.copyOf(patterns);
        if (families.stream().noneMatch(r -> r.pattern().isPrivate())) {
            throw new TableException("the row for private attributes is missing");
        }
    }

    /** The table that the product ships. */
    public static ConfidentialityTable load() {
        return of(Tsv.resource("ps3.15-e1-1.tsv"));
    }

    /**
     * Reads a table in the form of the shipped one.
     *
     * @throws TableException naming the line if a column is missing or unknown, a code is undefined or a tag is listed twice
     */
    public static ConfidentialityTable read(Reader reader) throws IOException {
        return of(Tsv.read(reader));
    }

    private static ConfidentialityTable of(Tsv tsv) {
        if (tsv.edition().isBlank()) {
            throw new TableException("the edition line is missing");
        }
        if (tsv.rows().isEmpty()) {
            throw new TableException("the header line is missing");
        }
        checkHeader(tsv.rows().get(0));
        List<ProfileRow> rows = new ArrayList<>(tsv.rows().size());
        for (String[] cells : tsv.rows().subList(1, tsv.rows().size())) {
            rows.add(row(cells));
        }
        return new ConfidentialityTable(tsv.edition(), rows);
    }

    private static void checkHeader(String[] header) {
        List<String> expected = new ArrayList<>(FIXED);
        for (ProfileOption option : ProfileOption.values()) {
            if (option.hasColumn()) {
                expected.add(option.key());
            }
        }
        if (!Arrays.asList(header).equals(expected)) {
            throw new TableException("columns are " + String.join(", ", header) + " instead of " + String.join(", ", expected));
        }
    }

    private static ProfileRow row(String[] c) {
        String where = c[0];
        if (c.length != FIXED.size() + 10) {
            throw new TableException(where + ": " + c.length + " columns instead of " + (FIXED.size() + 10));
        }
        if (c[1].isBlank()) {
            throw new TableException(where + ": the name is empty");
        }
        Map<ProfileOption, ActionCode> options = new EnumMap<>(ProfileOption.class);
        try {
            for (int i = FIXED.size(); i < c.length; i++) {
                if (!c[i].isEmpty()) {
                    options.put(ProfileOption.values()[i - FIXED.size()], ActionCode.of(c[i]));
                }
            }
            return new ProfileRow(TagPattern.parse(where), c[1], yes(c[2]), yes(c[3]), ActionCode.of(c[4]), options);
        } catch (TableException e) {
            throw new TableException(where + ": " + e.getMessage());
        }
    }

    private static boolean yes(String cell) {
        return switch (cell) {
            case "Y" -> true;
            case "N" -> false;
            default -> throw new TableException("'" + cell + "' is neither Y nor N");
        };
    }

    /** For example {@code PS3.15 2026c}. */
    public String edition() {
        return edition;
    }

    /** All rows in file order. */
    public List<ProfileRow> rows() {
        return rows;
    }

    /** The rows that speak of more than one tag. */
    public List<ProfileRow> families() {
        return families;
    }

    /** The row that decides on this tag: its own one before that of a family; null if the table does not list it. */
    public ProfileRow row(int tag) {
        ProfileRow row = single.get(tag);
        if (row != null) {
            return row;
        }
        for (ProfileRow family : families) {
            if (family.pattern().matches(tag)) {
                return family;
            }
        }
        return null;
    }
}
