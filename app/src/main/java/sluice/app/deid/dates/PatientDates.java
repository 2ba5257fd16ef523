package sluice.app.deid.dates;

import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.DatePolicy;
import sluice.app.deid.table.DateTimePairs;

/**
 * Makes the {@link DateCleaning} of each patient. A shift is the same for all of a patient's objects in every run with the
 * secret: HMAC-SHA-256 of the purpose and the pseudonym, evenly spread over 1 to the policy's greatest number of days into
 * the past; where times are shifted too, 0 to 86,399 seconds more. As the pseudonyms, not for two threads at once.
 */
public final class PatientDates {

    private final DatePolicy policy;
    private final Pseudonyms pseudonyms;
    private final DateTimePairs pairs;

    /** @throws IllegalArgumentException if a shift has no days to choose from */
    public PatientDates(DatePolicy policy, Pseudonyms pseudonyms, DateTimePairs pairs) {
        if (policy.mode() == DatePolicy.Mode.SHIFT && policy.maximumDays() < 1) {
            throw new IllegalArgumentException("a shift of dates is at least one day");
        }
        this.policy = policy;
        this.pseudonyms = pseudonyms;
        this.pairs = pairs;
    }

    /** @param patient the patient's pseudonym, which stands for ID and issuer or what was there in their place */
    public DateCleaning of(String patient) {
        return switch (policy.mode()) {
            case REMOVE -> Coarse.NONE;
            case KEEP -> Coarse.FULL;
            case MONTH_AND_YEAR -> Coarse.MONTH;
            case SHIFT -> shift(patient);
        };
    }

    private DateCleaning shift(String patient) {
        int days = 1 + pseudonyms.number("date shift", policy.maximumDays(), patient);
        int seconds = policy.shiftTimes() ? pseudonyms.number("time shift", TimeOfDay.DAY, patient) : 0;
        return new Shift(-days, -seconds, pairs);
    }
}
