package sluice.app.deid.dates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    @ParameterizedTest
    @CsvSource({"045Y, 045Y", "45y, 045Y", "089Y, 089Y", "090Y, 090Y", "091Y, 090Y", "999Y, 090Y", "999M, 999M", "003W, 003W",
        "000D, 000D", "' 45Y', 045Y", "45, ''", "0045Y, ''", "Y, ''", "'', ''", "'095Y\\x\\012M', '090Y\\\\012M'"})
    void agesEndAtNinety(String before, String after) {
        assertEquals(after, Ages.capped(before, 89));
    }

    @ParameterizedTest
    @CsvSource({"017Y, 017Y", "018Y, 018Y", "216M, 018Y", "215M, 215M", "939W, 018Y", "938W, 938W", "999D, 999D"})
    void anotherCapHoldsForEveryUnit(String before, String after) {
        assertEquals(after, Ages.capped(before, 17));
    }

    @ParameterizedTest
    @CsvSource({"2000-01-01, 2000-01-01, 000D", "2000-01-01, 2000-01-28, 027D", "2000-01-01, 2000-01-29, 004W",
        "2000-01-01, 2000-03-31, 012W", "2000-01-01, 2000-04-01, 003M", "2000-01-01, 2001-12-31, 023M",
        "2000-01-01, 2002-01-01, 002Y", "2000-02-29, 2019-02-28, 018Y", "2000-02-29, 2019-03-01, 019Y",
        "1930-06-15, 2020-06-14, 089Y", "1930-06-15, 2020-06-15, 090Y", "1901-01-01, 2020-01-01, 119Y", "0001-01-01, 2020-01-01, ''",
        "2000-01-02, 2000-01-01, ''"})
    void agesHaveTheUnitThatSuits(LocalDate birth, LocalDate day, String age) {
        assertEquals(age, Ages.between(birth, day).orElse(""));
    }
}
