package sluice.app.job;

/**
 * What became of one item of {@link ParallelWork}.
 *
 * @param <I> the item
 * @param <O> what the task made of it
 */
public sealed interface Outcome<I, O> {

    /** Position of the item in the source, from 0. */
    long index();

    I item();

    /** The task returned. */
    record Done<I, O>(long index, I item, O value) implements Outcome<I, O> {}

    /**
     * The task threw. Besides exceptions this holds the two errors that a hostile input can cause, running out of stack and
     * out of memory: they end an item, not the run.
     */
    record Failed<I, O>(long index, I item, Throwable cause) implements Outcome<I, O> {}
}
