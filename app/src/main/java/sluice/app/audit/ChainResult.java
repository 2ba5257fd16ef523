package sluice.app.audit;

/** What verification found. */
public sealed interface ChainResult {

    /** Every entry is there, in order and unchanged. */
    record Intact(ChainHead head) implements ChainResult {}

    /**
     * @param sequence the first sequence number that cannot be trusted; everything before it is proven
     * @param fault what is wrong there
     */
    record Broken(long sequence, Fault fault) implements ChainResult {}

    /** Why a chain does not hold. */
    enum Fault {
        /** An entry is missing, repeated or in another place. */
        OUT_OF_SEQUENCE,
        /** An entry is not what was hashed. */
        CHANGED,
        /** An entry cannot be read in its canonical form. */
        MALFORMED,
        /** The chain ends before the head that it should reach. */
        TRUNCATED,
        /** The chain is longer than its head says. */
        BEYOND_HEAD,
        /** The head, or an older head that the chain should pass through, belongs to another history. */
        OTHER_HEAD,
        /** The chain was begun for another workspace. */
        OTHER_WORKSPACE
    }
}
