package sluice.app.deid.recipe;

/**
 * What is done with Patient's Age (0010,1010) where it is retained.
 *
 * @param cap ages above this many years become one year more than it: few people are older, and they are known
 * @param derive whether a missing age is computed from birth date and study date before these are taken away
 */
public record AgePolicy(int cap, boolean derive) {

    /** 89 as in the Safe Harbor rule of the United States (45 CFR 164.514(b)(2)(i)(C)). */
    public static final AgePolicy DEFAULT = new AgePolicy(89, false);
}
