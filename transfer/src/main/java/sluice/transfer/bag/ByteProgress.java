package sluice.transfer.bag;

/** Hears about progress. Called from one thread at a time, often; must return at once. */
@FunctionalInterface
public interface ByteProgress {

    /** Nobody listens. */
    ByteProgress NONE = bytes -> { };

    /** So many bytes of the content have been processed since the last call. */
    void advanced(long bytes);
}
