package sluice.app.deid.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done with attributes that Table E.1-1 leaves out although they can identify (the table names this as the
 * de-identifier's own responsibility, PS3.15 E.1.1). Each rule has its reason in the resource.
 */
public final class HouseRules {

    /**
     * @param pattern which attributes
     * @param action an unconditional action
     * @param reason in one sentence
     */
    public record Rule(TagPattern pattern, ActionCode action, String reason) { }

    private final List<Rule> rules;

    private HouseRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that the product ships. */
    public static HouseRules load() {
        List<Rule> rules = new ArrayList<>();
        for (String[] c : Tsv.resource("house-rules.tsv").rows()) {
            if (c.length != 3 || c[2].isBlank()) {
                throw new TableException("house rule " + c[0] + " is not tag, action, reason");
            }
            ActionCode action = ActionCode.of(c[1]);
            if (action.conditional() || action == ActionCode.C) {
                throw new TableException("house rule " + c[0] + " has no definite action");
            }
            rules.add(new Rule(TagPattern.parse(c[0]), action, c[2]));
        }
        return new HouseRules(rules);
    }

    public List<Rule> rules() {
        return rules;
    }
}
