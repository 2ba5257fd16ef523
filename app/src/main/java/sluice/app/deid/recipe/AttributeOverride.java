package sluice.app.deid.recipe;

import sluice.app.deid.table.TagPattern;

/**
 * A recipe's own choice for some attributes, before the standard's tables.
 *
 * @param pattern which attributes: one tag, a repeating group, or for private attributes a tag with the block left open
 *     ({@code 0019,xx0C}); null stands for everything of the creator
 * @param creator Private Creator, "" for attributes of the standard
 * @param action what is done
 * @param value the new value of {@link Action#REPLACE}, else ""
 * @param when in which instances
 */
public record AttributeOverride(TagPattern pattern, String creator, Action action, String value, Condition when) {

    /** What an override does: the actions of PS3.15 Table E.1-1a that need no condition, and two of this product. */
    public enum Action {
        D("D"), Z("Z"), X("X"), K("K"), U("U"), C("C"),
        /** a value that the recipe gives */
        REPLACE("replace"),
        /** dates: the first day of the month; times go */
        MONTH_AND_YEAR("monthAndYear");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        /** The name used in recipes. */
        public String key() {
            return key;
        }
    }

    /** For every instance. */
    public static AttributeOverride of(TagPattern pattern, Action action) {
        return new AttributeOverride(pattern, "", action, "", Condition.ALWAYS);
    }

    public boolean isPrivate() {
        return !creator.isEmpty();
    }

    /** True if this override speaks of a private attribute, whatever its block. */
    public boolean matches(String privateCreator, int tag) {
        return isPrivate() && creator.equals(privateCreator) && (pattern == null || pattern.matches(tag));
    }

    /** True if this override speaks of an attribute of the standard. */
    public boolean matches(int tag) {
        return !isPrivate() && pattern.matches(tag);
    }

    String canonical() {
        String tag = isPrivate() ? (pattern == null ? "all" : pattern.toString()) + " of " + creator : pattern.toString();
        return tag + ' ' + action.key() + (action == Action.REPLACE ? " \"" + value + '"' : "") + when.canonical();
    }
}
