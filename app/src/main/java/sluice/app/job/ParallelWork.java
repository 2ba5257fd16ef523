package sluice.app.job;

import java.util.Iterator;
import java.util.function.Supplier;

/**
 * A bounded parallel map: items are pulled from the source and outcomes handed over on the calling thread, the task runs on
 * a fixed number of worker threads. At most {@code window} items are between the source and the sink at any time, so
 * neither a fast source nor a slow sink fills the memory.
 *
 * <p>Each item reaches the sink exactly once, as {@link Outcome.Done} or {@link Outcome.Failed}, unless the run itself ends
 * early: by interruption, by an exception from the source or the sink, or by an error that is not the item's fault. In that
 * case the workers are interrupted and have ended before {@link #run} throws, and items that did not reach the sink count as
 * not done.
 *
 * <p>May be run again, also from several threads at once; every run has its own workers and worker states.
 *
 * @param <S> what each worker keeps for itself, such as buffers or a {@code Mac}; closed at the end if it is
 *     {@link AutoCloseable}
 * @param <I> item
 * @param <O> result
 */
public final class ParallelWork<S, I, O> {

    /** In which order outcomes reach the sink. */
    public enum Order {
        /** As in the source. One slow item holds back those behind it, up to the window. */
        SOURCE,
        /** As they become ready. */
        COMPLETION
    }

    /** Runs on a worker thread. Interruption means that the whole run is being stopped. */
    public interface Task<S, I, O> {
        O apply(S state, I item) throws Exception;
    }

    /** Takes outcomes on the calling thread. */
    public interface Sink<I, O, X extends Exception> {
        void accept(Outcome<I, O> outcome) throws X, InterruptedException;
    }

    private final int workers;
    private final int window;
    private final Order order;
    private final Supplier<? extends S> state;
    private final Task<? super S, ? super I, ? extends O> task;

    /**
     * @param workers threads, at least 1
     * @param window most items between source and sink, at least {@code workers}
     * @param state called once on each worker thread, before its first item
     */
    public ParallelWork(
            int workers,
            int window,
            Order order,
            Supplier<? extends S> state,
            Task<? super S, ? super I, ? extends O> task) {
        if (workers < 1 || window < workers) {
            throw new IllegalArgumentException("workers " + workers + ", window " + window);
        }
        this.workers = workers;
        this.window = window;
        this.order = order;
        this.state = state;
        this.task = task;
    }

    /** A task without worker state, with a window of eight items for each worker. */
    public static <I, O> ParallelWork<Void, I, O> of(int workers, Order order, Task<Void, ? super I, ? extends O> task) {
        return new ParallelWork<Void, I, O>(workers, workers * 8, order, () -> null, task);
    }

    /**
     * Maps the whole source and returns when the sink has seen the last outcome.
     *
     * @throws InterruptedException when the calling thread is interrupted
     * @throws X from the sink
     */
    public <X extends Exception> void run(Iterator<? extends I> source, Sink<? super I, ? super O, X> sink)
            throws InterruptedException, X {
        try (Crew<S, I, O> crew = new Crew<>(workers, order == Order.SOURCE, state, task)) {
            long next = 0;
            while (true) {
                while (crew.inFlight() < window && source.hasNext()) {
                    crew.submit(next++, source.next());
                    if (Thread.interrupted()) {
                        throw new InterruptedException("cancelled");
                    }
                }
                if (crew.inFlight() == 0) {
                    return;
                }
                hand(crew.take(), sink);
            }
        }
    }

    @SuppressWarnings("unchecked") // an outcome is immutable: who can take a supertype can take this one
    private static <I, O, X extends Exception> void hand(Outcome<I, O> outcome, Sink<? super I, ? super O, X> sink)
            throws InterruptedException, X {
        ((Sink<I, O, X>) sink).accept(outcome);
    }
}
