package sluice.transfer.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.MemoryConnector;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;
import sluice.transfer.receipt.Receipt;
import sluice.transfer.receipt.ReceiptJson;

class QueueWorkerTest {
    @TempDir
    Path base;
    private QueueFixture fixture;
    private DeliveryQueue queue;

    @BeforeEach
    void open() throws Exception {
        fixture = new QueueFixture(base);
        queue = fixture.open();
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        queue.close();
    }

    @Test
    void aDeliveryEndsWithAReceipt() throws Exception {
        List<Upload> uploads = fixture.uploads("d", 100_000, 0, 17);
        queue.enqueue("d", "medium", uploads);
        RunReport report = fixture.run(queue);
        assertEquals(1, report.count(DeliveryState.RECEIVED));
        Receipt receipt = queue.receipt("d").orElseThrow();
        assertEquals("folder/1", receipt.kind());
        assertEquals(uploads.stream().map(Upload::remoteName).toList(),
                receipt.items().stream().map(item -> item.remoteName()).toList());
        assertEquals(new ReceiptJson().write(receipt), queue.receiptText("d").orElseThrow());
        for (Upload upload : uploads) {
            assertArrayEquals(Files.readAllBytes(upload.source()), Files.readAllBytes(fixture.medium.resolve(upload.remoteName())));
        }
        Attempt attempt = queue.attempts("d").get(0);
        assertEquals("RECEIVED", attempt.outcome().orElseThrow());
        assertEquals(100_017, attempt.bytes());
        assertTrue(fixture.run(queue).results().isEmpty(), "a received delivery was worked again");
    }

    @Test
    void enteringTwiceIsEnteringOnce() throws Exception {
        List<Upload> uploads = fixture.uploads("d", 10, 20);
        queue.enqueue("d", "medium", uploads);
        fixture.run(queue);
        assertEquals(DeliveryState.RECEIVED, queue.enqueue("d", "medium", uploads).state());
        assertEquals(1, queue.all().size());
        assertThrows(QueueException.DifferentContent.class, () -> queue.enqueue("d", "elsewhere", uploads));
        assertThrows(QueueException.DifferentContent.class, () -> queue.enqueue("d", "medium", uploads.subList(0, 1)));
        assertThrows(QueueException.DifferentContent.class,
                () -> queue.enqueue("d", "medium", fixture.uploads("d", 10, 21)));
        assertThrows(IllegalArgumentException.class, () -> queue.enqueue("e", "medium", List.of()));
    }

    @Test
    void itemsAreSentInOrder() throws Exception {
        queue.enqueue("d", "medium", fixture.uploads("d", 1, 1, 1, 1));
        List<Integer> order = new ArrayList<>();
        fixture.run(queue, new QueueListener() {
            @Override
            public void progress(String deliveryId, int item, long position, long size) {
                if (position == size) {
                    order.add(item);
                }
            }
        });
        assertEquals(List.of(0, 1, 2, 3), order);
    }

    @Test
    void anOutageIsTriedAgainLaterAndLater() throws Exception {
        queue.enqueue("d", "medium", fixture.uploads("d", 5));
        Files.delete(fixture.medium);
        for (int i = 1; i <= 4; i++) {
            assertEquals(1, fixture.run(queue).count(DeliveryState.FAILED));
            Delivery failed = queue.find("d").orElseThrow();
            assertEquals(i, failed.schedule().failures());
            assertEquals("Unreachable", failed.failure().orElseThrow().code());
            Duration wait = Duration.between(fixture.clock().instant(), failed.schedule().dueAt());
            assertEquals(Duration.ofSeconds(10L << i - 1), wait);
            fixture.pass(wait.minusMillis(1));
            assertTrue(fixture.run(queue).results().isEmpty(), "tried before it was due");
            fixture.pass(Duration.ofMillis(1));
        }
        assertEquals(1, fixture.run(queue).count(DeliveryState.HELD), "a person looks after five failures");
        Files.createDirectory(fixture.medium);
        queue.release("d");
        assertEquals(1, fixture.run(queue).count(DeliveryState.RECEIVED));
        assertEquals(6, queue.attempts("d").size());
    }

