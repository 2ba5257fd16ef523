package sluice.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How results look to people. */
class TextFormsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.00 kB", "1234567, 1.23 MB", "9994, 9.99 kB", "9995, 10.0 kB", "99950, 100 kB",
        "999499, 999 kB", "999500, 1.00 MB", "9223372036854775807, 9223 PB"})
    void sizesHaveThreeFigures(long bytes, String text) {
        assertEquals(text, HumanUnits.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "59, 59 s", "60, 1 min 0 s", "3599, 59 min 59 s", "7500, 2 h 5 min"})
    void durationsHaveTwoUnits(long seconds, String text) {
        assertEquals(text, HumanUnits.duration(Duration.ofSeconds(seconds)));
    }

    @Test
    void tableAlignsByCharactersAndEndsWithoutBlanks() {
        TextTable table = new TextTable("A", "B", "C");
        assertTrue(table.isEmpty());
        table.row("\uD83D\uDE00\uD83D\uDE00", null, 3);
        table.row("x", "long", "");
        assertFalse(table.isEmpty());
        assertEquals(List.of("A   B     C", "\uD83D\uDE00\uD83D\uDE00        3", "x   long"), table.lines());
    }

    @Test
    void progressIsDrawnSeldomAndWiped() {
        AtomicLong clock = new AtomicLong();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(new PrintStream(seen, true, StandardCharsets.UTF_8), clock::get);
        line.phase("scan", 100, 1_000_000);
        line.advance(1, 10_000);
        assertEquals("", seen.toString(StandardCharsets.UTF_8));
        clock.set(10_000_000_000L);
        line.advance(24, 240_000);
        assertTrue(seen.toString(StandardCharsets.UTF_8).contains("scan  25 of 100  250 kB  25.0 kB/s  30 s left"));
        line.close();
        assertTrue(seen.toString(StandardCharsets.UTF_8).endsWith(" \r"));
        int drawn = seen.size();
        line.close();
        assertEquals(drawn, seen.size());
    }

    @Test
    void errorCodesTellFaultsApartAndHoldNoMessage() {
        assertEquals(ErrorCode.of(fault("Svensson")), ErrorCode.of(fault("Kowalska")));
        assertNotEquals(ErrorCode.of(fault("x")), ErrorCode.of(new IOException(fault("x"))));
        assertTrue(ErrorCode.of(fault("x")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}"));
        Exception bare = new Exception();
        bare.setStackTrace(new StackTraceElement[0]);
        assertTrue(ErrorCode.of(bare).matches("[0-9A-Z]{4}-[0-9A-Z]{4}"));
    }

    private static Exception fault(String message) {
        return new IllegalStateException(message);
    }
}
