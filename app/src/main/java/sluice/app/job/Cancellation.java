package sluice.app.job;

import java.util.HashSet;
import java.util.Set;

/**
 * A request to stop, as thread interruption: the libraries below know only interruption, the window and the command line
 * hold one of these. May be cancelled from any thread, once and for good.
 */
public final class Cancellation {

    private final Set<Thread> bound = new HashSet<>();
    private boolean cancelled;

    /** Interrupts every thread that is bound now and every one that binds later. */
    public synchronized void cancel() {
        cancelled = true;
        bound.forEach(Thread::interrupt);
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /** @throws InterruptedException when cancelled, or when the calling thread was interrupted (which clears its flag) */
    public void check() throws InterruptedException {
        if (Thread.interrupted() || cancelled()) {
            throw new InterruptedException("cancelled");
        }
    }

    /**
     * Runs work on the calling thread so that {@link #cancel()} interrupts it. An interruption that arrives too late, after
     * the work ended by itself, does not leak into what the thread does next.
     *
     * @throws InterruptedException when cancelled before the start or when the work stopped because of the cancellation
     */
    public <T, X extends Exception> T run(Work<T, X> work) throws InterruptedException, X {
        Thread self = Thread.currentThread();
        synchronized (this) {
            if (cancelled) {
                throw new InterruptedException("cancelled");
            }
            bound.add(self);
        }
        try {
            return work.run();
        } finally {
            synchronized (this) {
                bound.remove(self);
                if (cancelled) {
                    Thread.interrupted();
                }
            }
        }
    }

    /** What {@link #run} runs. */
    public interface Work<T, X extends Exception> {
        T run() throws InterruptedException, X;
    }
}
