package sluice.app.deid.dicom;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.Condition;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.table.IodTypes;

/**
 * The rules of one recipe for one worker: which overrides hold depends on the instance, and which types attributes have on
 * its SOP class. Not for two threads at once.
 */
public final class RuleSet {

    private final Recipe recipe;
    private final List<Condition> conditions;
    private final Function<BitSet, Rules> compile;
    private final IodTypes iods;
    private final Map<BitSet, Rules> compiled = new HashMap<>();
    private final Rules general;

    /**
     * @param conditions the different ones of the recipe's overrides
     * @param compile rules for the conditions that hold
     */
    RuleSet(Recipe recipe, List<Condition> conditions, Function<BitSet, Rules> compile, IodTypes iods) {
        this.recipe = recipe;
        this.conditions = conditions;
        this.compile = compile;
        this.iods = iods;
        this.general = rules(new BitSet());
    }

    public Recipe recipe() {
        return recipe;
    }

    /** The rules where no condition holds. */
    Rules general() {
        return general;
    }

    /** The rules for one instance. */
    Rules rules(Attributes instance) {
        if (conditions.isEmpty()) {
            return general;
        }
        String modality = text(instance, Tag.Modality);
        String sopClass = text(instance, Tag.SOPClassUID);
        String manufacturer = text(instance, Tag.Manufacturer);
        BitSet holding = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            holding.set(i, conditions.get(i).holds(modality, sopClass, manufacturer));
        }
        return rules(holding);
    }

    /** The top level of the instance's IOD, or null. */
    IodTypes.Node place(Attributes instance) {
        return iods.node(text(instance, Tag.SOPClassUID));
    }

    private Rules rules(BitSet holding) {
        return compiled.computeIfAbsent(holding, compile);
    }

    private static String text(Attributes instance, int tag) {
        return Pseudonyms.trim(Values.text(instance, VR.LO, instance.getValue(tag), true));
    }
}
