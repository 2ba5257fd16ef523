package sluice.transfer.seal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import sluice.transfer.bag.Interruption;

/**
 * A ring of chunks between one thread that fills and one that drains, with some threads in between that do the
 * cryptography; chunks leave in the order in which they came. Memory is bounded by the ring. One of the two ends is the
 * caller's thread, the other a helper. The first failure ends both ends.
 */
final class ChunkPipeline implements AutoCloseable {

    private static final int WAIT_MILLIS = 50;
    private static final int END_MILLIS = 10_000;

    private final BlockingQueue<Chunk> free;
    private final BlockingQueue<Future<Chunk>> ordered;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ExecutorService threads;
    private final List<Chunk> all;
    private final List<Thread> started = new CopyOnWriteArrayList<>();

    /** What an end does on the helper thread, until it returns. */
    interface End {
        void run() throws IOException;
    }

    ChunkPipeline(String name, int workers, List<Chunk> ring) {
        all = ring;
        free = new ArrayBlockingQueue<>(ring.size(), false, ring);
        ordered = new ArrayBlockingQueue<>(ring.size() + 1);
        threads = Executors.newFixedThreadPool(workers + 1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            started.add(thread);
            return thread;
        });
    }

    /** As many workers as there are processors, at most eight: beyond that the disk and the digests are the limit. */
    static int workers() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    Future<?> help(End end) {
        return threads.submit(() -> {
            try {
                end.run();
            } catch (IOException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** An unused chunk; waits for one. */
    Chunk acquire() throws IOException {
        return take(free);
    }

    /** Gives a filled chunk to the workers. */
    void submit(Chunk chunk, Callable<Chunk> work) {
        ordered.add(threads.submit(work));
    }

    /** Says that no chunk follows. */
    void end() {
        ordered.add(CompletableFuture.completedFuture(null));
    }

    /** The next finished chunk in order, or null after the last. */
    Chunk next() throws IOException {
        Future<Chunk> future = take(ordered);
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            failure.compareAndSet(null, e.getCause());
            throw failed();
        }
    }

    void release(Chunk chunk) {
        free.add(chunk);
    }

    /** Waits until the helper is done and throws what went wrong there. */
    void await(Future<?> helper) throws IOException {
        try {
            helper.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            failure.compareAndSet(null, e.getCause());
        }
        if (failure.get() != null) {
            throw failed();
        }
    }

    /** Makes this the failure that everything from now on ends with, unless there is one already. */
    IOException fail(IOException e) {
        failure.compareAndSet(null, e);
        return failed();
    }

    private <T> T take(BlockingQueue<T> queue) throws IOException {
        try {
            while (true) {
                if (failure.get() != null) {
                    throw failed();
                }
                T item = queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (item != null) {
                    return item;
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return Interruption.cancelled();
    }

    /** The first failure as it was, so that the caller can tell a full disk from a wrong key. */
    private IOException failed() {
        Throwable cause = failure.get();
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return (IOException) cause;
    }

    /** Ends all threads and wipes the ring. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            // The pool calls itself terminated a moment before its last thread has ended.
            for (Thread thread : started) {
                thread.join(END_MILLIS);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (started.stream().noneMatch(Thread::isAlive)) {
            all.forEach(Chunk::wipe);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
