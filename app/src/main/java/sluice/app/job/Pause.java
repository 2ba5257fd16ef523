package sluice.app.job;

/** Waits; in the composition {@code Thread::sleep}, in tests something that does not. */
@FunctionalInterface
public interface Pause {
    void millis(long millis) throws InterruptedException;
}
