package sluice.transfer.queue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a delivery stands. {@link #next()} is the whole table of legal moves. */
public enum DeliveryState {
    /** Ready to be sent. */
    WAITING,
    /** A worker is at it; after a crash the next worker puts it back to {@link #WAITING}. */
    SENDING,
    /** Everything arrived, with weaker evidence than the destination's policy asks for. */
    SENT,
    /** Everything arrived, with sufficient evidence. */
    RECEIVED,
    /** Did not work this time; tried again when due. */
    FAILED,
    /** Needs a person: trying again would do the same or be unsafe, or it failed too often. */
    HELD,
    /** Given up by a person. */
    CANCELLED;

    private static final Map<DeliveryState, Set<DeliveryState>> MOVES = Map.of(
            WAITING, EnumSet.of(SENDING, CANCELLED),
            SENDING, EnumSet.of(WAITING, SENT, RECEIVED, FAILED, HELD, CANCELLED),
            SENT, EnumSet.noneOf(DeliveryState.class),
            RECEIVED, EnumSet.noneOf(DeliveryState.class),
            FAILED, EnumSet.of(WAITING, SENDING, CANCELLED),
            HELD, EnumSet.of(WAITING, CANCELLED),
            CANCELLED, EnumSet.noneOf(DeliveryState.class));

    /** The states that may follow this one. */
    public Set<DeliveryState> next() {
        return Set.copyOf(MOVES.get(this));
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
