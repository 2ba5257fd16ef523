package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.transfer.bag.ByteProgress;
import sluice.transfer.bag.Measured;

class SealFaultsTest {

    private static final int LARGE = 30_000_000;

    private final RecipientKey key = RecipientKey.generate(SealTestData.RANDOM);
    private final Sealer sealer = new Sealer(List.of(key.recipient()), SealTestData.RANDOM);
    private final IOException fault = new IOException("the disk is full");

    @AfterEach
    void noThreadIsLeft() {
        assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().startsWith("sluice-")));
    }

    /** Zeros without end. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int n = (int) Math.min(left, length);
            left -= n;
            return n == 0 ? -1 : n;
        }
    }

    private OutputStream failingAfter(long bytes) {
        return new OutputStream() {
            private long left = bytes;

            @Override
            public void write(int b) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw fault;
                }
            }
        };
    }

    @Test
    void aFailureOfTheOutputArrivesAsItWas() {
        for (long after : new long[] {0, 1000, 2_000_000}) {
            assertSame(fault, assertThrows(IOException.class,
                    () -> sealer.seal(new Zeros(LARGE), failingAfter(after), ByteProgress.NONE)));
        }
        assertSame(fault, assertThrows(IOException.class,
                () -> sealer.seal(new ByteArrayInputStream(new byte[10]), failingAfter(130), ByteProgress.NONE)));
    }

    @Test
    void aFailureOfTheInputArrivesAsItWas() throws IOException {
        InputStream broken = new InputStream() {
            private final InputStream beginning = new ByteArrayInputStream(SealTestData.seal(new byte[2_000_000], key.recipient()), 0, 1_500_000);

            @Override
            public int read() throws IOException {
                int b = beginning.read();
                if (b < 0) {
                    throw fault;
                }
                return b;
            }
        };
        assertSame(fault, assertThrows(IOException.class,
                () -> new Opener(key).open(broken, OutputStream.nullOutputStream(), Expected.UNKNOWN, ByteProgress.NONE)));
        assertSame(fault, assertThrows(IOException.class, () -> sealer.seal(broken, OutputStream.nullOutputStream(), ByteProgress.NONE)));
    }

    @Test
    void interruptionCancelsBothWays() throws IOException {
        AtomicLong heard = new AtomicLong();
        ByteProgress stop = bytes -> {
            if (heard.addAndGet(bytes) > 5_000_000) {
                Thread.currentThread().interrupt();
            }
        };
        assertThrows(InterruptedIOException.class, () -> sealer.seal(new Zeros(Long.MAX_VALUE), OutputStream.nullOutputStream(), stop));
        assertTrue(Thread.interrupted());
        byte[] sealed = SealTestData.seal(new byte[LARGE], key.recipient());
        heard.set(0);
        assertThrows(InterruptedIOException.class, () -> new Opener(key).open(new ByteArrayInputStream(sealed),
                OutputStream.nullOutputStream(), Expected.UNKNOWN, stop));
        assertTrue(Thread.interrupted());
    }

    @Test
    void anAbandonedFileEndsItsThreads() throws IOException {
        try (SealingStream sealing = sealer.begin(OutputStream.nullOutputStream())) {
            sealing.write(new byte[3_000_000]);
        }
        byte[] sealed = SealTestData.seal(new byte[LARGE], key.recipient());
        try (OpeningStream opening = new Opener(key).begin(new ByteArrayInputStream(sealed), Expected.UNKNOWN)) {
            assertEquals(0, opening.read());
        }
    }

    @Test
    void aRefusedFileStaysRefused() throws IOException {
        byte[] sealed = SealTestData.seal(new byte[10], key.recipient());
        Expected other = Expected.of(Measured.of(new byte[11]), Measured.of(sealed));
        try (OpeningStream opening = new Opener(key).begin(new ByteArrayInputStream(sealed), other)) {
            assertEquals(10, opening.readNBytes(10).length);
            assertThrows(SealException.class, opening::read);
            assertThrows(SealException.class, opening::read);
        }
    }
}