    @Test
    void whatOnlyAPersonCanPutRightIsHeld() throws Exception {
        List<Upload> uploads = fixture.uploads("d", 50, 50);
        queue.enqueue("d", "medium", uploads);
        Files.write(fixture.medium.resolve("d-1"), new byte[50]);
        assertEquals(1, fixture.run(queue).count(DeliveryState.HELD));
        Delivery held = queue.find("d").orElseThrow();
        assertEquals("Conflict", held.failure().orElseThrow().code());
        assertTrue(held.items().get(0).evidence().isPresent());
        assertTrue(held.items().get(1).evidence().isEmpty());
        fixture.pass(Duration.ofDays(365));
        assertTrue(fixture.run(queue).results().isEmpty(), "a held delivery was tried by itself");
        Files.delete(fixture.medium.resolve("d-1"));
        queue.release("d");
        assertEquals(1, fixture.run(queue).count(DeliveryState.RECEIVED));
    }

    @Test
    void anUnknownDestinationHoldsItsDeliveriesOnly() throws Exception {
        queue.enqueue("a", "gone", fixture.uploads("a", 5));
        queue.enqueue("b", "medium", fixture.uploads("b", 5));
        RunReport report = fixture.run(queue);
        assertEquals(DeliveryState.HELD, report.results().get(0).state());
        assertEquals(DeliveryState.RECEIVED, report.results().get(1).state());
    }

    @Test
    void weakEvidenceStaysVisiblySent() throws Exception {
        fixture.useMemory(new MemoryConnector().unreadable());
        queue.enqueue("d", "medium", fixture.uploads("d", 5));
        assertEquals(1, fixture.run(queue).count(DeliveryState.SENT));
        assertEquals(Evidence.Strength.SIZE, queue.receipt("d").orElseThrow().items().get(0).evidence().strength());
    }

    @Test
    void interruptionPutsTheDeliveryBack() throws Exception {
        queue.enqueue("d", "medium", fixture.uploads("d", 5_000_000));
        queue.enqueue("e", "medium", fixture.uploads("e", 5));
        RunReport report = fixture.run(queue, new QueueListener() {
            @Override
            public void progress(String deliveryId, int item, long position, long size) {
                if (position > 2_000_000) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        assertTrue(Thread.interrupted());
        assertEquals(List.of(new RunReport.Result("d", DeliveryState.WAITING, Optional.empty())), report.results());
        assertEquals(DeliveryState.WAITING, queue.find("e").orElseThrow().state());
        assertEquals(2, fixture.run(queue).count(DeliveryState.RECEIVED));
        assertTrue(queue.attempts("d").get(1).bytes() < 3_000_000, "it did not go on where it stopped");
    }

    @Test
    void aCancelledDeliveryStopsAfterItsItem() throws Exception {
        queue.enqueue("d", "medium", fixture.uploads("d", 5, 5));
        RunReport report = fixture.run(queue, new QueueListener() {
            @Override
            public void progress(String deliveryId, int item, long position, long size) {
                if (position == size) {
                    try (DeliveryQueue other = fixture.open()) {
                        other.cancel("d");
                    } catch (QueueException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        });
        assertEquals(DeliveryState.CANCELLED, report.results().get(0).state());
        assertEquals(DeliveryState.CANCELLED, queue.find("d").orElseThrow().state());
        assertFalse(Files.exists(fixture.medium.resolve("d-1")));
        assertThrows(QueueException.NotPossible.class, () -> queue.cancel("d"));
        assertThrows(QueueException.NotPossible.class, () -> queue.release("d"));
    }

    @Test
    void aSecondWorkerIsRefusedUntilTheFirstCloses() throws Exception {
        try (QueueWorker first = QueueWorker.open(queue, fixture.targets(), fixture.retries, () -> 0)) {
            assertThrows(QueueException.Busy.class,
                    () -> QueueWorker.open(queue, fixture.targets(), fixture.retries, () -> 0));
            assertTrue(first.runOnce(1, QueueListener.silent()).results().isEmpty());
        }
        QueueWorker.open(queue, fixture.targets(), fixture.retries, () -> 0).close();
    }
}
