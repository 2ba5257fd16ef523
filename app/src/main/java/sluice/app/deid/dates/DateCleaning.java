package sluice.app.deid.dates;

import java.time.LocalDate;
import java.util.Optional;
import org.aoju.bus.image.galaxy.data.Attributes;
import sluice.app.deid.table.StandardVr;

/** Dates and times of one patient in their new form: action C of PS3.15 Table E.1-1a for DA, TM and DT. */
public interface DateCleaning {

    /**
     * The new form of a value.
     *
     * @param level the data set or item that holds it, for the time that belongs to a date and the date that belongs to a time
     * @param vr DA, TM or DT
     * @param value as in the file without padding, several separated by backslashes
     * @return the same number of values, empty ones where an old one is no valid date or time
     */
    String clean(Attributes level, int tag, StandardVr vr, String value);

    /** A day that was found in running text: its new form, or empty where it has to go. */
    Optional<LocalDate> day(LocalDate day);
}
