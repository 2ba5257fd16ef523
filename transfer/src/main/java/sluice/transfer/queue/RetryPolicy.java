package sluice.transfer.queue;

import java.time.Duration;

/**
 * When to try again: exponential back-off with a ceiling. Up to half of each wait is left to chance, so that many senders
 * do not come back at the same moment; the chance is passed in.
 *
 * @param first       wait after the first failure
 * @param ceiling     longest wait
 * @param maxFailures failures in a row after which a person has to look
 */
public record RetryPolicy(Duration first, Duration ceiling, int maxFailures) {
    public RetryPolicy {
        if (first.isNegative() || first.isZero() || ceiling.compareTo(first) < 0 || maxFailures < 1) {
            throw new IllegalArgumentException("a retry policy waits some time, at most its ceiling, and tries at least once");
        }
    }

    /** From 30 seconds to 6 hours, 60 failures: about two weeks of outage. */
    public static RetryPolicy standard() {
        return new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(6), 60);
    }

    /**
     * The wait after this many failures in a row.
     *
     * @param failures at least 1
     * @param chance   from 0 to 1: 0 halves the wait, 1 leaves it whole
     */
    public Duration delay(int failures, double chance) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(ceiling) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        wait = wait.compareTo(ceiling) > 0 ? ceiling : wait;
        return Duration.ofMillis((long) (wait.toMillis() * (0.5 + 0.5 * Math.max(0, Math.min(1, chance)))));
    }

    /** Whether a person has to look after this many failures in a row. */
    public boolean exhausted(int failures) {
        return failures >= maxFailures;
    }
}
