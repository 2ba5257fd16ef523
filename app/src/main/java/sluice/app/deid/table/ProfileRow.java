package sluice.app.deid.table;

import java.util.Map;

/**
 * One row of PS3.15 Table E.1-1.
 *
 * @param pattern which attributes the row speaks of
 * @param name the attribute's name in the standard
 * @param retired column "Retd." (from PS3.6)
 * @param inStandardIod column "In Std. Comp. IOD" (from PS3.3)
 * @param basic action of the Basic Profile
 * @param options actions that an option puts in place of it; options without an entry change nothing
 */
public record ProfileRow(TagPattern pattern, String name, boolean retired, boolean inStandardIod, ActionCode basic,
        Map<ProfileOption, ActionCode> options) {

    public ProfileRow {
        options = Map.copyOf(options);
    }
}
