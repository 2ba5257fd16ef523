package sluice.app.deid.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.table.DateTimePairs;
import sluice.app.deid.table.StandardVr;

class ShiftTest {

    private static final DateTimePairs PAIRS = DateTimePairs.load();
    private static final Attributes ALONE = new Attributes();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private static String shifted(int days, int seconds, StandardVr vr, String value) {
        return new Shift(days, seconds, PAIRS).clean(ALONE, Tag.StudyDate, vr, value);
    }

    @ParameterizedTest
    @CsvSource({
        // month ends, leap days, both ends of the calendar
        "-1, DA, 20000301, 20000229", "-1, DA, 19000301, 19000228", "-1, DA, 20210101, 20201231", "-366, DA, 20210228, 20200228",
        "-1, DA, 18000101, 17991231", "-3650, DA, 20000229, 19900303", "-1, DA, 20001301, ''", "-1, DA, 20000230, ''",
        "-1, DA, 2000, ''", "-1, DA, 200002, ''", "-1, DA, '', ''", "-1, DA, ' 20000301 ', 20000229",
        // forms that are not today's
        "-1, DA, 2000.03.01, 20000229", "-1, DA, 2000-03-01, 20000229", "-1, DA, 2000/03/01, 20000229", "-1, DA, 2000.03-01, ''",
        "-1, DA, 01.03.2000, ''", "-1, DA, ２０００0301, ''",
        // several values, ranges
        "-1, DA, '20000301\\\\20000302\\', '20000229\\\\20000301\\'", "-1, DA, '20000301\\x\\20000303', '20000229\\\\20000302'",
        "-1, DA, 20000301-20000310, 20000229-20000309", "-1, DA, -20000310, -20000309", "-1, DA, 20000301-, 20000229-",
        "-1, DA, 20000301-x, ''", "-1, DA, -, ''", "-1, DA, --, ''",
        // days that stand for none would tell the shift
        "-1, DA, 00010101, ''", "-1, DA, 00000000, ''", "-1, DA, 17530101, ''", "-1, DA, 99991231, ''", "-1, DA, 19000101, ''",
        "-1, DT, 99991231235959, ''", "-1, DT, 1900, 1900",
        // times stay where only days move
        "-9, TM, 10, 10", "-9, TM, 1020, 1020", "-9, TM, 102030.123456, 102030.123456", "-9, TM, 10:20:30, 102030",
        "-9, TM, 10:20, 1020", "-9, TM, 10:2030, ''", "-9, TM, 235960, 000000", "-9, TM, 24, ''", "-9, TM, 1, ''",
        "-9, TM, 102030., ''", "-9, TM, 102030.1234567, ''", "-9, TM, 1000-1100, 1000-1100", "-9, TM, noon, ''",
        // moments in every precision
        "-1, DT, 20000301, 20000229", "-1, DT, 2000030110, 2000022910", "-1, DT, 200003011020, 200002291020",
        "-1, DT, 20000301102030, 20000229102030", "-1, DT, 20000301102030.5, 20000229102030.5",
        "-1, DT, 20000301102030.123456+0100, 20000229102030.123456+0100", "-1, DT, 2000030110-0500, 2000022910-0500",
        "-1, DT, 20000301-0330, 20000229-0330", "-1, DT, 200003, 200003", "-20, DT, 200003, 200002", "-1, DT, 2000, 2000",
        "-200, DT, 2000, 1999", "-1, DT, 2000+0100, 2000+0100", "-1, DT, 20000301102030+1500, ''", "-1, DT, 20000230, ''",
        "-1, DT, 200000, ''", "-1, DT, 200003011, ''", "-1, DT, 2000030125, ''", "-1, DT, '20000301\\200003', '20000229\\200003'"})
    void daysMove(int days, StandardVr vr, String before, String after) {
        assertEquals(after, shifted(days, 0, vr, before));
    }

    @ParameterizedTest
    @CsvSource({
        // an hour, a minute and a second; the date itself stands alone
        "-3661, DA, 20000301, 20000229", "-3661, TM, 102030.25, 091929.25", "-3661, TM, 1020, 0918", "-3661, TM, 10, 08",
        "-3661, TM, 000000, 225859", "-3661, TM, 00, 22", "-3661, DT, 20000301010100, 20000228235959",
        "-3661, DT, 20000301010101, 20000229000000", "-3661, DT, 2000030101, 2000022823", "-3661, DT, 20000301, 20000229",
        "-3661, DT, 20000301010100.7-0500, 20000228235959.7-0500", "-60, TM, 235960, 235900"})
    void timesMoveToo(int seconds, StandardVr vr, String before, String after) {
        assertEquals(after, shifted(-1, seconds, vr, before));
    }

    private static Attributes pair(String date, String time) {
        Attributes level = new Attributes();
        level.setString(Tag.AcquisitionDate, VR.DA, date.split("\\\\"));
        if (!time.isEmpty()) {
            level.setString(Tag.AcquisitionTime, VR.TM, time.split("\\\\"));
        }
        return level;
    }

    /** Date and time after a shift of one day and the seconds. */
    private static String pair(int seconds, String date, String time) {
        Attributes level = pair(date, time);
        Shift shift = new Shift(-1, seconds, PAIRS);
        return shift.clean(level, Tag.AcquisitionDate, StandardVr.DA, date) + " "
                + shift.clean(level, Tag.AcquisitionTime, StandardVr.TM, time);
    }

