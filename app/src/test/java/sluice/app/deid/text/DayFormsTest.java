package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** Days in the ways in which people and programs write them. */
class DayFormsTest {

    private static final TextTables TABLES = TextTables.load();
    private static final Function<LocalDate, Optional<LocalDate>> SHIFT = day -> Optional.of(day.minusDays(40));

    private static KnownIdentity known(String birth, String study) {
        return KnownIdentity.of(List.of(new Evidence(Kind.BIRTH_DATE, birth, null), new Evidence(Kind.DATE, study, null)), TABLES);
    }

    private static String clean(String text, Function<LocalDate, Optional<LocalDate>> days) {
        return new FreeText(known("19610714", "20200315"), TABLES, days).clean(text, 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.VII.1961", "14. VII. 61", "14/VII/1961", "07/1961", "7/1961", "1961-07", "07-1961", "1961年7月14日", "昭和36年7月14日", "昭36.7.14", "S36.7.14", "S36/07/14",
        "S360714", "㍼36年7月14日", "1961-195", "1961195", "14 juli -61", "14 juli 61", "14-Jul-61", "14jul61", "14.7.61", "14/07/61", "14-07-61", "140761", "610714", "-267235200", "-267235200000", "-267192000",
        "1961-W28-5", "1961W285", "1961-W28", "14/07/2504", "14071961", "14 July", "July 14th", "14. juli", "14 de julio", "born 14/7", "DOB 14/7", "DOB: 14.7.", "f. 14/7-61", "14/7 (DOB)", "geb. 14.07.",
        "née le 14 juillet", "født 14. juli", "född 1961", "Jahrgang 1961", "birthday 14/7", "*14.07.", "生年月日 1961/7/14", "生年月日：昭和36年7月14日", "д.р. 14.07.61", "narozen 14.7.1961", "ur. 14.VII.1961",
        "民國50年7月14日", "1961.7.14"})
    void birthDaysGoInEveryForm(String written) {
        for (Function<LocalDate, Optional<LocalDate>> days : List.<Function<LocalDate, Optional<LocalDate>>>of(SHIFT, day -> Optional.empty(),
                day -> Optional.of(day.withDayOfMonth(1)))) {
            String cleaned = clean("CT thorax " + written + " axial", days);
            assertTrue(cleaned.matches("CT thorax,? axial"), () -> written + " -> " + cleaned);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prior 15.III.2020 | prior 04.II.2020", "prior 15. III. 20 | prior 04. II. 20", "prior 2020-075 | prior 2020-035", "prior 15 mars -20 | prior 04 février -20",
        "prior 15-MAR-20 | prior 04-FEB-20", "prior 15.03.20 | prior 04.02.20", "prior 03/15/20 | prior 02/04/20", "prior 1584230400 | prior", "prior 1584230400123 | prior",
        "prior 2020-W11-7 | prior", "prior 令和2年3月15日 | prior", "prior R2.3.15 | prior", "prior 15 March | prior", "prior 03/2020 | prior 01/2020", "prior 3 Dec 11 | prior 24 Oct 11",
        "prior 25.12.18 | prior", "prior 2019-W05 | prior"})
    void otherDaysMoveWhereTheirFormHasRoom(String text, String expected) {
        assertEquals(expected, clean(text, SHIFT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"born at 38/40 weeks", "born 38 weeks", "H31.5.1 kernel", "S36.7.15 sw", "TR/TE 3000/2000", "2.5 I 30", "slice 12/2000", "1234567890 counts", "370000000 Bq",
        "T2 V 3.1.20", "10-20-30", "C3/C4", "L4/5", "b 1000/2000", "1/2", "2020 protocol", "phase 30-40-50", "LEAD II 1000", "level IV 20", "set 2 of 10", "1/3 max", "R2 3.15", "may be", "march fracture", "May 2", "OUT 10 20"})
    void whatOnlyLooksLikeADayStays(String text) {
        assertEquals(text, clean(text, day -> Optional.empty()));
    }

    @Test
    void descriptorsHaveNoDays() throws IOException {
        FreeText cleaner = new FreeText(known("19610714", "20200315"), TABLES, day -> Optional.empty());
        List<String> changed = new ArrayList<>();
        for (String text : InnocentTextTest.innocent()) {
            if (!cleaner.clean(text, 64).equals(text)) {
                changed.add(text + " -> " + cleaner.clean(text, 64));
            }
        }
        assertEquals(List.of(), changed);
    }

    /** Thousands of days, each written in each of these ways, between letters and alone. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void everyDayIsFoundInEveryForm(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> left = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            LocalDate b = LocalDate.of(1920, 1, 1).plusDays(random.nextInt(36_000));
            KnownIdentity known = known(b.toString().replace("-", ""), "20200315");
            FreeText cleaner = new FreeText(known, TABLES, SHIFT);
            int d = b.getDayOfMonth();
            int m = b.getMonthValue();
            int y = b.getYear();
            String yy = String.format(Locale.ROOT, "%02d", y % 100);
            long seconds = b.atStartOfDay(ZoneOffset.ofHours(random.nextInt(-11, 12))).toEpochSecond();
            List<String> forms = new ArrayList<>(List.of(d + "." + DateMention.ROMAN.get(m - 1) + "." + y, String.format(Locale.ROOT, "%d-%03d", y, b.getDayOfYear()),
                    String.format(Locale.ROOT, "%02d/%d", m, y), String.format(Locale.ROOT, "%d-W%02d-%d", b.get(IsoFields.WEEK_BASED_YEAR), b.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), b.getDayOfWeek().getValue()),
                    "DOB " + d + "/" + m, "x" + y + String.format(Locale.ROOT, "%02d%02d", m, d) + "y", d + "/" + m + "-" + yy, "born " + yy + "-" + String.format(Locale.ROOT, "%02d-%02d", m, d)));
            if (y > 1926 && y < 1989) {
                forms.add("昭和" + (y - 1925) + "年" + m + "月" + d + "日");
                forms.add("S" + (y - 1925) + "." + m + "." + d);
            }
            if (Math.abs(seconds) > 10_000_000) {
                forms.add(Long.toString(seconds));
                forms.add(seconds + "000");
            }
            for (String form : forms) {
                if (form.equals(d + "/" + m + "-" + yy)) {
                    form = "född " + form;
                }
                String cleaned = cleaner.clean("T1 " + form + " ok", 1000);
                if (!cleaned.replace("x", "").replace("y", "").replaceAll(" +", " ").equals("T1 ok")) {
                    left.add(form + " -> " + cleaned);
                }
            }
        }
        assertEquals(List.of(), left);
    }
}
