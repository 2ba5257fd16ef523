package sluice.app.deid.dicom;

import sluice.app.deid.report.Rule;
import sluice.app.deid.table.IdentityAttributes;
import sluice.app.deid.table.IodTypes;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.StandardVr;

/**
 * What a recipe wants done with one attribute.
 *
 * @param choice the action
 * @param instead the action where {@link Op#CLEAN} leaves nothing
 * @param rule which rule decided
 * @param vr the attribute's VR, UN if it is not known
 * @param otherVr its second VR, the same as the first where there is only one
 * @param identity what a value says about whose the data is, or null
 * @param deviation how the recipe departs from the profile here
 * @param cleanable running text, or a sequence with it, that is cleaned where it stands in content that is cleaned
 * @param why the decision in words, for people
 */
record Fact(Choice choice, Choice instead, Rule rule, StandardVr vr, StandardVr otherVr, IdentityAttributes.Kind identity,
        Deviation deviation, boolean cleanable, String why) {

    /**
     * Where a recipe departs from the Basic Profile.
     *
     * @param weaker whether an override keeps what the profile protects
     * @param option the option of PS3.15 E.3 that decided, or null
     * @param breaks options whose promise an override breaks here: a bit for each ordinal
     * @param value what an override puts in place, "" if none
     * @param monthAndYear whether dates lose their day
     */
    record Deviation(boolean weaker, ProfileOption option, int breaks, String value, boolean monthAndYear) {
        static final Deviation NONE = new Deviation(false, null, 0, "", false);

        static Deviation of(ProfileOption option) {
            return option == null ? NONE : new Deviation(false, option, 0, "", false);
        }
    }

    static Fact removed(Rule rule, StandardVr vr, String why) {
        Choice remove = Choice.always(Op.REMOVE);
        return new Fact(remove, remove, rule, vr, vr, null, Deviation.NONE, false, why);
    }

    /** @param place where the attribute stands, or null */
    Op op(IodTypes.Node place, int tag) {
        return choice.at(place, tag);
    }

    /** True if the attribute itself stays, whatever is done with its value. */
    boolean kept() {
        return choice.unknown() == Op.KEEP || choice.unknown() == Op.CLEAN;
    }

    /** True if the recipe wants the very value although it may say how to reach somebody: institutions, devices, overrides. */
    boolean retainsItsOwn() {
        return rule == Rule.OVERRIDE || deviation.option() == ProfileOption.RETAIN_INSTITUTION_IDENTITY
                || deviation.option() == ProfileOption.RETAIN_DEVICE_IDENTITY;
    }
}
