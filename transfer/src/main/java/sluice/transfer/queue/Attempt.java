package sluice.transfer.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * One try to deliver.
 *
 * @param startedAt when it began
 * @param endedAt   when it ended; empty while it is under way
 * @param bytes     bytes handed to the destination in this try
 * @param outcome   {@code RECEIVED}, {@code SENT}, a failure's code, or {@code Abandoned} when the process was killed;
 *                  empty while it is under way
 */
public record Attempt(Instant startedAt, Optional<Instant> endedAt, long bytes, Optional<String> outcome) {
}
