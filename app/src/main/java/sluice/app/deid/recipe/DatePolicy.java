package sluice.app.deid.recipe;

/**
 * What a recipe wants done with dates and times that the options of PS3.15 E.3 retain.
 *
 * @param mode how
 * @param maximumDays of a shift: it lies between 1 and this many days into the past
 * @param shiftTimes whether a shift has hours, minutes and seconds too; then a time that passes midnight carries its date
 */
public record DatePolicy(Mode mode, int maximumDays, boolean shiftTimes) {

    /** How dates are treated. */
    public enum Mode {
        /** without a longitudinal option: dates go, as the Basic Profile says */
        REMOVE("remove"),
        /** Retain Longitudinal Temporal Information with Full Dates (E.3.6) */
        KEEP("keep"),
        /** with Modified Dates: one keyed shift for each patient, so that intervals stay */
        SHIFT("shift"),
        /** with Modified Dates: the first day of the month, times go */
        MONTH_AND_YEAR("month");

        private final String key;

        Mode(String key) {
            this.key = key;
        }

        /** The name used in recipes. */
        public String key() {
            return key;
        }
    }

    /** The Basic Profile's. */
    public static final DatePolicy REMOVED = new DatePolicy(Mode.REMOVE, 0, false);
}
