package sluice.viewer.render;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shares the rows of a picture among threads of an executor and the calling one, which does whatever nobody else takes: an
 * executor that is busy, full or shut down makes a picture slower, and never late for good.
 */
final class Rows {
    private static final int BAND = 16;

    /** Does the rows from {@code from} to before {@code to}. */
    interface Work {
        void rows(int from, int to);
    }

    private Rows() {}

    /**
     * Returns when all rows are done.
     *
     * @param helpers how many threads of the executor may help; 0 is all on the calling thread
     * @throws RuntimeException the first that the work threw
     */
    static void share(int height, Executor executor, int helpers, Work work) {
        int bands = (height + BAND - 1) / BAND;
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(bands);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable share = () -> {
            for (int band = next.getAndIncrement(); band < bands; band = next.getAndIncrement()) {
                try {
                    if (failure.get() == null) {
                        work.rows(band * BAND, Math.min(height, (band + 1) * BAND));
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            }
        };
        for (int n = 0; n < Math.min(helpers, bands - 1); n++) {
            try {
                executor.execute(share);
            } catch (RejectedExecutionException alone) {
                break;
            }
        }
        share.run();
        await(done);
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
    }

    /** Bands that others took take milliseconds, so that an interruption waits for them. */
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
