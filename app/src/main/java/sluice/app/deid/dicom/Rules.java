package sluice.app.deid.dicom;

import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.StandardVr;

/**
 * A recipe compiled to one table look-up per attribute: open addressing, one int of facts per tag. Immutable and shared by
 * all workers; {@link RulesCompiler} makes it.
 */
public final class Rules {

    static final int SLOTS = 1 << 14;

    private static final Rule[] RULES = Rule.values();
    private static final IdentityAttributes.Kind[] KINDS = IdentityAttributes.Kind.values();
    private static final int KNOWN = 1 << 30;
    private static final int WEAKER = 1 << 29;
    private static final int ODD_GROUP = 0x0001_0000;

    private final int[] tags;
    private final int[] facts;
    private final int curves;
    private final int overlays;
    private final int restOfOverlay;

    Rules(int[] tags, int[] facts, int curves, int overlays) {
        this.tags = tags;
        this.facts = facts;
        this.curves = curves;
        this.overlays = overlays;
        this.restOfOverlay = op(overlays) == Op.REMOVE
                ? pack(Op.REMOVE, Rule.HOUSE, StandardVr.UN, StandardVr.UN, null) : overlays;
    }

    static int pack(Op op, Rule rule, StandardVr vr, StandardVr other, IdentityAttributes.Kind kind) {
        return KNOWN | op.ordinal() | rule.ordinal() << 4 | vr.ordinal() << 9 | other.ordinal() << 15
                | (kind == null ? 0 : kind.ordinal() + 1) << 21;
    }

    static int weaker(int fact) {
        return fact | WEAKER;
    }

    static int slot(int[] tags, int[] facts, int tag) {
        int i = tag * 0x9E3779B9 >>> 18;
        while (facts[i] != 0 && tags[i] != tag) {
            i = i + 1 & SLOTS - 1;
        }
        return i;
    }

    /** Facts about a tag; every tag has some. */
    int facts(int tag) {
        if ((tag & 0xffff) == 0) {
            return pack(Op.REMOVE, Rule.GROUP_LENGTH, StandardVr.UL, StandardVr.UL, null);
        }
        if ((tag & ODD_GROUP) != 0) {
            return pack(Op.REMOVE, Rule.PRIVATE, StandardVr.UN, StandardVr.UN, null);
        }
        int group = tag >>> 16;
        if (group < 8) {
            return pack(Op.REMOVE, Rule.GROUP, StandardVr.UN, StandardVr.UN, null);
        }
        int fact = facts[slot(tags, facts, tag)];
        if (fact != 0) {
            return fact;
        }
        return switch (group >>> 8) {
            case 0x50 -> curves;
            case 0x60 -> (tag & 0xFFFF) == 0x3000 || (tag & 0xFFFF) == 0x4000 ? overlays : restOfOverlay;
            default -> pack(Op.REMOVE, Rule.UNKNOWN, StandardVr.UN, StandardVr.UN, null);
        };
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
