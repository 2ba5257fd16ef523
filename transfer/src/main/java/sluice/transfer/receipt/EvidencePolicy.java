package sluice.transfer.receipt;

import java.util.List;
import java.util.Objects;

/**
 * The weakest evidence that lets a delivery be called received. Below it the delivery stays visibly sent.
 *
 * @param minimum the weakest strength accepted, for every item
 */
public record EvidencePolicy(Evidence.Strength minimum) {
    public EvidencePolicy {
        Objects.requireNonNull(minimum, "minimum");
    }

    /** The policy for destinations about which nothing else was decided: the content itself must be confirmed. */
    public static EvidencePolicy contentConfirmed() {
        return new EvidencePolicy(Evidence.Strength.REMOTE_DIGEST);
    }

    /** Judges a receipt; every item has to reach the minimum. */
    public Verdict judge(Receipt receipt) {
        List<String> weak = receipt.items().stream()
                .filter(item -> !item.reaches(minimum))
                .map(ItemEvidence::remoteName)
                .toList();
        return weak.isEmpty() ? new Verdict.Received() : new Verdict.SentNotReceived(weak);
    }

    /** The outcome of judging a receipt. */
    public sealed interface Verdict {
        /** Every item's evidence is strong enough. */
        record Received() implements Verdict {
        }

        /** The named items arrived with weaker evidence than the policy asks for. */
        record SentNotReceived(List<String> remoteNames) implements Verdict {
            public SentNotReceived {
                remoteNames = List.copyOf(remoteNames);
            }
        }
    }
}
