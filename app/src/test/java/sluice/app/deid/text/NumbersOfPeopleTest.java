package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that identify by their check digits or by what stands beside them. */
class NumbersOfPeopleTest {

    private static final TextTables TABLES = TextTables.load();
    private static final FreeText CLEANER = new FreeText(KnownIdentity.of(List.of(), TABLES), TABLES, day -> Optional.empty());

    /** The examples that the offices publish, or made with their rules by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"44051401359", "86095742719", "65929970489", "111222333", "1112.22.333", "123456782", "85073003328", "9434765919", "123456789018", "7569217076985", "756.9217.0769.85",
        "7801233540", "780123/3540", "37605030299", "161175-19997", "7523169263", "1800101221144", "33392005961", "0101006500006", "120174-3399", "1234567T", "A123456780", "RSSMRA85T10A562S", "811228-9874", "29029900157",
        "070761-4285", "131052-308T", "12345678Z", "X1234567L", "184127645108946", "219-09-9999"})
    void numbersWithTheirCheckDigitsGo(String number) {
        for (String text : new String[] {"CT " + number + " axial", "CT, nr " + number + ", axial", "CT_" + number + "_axial"}) {
            String cleaned = CLEANER.clean(text, 1000);
            assertTrue(!cleaned.contains(number) && cleaned.startsWith("CT") && cleaned.endsWith("axial"), () -> number + ": " + cleaned);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel 91245678", "mob 91245678", "mob: 0701234567", "tlf 91245678", "ring 91245678", "ring p\u00e5 0701234567", "call 2125550187", "phone 12345678", "+4791245678", "+491711234567", "x+4791245678y", "sms 0701234567",
        "\u0442\u0435\u043b 89161234567", "\u96fb\u8a71 0312345678", "kontakt: 12 34 56 78 90", "Tel.+49(0)30 1234567"})
    void telephoneNumbersWithoutSeparatorsGo(String text) {
        String cleaned = CLEANER.clean("CT " + text + " axial", 1000);
        assertTrue(cleaned.chars().noneMatch(Character::isDigit), cleaned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120 kV 250 mAs", "370000000 Bq", "counts 111222333", "1234567890 counts", "1.2.840.113619.2.55.3.604688119", "series 123456782", "image 9434765919", "kV 12345678", "+12345.678 mm", "512x512x300", "1000000000",
        "acq 0.123456782", "TR 3000 TE 85 TI 2500", "b0 1000 2000 3000", "SUV 12.3456789"})
    void measurementsStay(String text) {
        assertEquals(text, CLEANER.clean(text, 1000));
    }

    @Test
    void descriptorsHaveNone() throws IOException {
        assertEquals(List.of(), InnocentTextTest.innocent().stream().filter(t -> !CLEANER.clean(t, 64).equals(t)).toList());
    }

    /** One number in eleven passes one check digit: how many rules together take of numbers without meaning stays small. */
    @Test
    void fewNumbersWithoutMeaningGo() {
        SplittableRandom random = new SplittableRandom(17);
        List<String> gone = new ArrayList<>();
        CheckedNumbers sure = new CheckedNumbers(false);
        for (int i = 0; i < 2000; i++) {
            String number = Long.toString(random.nextLong(10_000_000_000L, 99_999_999_999L));
            Spans hits = new Spans();
            sure.find("no " + number, hits);
            if (!hits.isEmpty()) {
                gone.add(number);
            }
        }
        assertTrue(gone.size() < 200, () -> gone.size() + " of 2000");
    }
}
