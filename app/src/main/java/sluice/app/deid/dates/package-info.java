/**
 * New forms of dates and times (DA, TM, DT, AS and days in running text) for one patient: kept, shifted by a keyed number of
 * days, or cut to month and year. Days are those of the Gregorian calendar without time zone, as in the data set; an offset
 * from UTC inside a DT value stays. It refuses to guess: what is no valid date or time gets no new form and has to go. No
 * clock and no randomness: a shift derives from the project secret and the patient.
 */
package sluice.app.deid.dates;
