package sluice.transfer.connector;

import java.time.Duration;

/** Passing time, given from outside so that pacing and pausing can be tested without waiting. */
public interface Ticker {
    /** Nanoseconds since an arbitrary moment; never decreases. */
    long nanos();

    /** Waits; ends early only by interruption. */
    void sleep(Duration duration) throws InterruptedException;

    /** The machine's monotonic clock. */
    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
        };
    }
}
