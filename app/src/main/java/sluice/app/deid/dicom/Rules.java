package sluice.app.deid.dicom;

import java.util.function.IntFunction;
import sluice.app.deid.report.Rule;
import sluice.app.deid.table.StandardVr;

/**
 * A recipe compiled for one worker and one set of conditions: a fact per tag in an open-addressing table that fills as tags
 * are met. Not for two threads at once. {@link RulesCompiler} makes it.
 */
public final class Rules {

    private static final int SLOTS = 1 << 13;
    private static final int FULL = SLOTS / 2;
    private static final int ODD_GROUP = 0x0001_0000;
    private static final Fact GROUP_LENGTH = Fact.removed(Rule.GROUP_LENGTH, StandardVr.UL, "group length");
    private static final Fact PRIVATE = Fact.removed(Rule.PRIVATE, StandardVr.UN, "E.1-1 gggg,eeee: X");
    private static final Fact GROUP = Fact.removed(Rule.GROUP, StandardVr.UN, "group without a place in a data set");
    private static final int FIRST_GROUP_OF_DATA_SETS = 8;

    private final int[] tags = new int[SLOTS];
    private final Fact[] facts = new Fact[SLOTS];
    private final IntFunction<Fact> decide;
    private final PrivateRules privates;
    private int used;

    /**
     * @param decide facts of any standard tag of group 0008 or higher
     * @param privates facts of private attributes
     */
    Rules(IntFunction<Fact> decide, PrivateRules privates) {
        this.decide = decide;
        this.privates = privates;
    }

    /** Facts about a tag; every tag has some. Private ones have the profile's: see {@link #privates()} for more. */
    Fact fact(int tag) {
        if ((tag & 0xffff) == 0) {
            return GROUP_LENGTH;
        }
        if ((tag & ODD_GROUP) != 0) {
            return PRIVATE;
        }
        if (tag >>> 16 < FIRST_GROUP_OF_DATA_SETS) {
            return GROUP;
        }
        int i = tag * 0x9E3779B9 >>> 19;
        while (facts[i] != null) {
            if (tags[i] == tag) {
                return facts[i];
            }
            i = i + 1 & SLOTS - 1;
        }
        Fact fact = decide.apply(tag);
        if (used < FULL) {
            used++;
            tags[i] = tag;
            facts[i] = fact;
        }
        return fact;
    }

    PrivateRules privates() {
        return privates;
    }
}
