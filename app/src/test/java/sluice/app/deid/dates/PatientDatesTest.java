package sluice.app.deid.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.pseudonym.Pseudonyms;
import sluice.app.deid.recipe.DatePolicy;
import sluice.app.deid.recipe.DatePolicy.Mode;
import sluice.app.deid.recipe.PseudonymPolicy;
import sluice.app.deid.table.DateTimePairs;
import sluice.app.deid.table.StandardVr;

class PatientDatesTest {

    private static final Attributes ALONE = new Attributes();
    private static final LocalDate ANY = LocalDate.of(2020, 6, 15);

    private static PatientDates with(Mode mode, int days, boolean times, String secret) {
        Pseudonyms pseudonyms = new Pseudonyms(new ProjectSecret(1, secret.getBytes(StandardCharsets.US_ASCII)),
                new PseudonymPolicy(PseudonymPolicy.Scheme.KEYED, "SL-"));
        return new PatientDates(new DatePolicy(mode, days, times), pseudonyms, DateTimePairs.load());
    }

    private static PatientDates shift(int days) {
        return with(Mode.SHIFT, days, false, "a secret for tests, thirty-two bytes");
    }

    private static long shiftOf(PatientDates dates, String patient) {
        return ChronoUnit.DAYS.between(ANY, dates.of(patient).day(ANY).orElseThrow());
    }

    @Test
    void theShiftIsThePatientsInEveryRun() {
        // kept from the first version: another number would part later deliveries from earlier ones
        assertEquals(-288, shiftOf(shift(365), "SL-AAAA-BBBB-CCCC-DDDD"));
        assertEquals(shiftOf(shift(365), "SL-1"), shiftOf(shift(365), "SL-1"));
        assertNotEquals(shiftOf(shift(3650), "SL-1"), shiftOf(shift(3650), "SL-2"));
        assertNotEquals(shiftOf(shift(3650), "SL-1"),
                shiftOf(with(Mode.SHIFT, 3650, false, "another secret for tests, 32 bytes"), "SL-1"));
        String time = with(Mode.SHIFT, 365, true, "a secret for tests, thirty-two bytes").of("SL-AAAA-BBBB-CCCC-DDDD")
                .clean(ALONE, Tag.ContrastBolusStartTime, StandardVr.TM, "120000.5");
        assertEquals("031656.5", time);
    }

    @Test
    void shiftsAreSpreadEvenlyOverAllTheirValues() {
        PatientDates dates = shift(10);
        int[] counts = new int[11];
        for (int i = 0; i < 10_000; i++) {
            counts[(int) -shiftOf(dates, "patient " + i)]++;
        }
        assertEquals(0, counts[0]);
        double chiSquare = 0;
        for (int days = 1; days <= 10; days++) {
            chiSquare += (counts[days] - 1000.0) * (counts[days] - 1000.0) / 1000;
        }
        assertTrue(chiSquare < 27.9, "chi square " + chiSquare + " of 9 degrees of freedom, 99.9 % below 27.9");
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(shiftOf(shift(1), "patient " + i));
        }
        assertEquals(Set.of(-1L), seen);
    }

    @Test
    void aShiftOfNoDaysIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> shift(0));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "MONTH_AND_YEAR, DA, 19910229, ''", "MONTH_AND_YEAR, DA, 19920229, 19920201", "MONTH_AND_YEAR, DA, 1992.02.29, 19920201",
        "MONTH_AND_YEAR, TM, 101010, ''", "MONTH_AND_YEAR, DT, 19920229101010.5+0100, 199202", "MONTH_AND_YEAR, DT, 1992, 1992",
        "MONTH_AND_YEAR, DT, 199213, ''", "MONTH_AND_YEAR, DA, '19920229\\x\\20000131', '19920201\\\\20000101'",
        "KEEP, DA, 19920229, 19920229", "KEEP, DA, 'Friday', ''", "KEEP, TM, 10:10:10, 10:10:10", "KEEP, TM, 2460, ''",
        "KEEP, DT, 1992022910+0100, 1992022910+0100", "KEEP, DT, '1992+9900', ''",
        "REMOVE, DA, 19920229, ''", "REMOVE, TM, 10, ''", "REMOVE, DT, '1992\\1993', '\\'"})
    void theOtherPoliciesTreatEachValueByItself(Mode mode, StandardVr vr, String before, String after) {
        DateCleaning dates = with(mode, 0, false, "a secret for tests, thirty-two bytes").of("SL-1");
        assertEquals(after, dates.clean(ALONE, Tag.StudyDate, vr, before));
    }

    @Test
    void daysInTextFollowThePolicy() {
        assertEquals(Optional.of(LocalDate.of(2020, 6, 1)), with(Mode.MONTH_AND_YEAR, 0, false, "x".repeat(32)).of("p").day(ANY));
        assertEquals(Optional.of(ANY), with(Mode.KEEP, 0, false, "x".repeat(32)).of("p").day(ANY));
        assertEquals(Optional.empty(), with(Mode.REMOVE, 0, false, "x".repeat(32)).of("p").day(ANY));
    }
}
