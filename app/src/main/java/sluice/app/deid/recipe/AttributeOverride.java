package sluice.app.deid.recipe;

import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.TagPattern;

/**
 * A recipe's own choice for one attribute, before the standard's tables.
 *
 * @param pattern one tag, or a repeating group
 * @param action D, Z, X, K or U
 */
public record AttributeOverride(TagPattern pattern, ActionCode action) {

    public AttributeOverride {
        if (action.conditional() || action == ActionCode.C) {
            throw new IllegalArgumentException("an override takes one of D, Z, X, K, U");
        }
    }
}
