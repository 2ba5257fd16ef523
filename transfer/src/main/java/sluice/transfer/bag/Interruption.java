package sluice.transfer.bag;

import java.io.InterruptedIOException;

/** How long work notices that it is to stop. */
public final class Interruption {

    private Interruption() {
    }

    /** Throws when this thread has been interrupted; the interrupt flag stays set for whoever owns the thread. */
    public static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }

    /** What cancelled work ends with. */
    public static InterruptedIOException cancelled() {
        return new InterruptedIOException("Cancelled; nothing was published. It can be started again.");
    }
}
