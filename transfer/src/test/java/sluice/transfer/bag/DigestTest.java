package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theStandardsExampleHolds() throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertEquals(ABC, Digest.of(abc).hex());
        assertEquals(new Measured(new Digest(ABC), 3), Measured.of(new ByteArrayInputStream(abc)));
        assertArrayEquals(Digest.of(abc).bytes(), Digest.parse(ABC.toUpperCase()).bytes());
    }

    @Test
    void onlyDigestsAreDigests() {
        assertThrows(IllegalArgumentException.class, () -> new Digest(ABC.toUpperCase()));
        assertThrows(IllegalArgumentException.class, () -> new Digest(ABC.substring(1)));
        assertThrows(IllegalArgumentException.class, () -> Digest.parse("g" + ABC.substring(1)));
        assertThrows(IllegalArgumentException.class, () -> new Measured(new Digest(ABC), -1));
    }

    @Test
    void interruptionEndsMeasuring() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> Measured.of(new ByteArrayInputStream(new byte[10])));
        assertEquals(true, Thread.interrupted());
    }
}
