package sluice.app.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a chain entry by entry and remembers the first fault. Not thread-safe; one per run.
 */
public final class ChainVerifier {

    private final Map<Long, ChainHash> waypoints = new HashMap<>();
    private ChainHead head;
    private ChainResult.Broken broken;

    public ChainVerifier(String workspaceId) {
        head = ChainHead.genesis(workspaceId);
    }

    /** The chain must pass through a head that was given out earlier. Call before the first entry. */
    public ChainVerifier through(ChainHead earlier) {
        if (earlier.count() == 0 && !earlier.hash().equals(head.hash())) {
            fault(1, ChainResult.Fault.OTHER_WORKSPACE);
        } else {
            waypoints.put(earlier.count(), earlier.hash());
        }
        return this;
    }

    /** The next stored entry with the hash stored beside it. */
    public void accept(AuditEntry entry, ChainHash stored) {
        long wanted = head.count() + 1;
        if (entry.sequence() != wanted) {
            fault(wanted, ChainResult.Fault.OUT_OF_SEQUENCE);
        }
        if (broken != null) {
            return;
        }
        head = head.next(entry);
        if (!head.hash().equals(stored)) {
            fault(wanted, ChainResult.Fault.CHANGED);
        } else if (!waypoints.getOrDefault(wanted, stored).equals(stored)) {
            fault(wanted, ChainResult.Fault.OTHER_HEAD);
        }
    }

    /** The next stored entry cannot be read. */
    public void malformed() {
        fault(head.count() + 1, ChainResult.Fault.MALFORMED);
    }

    /** True when the rest need not be read. */
    public boolean isBroken() {
        return broken != null;
    }

    /** The result when no head is stored beside the chain. */
    public ChainResult finish() {
        long reached = head.count();
        Optional<Long> missed = waypoints.keySet().stream().filter(count -> count > reached).findAny();
        if (missed.isPresent()) {
            fault(reached + 1, ChainResult.Fault.TRUNCATED);
        }
        return broken != null ? broken : new ChainResult.Intact(head);
    }

    /** The result when the chain must end exactly at a stored head. */
    public ChainResult finish(ChainHead stored) {
        if (stored.count() > head.count()) {
            fault(head.count() + 1, ChainResult.Fault.TRUNCATED);
        } else if (stored.count() < head.count()) {
            fault(Math.max(stored.count(), 0) + 1, ChainResult.Fault.BEYOND_HEAD);
        } else if (!stored.hash().equals(head.hash())) {
            fault(Math.max(head.count(), 1), ChainResult.Fault.OTHER_HEAD);
        }
        return finish();
    }

    private void fault(long sequence, ChainResult.Fault fault) {
        if (broken == null) {
            broken = new ChainResult.Broken(sequence, fault);
        }
    }
}
