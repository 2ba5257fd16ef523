package sluice.transfer.receipt;

import java.time.Instant;
import java.util.Objects;

/**
 * One item of a delivery and what was seen of it at the destination.
 *
 * @param remoteName final name at the destination
 * @param size       length in bytes of what was sent
 * @param sha256     its SHA-256
 * @param evidence   the observation
 * @param observedAt when the observation was made
 */
public record ItemEvidence(String remoteName, long size, String sha256, Evidence evidence, Instant observedAt) {
    public ItemEvidence {
        Objects.requireNonNull(remoteName, "remoteName");
        Sha256Text.require(sha256);
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(observedAt, "observedAt");
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    /** Whether the observation fits the item and is at least this strong. */
    public boolean reaches(Evidence.Strength minimum) {
        return evidence.confirms(size, sha256) && evidence.strength().compareTo(minimum) >= 0;
    }
}
