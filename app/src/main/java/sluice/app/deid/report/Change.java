package sluice.app.deid.report;

import sluice.app.deid.table.TagPattern;

/**
 * One reported change.
 *
 * @param parents tags and item numbers from the top: tag, item, tag, item, …; empty at the top level; not to be modified
 * @param tag the attribute
 * @param done what happened to it
 * @param rule which rule decided
 */
public record Change(int[] parents, int tag, Done done, Rule rule) {

    /** For example {@code (0008,1140)[0].(0008,1155)}. */
    public String path() {
        if (parents.length == 0) {
            return TagPattern.format(tag);
        }
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < parents.length; i += 2) {
            s.append(TagPattern.format(parents[i])).append('[').append(parents[i + 1]).append("].");
        }
        return s.append(TagPattern.format(tag)).toString();
    }

    @Override
    public String toString() {
        return path() + " " + done.key() + " (" + rule.key() + ")";
    }
}
