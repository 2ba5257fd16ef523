package sluice.app.deid.dicom;

import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;

/**
 * A recipe compiled for one worker: one int of facts per tag in an open-addressing table that fills as tags are met. Not for
 * two threads at once. {@link RulesCompiler} makes it.
 */
public final class Rules {

    private static final int SLOTS = 1 << 13;
    private static final int FULL = SLOTS / 2;
    private static final Rule[] RULES = Rule.values();
    private static final IdentityAttributes.Kind[] KINDS = IdentityAttributes.Kind.values();
    private static final int KNOWN = 1 << 30;
    private static final int WEAKER = 1 << 29;
    private static final int ODD_GROUP = 0x0001_0000;
    private static final int GROUP_LENGTH = pack(Op.REMOVE, Rule.GROUP_LENGTH, StandardVr.UL, StandardVr.UL, null);
    private static final int PRIVATE = pack(Op.REMOVE, Rule.PRIVATE, StandardVr.UN, StandardVr.UN, null);
    private static final int GROUP = pack(Op.REMOVE, Rule.GROUP, StandardVr.UN, StandardVr.UN, null);
    private static final int FIRST_GROUP_OF_DATA_SETS = 8;

    private final int[] tags = new int[SLOTS];
    private final int[] facts = new int[SLOTS];
    private final java.util.function.IntUnaryOperator decide;
    private int used;

    /**
     * @param decide facts of any standard tag of group 0008 or higher
     */
    Rules(java.util.function.IntUnaryOperator decide) {
        this.decide = decide;
    }

    static int pack(Op op, Rule rule, StandardVr vr, StandardVr other, IdentityAttributes.Kind kind) {
        return KNOWN | op.ordinal() | rule.ordinal() << 4 | vr.ordinal() << 9 | other.ordinal() << 15
                | (kind == null ? 0 : kind.ordinal() + 1) << 21;
    }

    static int weaker(int fact) {
        return fact | WEAKER;
    }

    /** Facts about a tag; every tag has some. */
    int facts(int tag) {
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
        while (facts[i] != 0) {
            if (tags[i] == tag) {
                return facts[i];
            }
            i = i + 1 & SLOTS - 1;
        }
        int fact = decide.applyAsInt(tag);
        if (used < FULL) {
            used++;
            tags[i] = tag;
            facts[i] = fact;
        }
        return fact;
    }

    static Op op(int fact) {
        return Op.at(fact & 15);
    }

    static Rule rule(int fact) {
        return RULES[fact >>> 4 & 31];
    }

    static StandardVr vr(int fact) {
        return StandardVr.at(fact >>> 9 & 63);
    }

    static StandardVr otherVr(int fact) {
        return StandardVr.at(fact >>> 15 & 63);
    }

    static IdentityAttributes.Kind identity(int fact) {
        int k = fact >>> 21 & 7;
        return k == 0 ? null : KINDS[k - 1];
    }

    /** True where the recipe keeps what the Basic Profile protects. */
    static boolean isWeaker(int fact) {
        return (fact & WEAKER) != 0;
    }
}
