package sluice.transfer.bag;

import java.io.InterruptedIOException;

/** How long work notices that it is to stop. */
public final class Interruption {

    private Interruption() {
    }

    /** Throws when this thread has been interrupted; the interrupt flag stays set for whoever owns the thread. */
    public static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled; nothing was published");
        }
    }
}
