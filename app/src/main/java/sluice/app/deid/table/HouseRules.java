package sluice.app.deid.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Integer, Rule> single = new HashMap<>();

    private HouseRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (Rule rule : rules) {
            if (rule.pattern().isSingleTag() && single.put(rule.pattern().tag(), rule) != null) {
                throw new TableException("house rule " + rule.pattern() + " is there twice");
            }
        }
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

    /** The rule for a tag, or null. */
    public Rule rule(int tag) {
        Rule rule = single.get(tag);
        if (rule != null) {
            return rule;
        }
        for (Rule family : rules) {
            if (!family.pattern().isSingleTag() && family.pattern().matches(tag)) {
                return family;
            }
        }
        return null;
    }

    public List<Rule> rules() {
        return rules;
    }
}
