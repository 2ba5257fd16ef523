package sluice.app.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** The threads of one run. Only the thread that made it calls its methods. */
final class Crew<S, I, O> implements AutoCloseable {

    private final BlockingQueue<Slot<I, O>> todo = new LinkedBlockingQueue<>();
    private final BlockingQueue<Slot<I, O>> ready = new LinkedBlockingQueue<>();
    private final Deque<Slot<I, O>> sourceOrder = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final boolean ordered;
    private final Supplier<? extends S> state;
    private final ParallelWork.Task<? super S, ? super I, ? extends O> task;
    private volatile boolean over;
    private int inFlight;

    Crew(
            int workers,
            boolean ordered,
            Supplier<? extends S> state,
            ParallelWork.Task<? super S, ? super I, ? extends O> task) {
        this.ordered = ordered;
        this.state = state;
        this.task = task;
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(this::work, Thread.currentThread().getName() + "-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    int inFlight() {
        return inFlight;
    }

    void submit(long index, I item) {
        Slot<I, O> slot = new Slot<>(index, item);
        inFlight++;
        if (ordered) {
            sourceOrder.add(slot);
        }
        todo.add(slot);
    }

    /** Waits for the next outcome; rethrows an error that concerns the run and not one item. */
    Outcome<I, O> take() throws InterruptedException {
        while (ordered && sourceOrder.element().outcome == null) {
            settle(ready.take());
        }
        Slot<I, O> slot = ordered ? sourceOrder.remove() : settle(ready.take());
        inFlight--;
        return slot.outcome;
    }

    private static <I, O> Slot<I, O> settle(Slot<I, O> slot) {
        if (slot.fatal != null) {
            throw new IllegalStateException("A worker thread ended; items not reported are not done.", slot.fatal);
        }
        slot.outcome = slot.result;
        return slot;
    }

    private void work() {
        S mine = null;
        try {
            mine = state.get();
            for (Slot<I, O> slot = next(); slot != null; slot = next()) {
                slot.result = attempt(mine, slot);
                ready.add(slot);
            }
        } catch (Throwable fatal) {
            Slot<I, O> end = new Slot<>(-1, null);
            end.fatal = fatal;
            ready.add(end);
        } finally {
            Thread.interrupted();
            close(mine);
        }
    }

    /** The next item, or null when the run is over. A task may leave its thread interrupted: that alone ends nothing. */
    private Slot<I, O> next() {
        while (!over) {
            try {
                return todo.take();
            } catch (InterruptedException e) {
                // look whether the run is over
            }
        }
        return null;
    }

    private Outcome<I, O> attempt(S mine, Slot<I, O> slot) {
        try {
            return new Outcome.Done<>(slot.index, slot.item, task.apply(mine, slot.item));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return new Outcome.Failed<>(slot.index, slot.item, e);
        }
    }

    private static void close(Object state) {
        if (state instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                // the outcomes are already out; a buffer that does not close loses none of them
            }
        }
    }

    /** Interrupts the workers and waits until the last one has ended, however often the caller is interrupted meanwhile. */
    @Override
    public void close() {
        over = true;
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One item on its way. The queues carry it from thread to thread and make its fields visible. */
    private static final class Slot<I, O> {
        final long index;
        final I item;
        Outcome<I, O> result;
        Outcome<I, O> outcome;
        Throwable fatal;

        Slot(long index, I item) {
            this.index = index;
            this.item = item;
        }
    }
}