    @Test
    void aTimeThatPassesMidnightCarriesItsDate() {
        assertEquals("20000229 000000", pair(-3600, "20000301", "010000"));
        assertEquals("20000228 235959", pair(-3600, "20000301", "005959"));
        assertEquals("20000228 23", pair(-60, "20000301", "00"));
        assertEquals("20000228 2359", pair(-1, "20000301", "00:00"));
        assertEquals("20000229 000000.5", pair(0, "20000301", "000000.5"));
        assertEquals("20000229 235900", pair(-60, "20000301", "235960"));
    }

    @Test
    void aDateWithoutAValidTimeMovesByTheDaysAlone() {
        assertEquals("20000229 ", pair(-3600, "20000301", ""));
        assertEquals("20000229 ", pair(-3600, "20000301", "0061"));
        assertEquals(" 233000", pair(-3600, "2000", "003000"));
        assertEquals("20000228\\20000302 230000\\000000", pair(-3600, "20000301\\20000303", "000000\\010000"));
        assertEquals("20000229\\20000302 230000", pair(-3600, "20000301\\20000303", "000000"));
    }

    @Test
    void bothPartnersOfEveryPairKnowEachOther() {
        assertEquals(Tag.StudyTime, PAIRS.partner(Tag.StudyDate).orElseThrow());
        assertEquals(Tag.StudyDate, PAIRS.partner(Tag.StudyTime).orElseThrow());
        assertEquals(Tag.PatientBirthTime, PAIRS.partner(Tag.PatientBirthDate).orElseThrow());
        assertTrue(PAIRS.partner(Tag.RadiopharmaceuticalStartTime).isEmpty());
    }

    @Test
    void intervalsOfAPatientStayToTheSecond() {
        SplittableRandom random = new SplittableRandom(19);
        for (int i = 0; i < 20_000; i++) {
            Shift shift = new Shift(-random.nextInt(1, 3651), -random.nextInt(86_400), PAIRS);
            LocalDateTime a = moment(random);
            LocalDateTime b = moment(random);
            Duration before = Duration.between(a, b);
            LocalDateTime a1 = random.nextBoolean() ? viaPair(shift, a) : viaMoment(shift, a);
            LocalDateTime b1 = random.nextBoolean() ? viaPair(shift, b) : viaMoment(shift, b);
            assertEquals(before, Duration.between(a1, b1), () -> a + " and " + b);
            LocalDate c = shift.day(a.toLocalDate()).orElseThrow();
            LocalDate d = LocalDate.parse(shift.clean(ALONE, Tag.LastMenstrualDate, StandardVr.DA,
                    b.format(DateTimeFormatter.BASIC_ISO_DATE)), DateTimeFormatter.BASIC_ISO_DATE);
            assertEquals(b.toLocalDate().toEpochDay() - a.toLocalDate().toEpochDay(), d.toEpochDay() - c.toEpochDay());
            assertTrue(Math.abs(Duration.between(d.atStartOfDay(), b1.toLocalDate().atStartOfDay()).toDays()) <= 1);
        }
    }

    @Test
    void theNegativeOfAShiftUndoesIt() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 20_000; i++) {
            int days = random.nextInt(1, 3651);
            int seconds = random.nextInt(86_400);
            Shift there = new Shift(-days, -seconds, PAIRS);
            Shift back = new Shift(days, seconds, PAIRS);
            LocalDateTime a = moment(random);
            assertEquals(a, viaMoment(back, viaMoment(there, a)));
            assertEquals(a, viaPair(back, viaPair(there, a)));
            assertEquals(Optional.of(a.toLocalDate()), there.day(a.toLocalDate()).flatMap(back::day));
        }
    }

    @Test
    void whateverAValueHoldsItsPlacesStayAndWhatComesOutIsValid() {
        SplittableRandom random = new SplittableRandom(21);
        String alphabet = "0012339.:-+\\ /&é\0";
        Shift shift = new Shift(-200, -40_000, PAIRS);
        StandardVr[] vrs = {StandardVr.DA, StandardVr.TM, StandardVr.DT};
        for (int i = 0; i < 200_000; i++) {
            StringBuilder value = new StringBuilder(random.nextBoolean() ? "2000" : "");
            for (int n = random.nextInt(26); n > 0; n--) {
                value.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            StandardVr vr = vrs[random.nextInt(3)];
            String after = shift.clean(ALONE, Tag.StudyDate, vr, value.toString());
            assertEquals(value.chars().filter(c -> c == '\\').count(), after.chars().filter(c -> c == '\\').count());
            for (String one : after.split("\\\\")) {
                assertTrue(one.matches(switch (vr) {
                    case DA -> "(\\d{8})?(-?(\\d{8})?)?";
                    case TM -> "(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?(-(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?)?";
                    default -> "(\\d{4}(\\d{2}(\\d{2}(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?)?";
                }), () -> value + " became " + one);
            }
        }
    }

    private static LocalDateTime moment(SplittableRandom random) {
        return LocalDate.of(1901, 1, 1).plusDays(random.nextInt(60_000)).atStartOfDay().plusSeconds(random.nextInt(86_400));
    }

    private static LocalDateTime viaMoment(Shift shift, LocalDateTime at) {
        return LocalDateTime.parse(shift.clean(ALONE, Tag.AcquisitionDateTime, StandardVr.DT, at.format(SECONDS)), SECONDS);
    }

    private static LocalDateTime viaPair(Shift shift, LocalDateTime at) {
        String date = at.format(SECONDS).substring(0, 8);
        String time = at.format(SECONDS).substring(8);
        Attributes level = pair(date, time);
        return LocalDateTime.parse(shift.clean(level, Tag.AcquisitionDate, StandardVr.DA, date)
                + shift.clean(level, Tag.AcquisitionTime, StandardVr.TM, time), SECONDS);
    }
}
