package sluice.app.deid.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.report.Change;
import sluice.app.deid.report.Done;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.TagPattern;

/**
 * Lays what was done to a data set beside its attributes, those that stayed as they were among them. Never a value: not of
 * what goes, nor of what stays.
 */
final class Explainer {

    private static final int ODD_GROUP = 0x0001_0000;

    private final Rules rules;
    private final PrivateDeclarations declared;
    private final Map<String, List<Change>> changes = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<DatasetDeidentifier.Explained> lines = new ArrayList<>();

    private Explainer(Rules rules, PrivateDeclarations declared, List<Change> changes) {
        this.rules = rules;
        this.declared = declared;
        changes.forEach(c -> this.changes.computeIfAbsent(c.path(), k -> new ArrayList<>(1)).add(c));
    }

    static List<DatasetDeidentifier.Explained> explain(Attributes source, Attributes out, Rules rules, List<Change> changes) {
        Explainer explainer = new Explainer(rules, PrivateDeclarations.of(source), changes);
        explainer.level(source, out, "");
        explainer.changes.forEach((path, done) -> {
            if (!explainer.told.contains(path)) {
                Change last = done.get(done.size() - 1);
                explainer.line(path, last.tag(), last.done().key(), last.rule().key());
            }
        });
        return explainer.lines;
    }

    private void level(Attributes source, Attributes out, String above) {
        for (int tag : source.tags()) {
            String path = above + TagPattern.format(tag);
            told.add(path);
            Object value = source.getValue(tag);
            Fact fact = fact(source, tag);
            List<Change> done = changes.getOrDefault(path, List.of());
            boolean there = out != null && out.contains(tag);
            line(path, tag, result(done, value, there), rule(done, fact, there));
            if (value instanceof Sequence items && there && out.getValue(tag) instanceof Sequence kept
                    && kept.size() == items.size()) {
                for (int i = 0; i < items.size(); i++) {
                    level(items.get(i), kept.get(i), path + "[" + i + "].");
                }
            }
        }
    }

    private Fact fact(Attributes level, int tag) {
        if ((tag & ODD_GROUP) == 0 || !rules.privates().keepAny() || PrivateBlocks.isCreator(tag) || (tag & 0xffff) < 0x1000) {
            return rules.fact(tag);
        }
        int creatorTag = tag & 0xffff_0000 | tag >>> 8 & 0xff;
        String creator = Pseudonyms.trim(Values.text(level, VR.LO, level.getValue(creatorTag), true));
        return rules.privates().fact(creator, tag, level.getVR(tag), declared.safe(creator, tag));
    }

    private static String result(List<Change> done, Object value, boolean there) {
        List<String> keys = done.stream().map(Change::done).filter(d -> d != Done.KEPT_BY_RECIPE)
                .sorted(Comparator.naturalOrder()).distinct().map(Done::key).toList();
        if (!keys.isEmpty()) {
            return String.join(", ", keys);
        }
        if (!there) {
            return Done.REMOVED.key();
        }
        return Values.isEmpty(value) ? "empty as before" : value instanceof Sequence ? "items kept" : "kept";
    }

    /** The last change has the last word; where it is not the attribute's own rule, that one is told as well. */
    private static String rule(List<Change> done, Fact fact, boolean there) {
        Rule last = done.isEmpty() ? fact.rule() : done.get(done.size() - 1).rule();
        if (last == fact.rule()) {
            return fact.rule() == Rule.PRIVATE && there ? "creator of private attributes that stay" : fact.why();
        }
        return last.key() + " (before it: " + fact.why() + ")";
    }

    private void line(String path, int tag, String result, String rule) {
        lines.add(new DatasetDeidentifier.Explained(path, tag, result, rule));
    }
}
