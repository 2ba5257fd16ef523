package sluice.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelWorkTest {

    @Test
    void everyItemReachesTheSinkOnceWhateverTheShape() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            int workers = random.nextInt(1, 6);
            int window = workers + random.nextInt(0, 10);
            int items = random.nextInt(0, 200);
            var order = random.nextBoolean() ? ParallelWork.Order.SOURCE : ParallelWork.Order.COMPLETION;
            var work = new ParallelWork<Void, Integer, Integer>(workers, window, order, () -> null, (s, i) -> {
                if (i % 7 == 3) {
                    throw new IOException("bad item");
                }
                return i * i;
            });
            List<Long> seen = new ArrayList<>();
            work.run(IntStream.range(0, items).iterator(), outcome -> {
                seen.add(outcome.index());
                assertEquals(outcome.index(), (long) outcome.item());
                if (outcome.item() % 7 == 3) {
                    assertInstanceOf(IOException.class, ((Outcome.Failed<Integer, Integer>) outcome).cause());
                } else {
                    assertEquals(outcome.item() * outcome.item(), ((Outcome.Done<Integer, Integer>) outcome).value());
                }
            });
            if (order == ParallelWork.Order.COMPLETION) {
                Collections.sort(seen);
            }
            assertEquals(IntStream.range(0, items).mapToObj(i -> (long) i).toList(), seen);
        }
    }

    @Test
    void neverMoreInFlightThanTheWindow() throws Exception {
        AtomicInteger pulled = new AtomicInteger();
        AtomicInteger handed = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Iterator<Integer> source = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pulled.get() < 1000;
            }

            @Override
            public Integer next() {
                int n = pulled.incrementAndGet();
                most.accumulateAndGet(n - handed.get(), Math::max);
                return n;
            }
        };
        var work = new ParallelWork<Void, Integer, Integer>(2, 5, ParallelWork.Order.SOURCE, () -> null, (s, i) -> i);
        work.run(source, outcome -> handed.incrementAndGet());
        assertEquals(1000, handed.get());
        assertEquals(5, most.get());
    }

    @Test
    void stackAndMemoryErrorsEndAnItemOnly() throws Exception {
        List<Class<?>> causes = new ArrayList<>();
        ParallelWork.<Integer, Integer>of(2, ParallelWork.Order.SOURCE, (s, i) -> switch (i) {
            case 1 -> throw new StackOverflowError();
            case 2 -> throw new OutOfMemoryError();
            case 3 -> throw new InterruptedException("not by the run");
            case 4 -> {
                Thread.currentThread().interrupt();
                yield i;
            }
            default -> i;
        }).run(IntStream.range(0, 40).iterator(), outcome -> {
            causes.add(outcome instanceof Outcome.Failed<?, ?> failed ? failed.cause().getClass() : null);
        });
        assertEquals(40, causes.size());
        assertEquals(StackOverflowError.class, causes.get(1));
        assertEquals(OutOfMemoryError.class, causes.get(2));
        assertEquals(InterruptedException.class, causes.get(3));
        assertNull(causes.get(5));
    }

    @Test
    void anErrorThatIsNotTheItemsFaultEndsTheRun() {
        var work = ParallelWork.<Integer, Integer>of(2, ParallelWork.Order.COMPLETION, (s, i) -> {
            throw new NoClassDefFoundError("planted");
        });
        var e = assertThrows(
                IllegalStateException.class, () -> work.run(IntStream.range(0, 9).iterator(), outcome -> {}));
        assertInstanceOf(NoClassDefFoundError.class, e.getCause());
    }

    @Test
    void eachWorkerHasItsOwnStateAndClosesIt() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Set<Thread> owners = ConcurrentHashMap.newKeySet();
        class Mine implements AutoCloseable {
            final Thread owner = Thread.currentThread();

            @Override
            public void close() {
                assertFalse(Thread.currentThread().isInterrupted());
                closed.incrementAndGet();
            }
        }
        var work = new ParallelWork<Mine, Integer, Integer>(3, 9, ParallelWork.Order.COMPLETION, () -> {
            made.incrementAndGet();
            return new Mine();
        }, (mine, i) -> {
            assertEquals(mine.owner, Thread.currentThread());
            owners.add(mine.owner);
            return i;
        });
        work.run(IntStream.range(0, 300).iterator(), outcome -> assertInstanceOf(Outcome.Done.class, outcome));
        assertEquals(made.get(), closed.get());
        assertTrue(made.get() <= 3);
        owners.forEach(thread -> assertFalse(thread.isAlive()));
    }

    @Test
    void aSinkThatThrowsStopsTheWorkers() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var work = ParallelWork.<Integer, Integer>of(2, ParallelWork.Order.COMPLETION, (s, i) -> {
            threads.add(Thread.currentThread());
            return i;
        });
        assertThrows(IOException.class, () -> work.run(IntStream.range(0, 500).iterator(), outcome -> {
            throw new IOException("disk full");
        }));
        threads.forEach(thread -> assertFalse(thread.isAlive()));
    }

    @Test
    void cancellingStopsWorkersThatWaitAndTheCaller() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        var work = ParallelWork.<Integer, Integer>of(2, ParallelWork.Order.SOURCE, (s, i) -> {
            busy.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
            return i;
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                cancellation.run(() -> {
                    work.run(IntStream.range(0, 100).iterator(), outcome -> {});
                    return null;
                });
            } catch (Throwable e) {
                thrown.set(e);
            }
            if (Thread.currentThread().isInterrupted()) {
                thrown.set(new AssertionError("interruption leaks"));
            }
        });
        caller.start();
        busy.await();
        cancellation.cancel();
        caller.join();
        assertInstanceOf(InterruptedException.class, thrown.get());
        assertEquals(2, interrupted.get());
        assertThrows(InterruptedException.class, cancellation::check);
        assertThrows(InterruptedException.class, () -> cancellation.run(() -> 1));
    }
}
