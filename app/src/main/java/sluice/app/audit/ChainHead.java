package sluice.app.audit;

/**
 * How far a chain reaches. Whoever keeps one outside the workspace, for example in a delivered package, can later prove that
 * nothing up to there was changed or cut off.
 *
 * @param count entries so far, 0 for an empty chain
 * @param hash hash of the last entry, or the genesis
 */
public record ChainHead(long count, ChainHash hash) {

    public static ChainHead genesis(String workspaceId) {
        return new ChainHead(0, ChainHash.genesis(workspaceId));
    }

    /** The head after one more entry, which must carry the next sequence number. */
    public ChainHead next(AuditEntry entry) {
        if (entry.sequence() != count + 1) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " cannot follow entry " + count);
        }
        return new ChainHead(entry.sequence(), hash.next(entry));
    }
}
