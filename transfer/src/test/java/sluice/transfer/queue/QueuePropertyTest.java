package sluice.transfer.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.MemoryConnector;
import sluice.transfer.connector.Samples;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.Upload;

/** Whatever happens in whatever order, deliveries move along the table of states, and their content arrives once. */
class QueuePropertyTest {
    @TempDir
    Path base;

    private static TransferException someFailure(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new TransferException.Unreachable("test", null);
            case 1 -> new TransferException.Full(null);
            case 2 -> new TransferException.Refused("test", null);
            case 3 -> new TransferException.PeerChanged("a", "b");
            case 4 -> new TransferException.Cancelled(null);
            default -> new TransferException.Broken(null);
        };
    }

    private static Set<DeliveryState> reachable(DeliveryState from) {
        Set<DeliveryState> found = EnumSet.of(from);
        for (int size = 0; size != found.size();) {
            size = found.size();
            for (DeliveryState state : EnumSet.copyOf(found)) {
                found.addAll(state.next());
            }
        }
        return found;
    }

    @Test
    void anyHistoryEndsWell() throws Exception {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 12; round++) {
            Path folder = Files.createDirectory(base.resolve("round" + round));
            history(new QueueFixture(folder), random.split());
        }
    }

    private void history(QueueFixture fixture, SplittableRandom random) throws Exception {
        MemoryConnector memory = new MemoryConnector();
        fixture.useMemory(memory);
        Map<String, List<Upload>> entered = new TreeMap<>();
        Map<String, DeliveryState> before = new HashMap<>();
        try (DeliveryQueue queue = fixture.open()) {
            for (int step = 0; step < 40; step++) {
                memory.failing(at -> {
                    if (random.nextInt(8) == 0) {
                        throw someFailure(random);
                    }
                });
                act(fixture, queue, entered, random);
                check(queue, before);
            }
            memory.failing(at -> { });
            for (Delivery delivery : queue.all()) {
                if (delivery.state() == DeliveryState.HELD || delivery.state() == DeliveryState.FAILED) {
                    queue.release(delivery.id());
                }
            }
            fixture.run(queue);
            check(queue, before);
            arrived(queue, memory, entered);
        }
    }

    private static void act(QueueFixture fixture, DeliveryQueue queue, Map<String, List<Upload>> entered,
            SplittableRandom random) throws Exception {
        String id = "d" + random.nextInt(6);
        switch (random.nextInt(5)) {
            case 0 -> {
                if (!entered.containsKey(id)) {
                    entered.put(id, fixture.uploads(id, random.nextInt(5_000), 700, 0));
                }
                queue.enqueue(id, "medium", entered.get(id));
            }
            case 1 -> {
                try {
                    queue.release(id);
                } catch (QueueException.NotPossible e) {
                    assertTrue(queue.find(id).stream().noneMatch(d -> d.state() == DeliveryState.HELD));
                }
            }
            case 2 -> {
                if (random.nextInt(4) == 0 && entered.containsKey(id) && !queue.find(id).orElseThrow().state().isFinal()) {
                    queue.cancel(id);
                }
            }
            default -> {
                fixture.pass(Duration.ofMinutes(random.nextInt(12)));
                fixture.run(queue);
            }
        }
    }

    private static void check(DeliveryQueue queue, Map<String, DeliveryState> before) throws QueueException {
        for (Delivery now : queue.all()) {
            DeliveryState was = before.put(now.id(), now.state());
            assertTrue(reachable(was == null ? DeliveryState.WAITING : was).contains(now.state()),
                    () -> was + " became " + now.state());
            assertFalse(now.state() == DeliveryState.SENDING, "nobody is sending");
            boolean arrived = now.state() == DeliveryState.RECEIVED || now.state() == DeliveryState.SENT;
            assertEquals(arrived, queue.receipt(now.id()).isPresent());
            if (now.state() == DeliveryState.HELD || now.state() == DeliveryState.FAILED) {
                assertTrue(now.failure().isPresent(), "a failure without a reason");
            }
            assertTrue(queue.attempts(now.id()).stream().allMatch(attempt -> attempt.endedAt().isPresent()));
        }
    }

    private static void arrived(DeliveryQueue queue, MemoryConnector memory, Map<String, List<Upload>> entered)
            throws Exception {
        for (Map.Entry<String, List<Upload>> entry : entered.entrySet()) {
            DeliveryState state = queue.find(entry.getKey()).orElseThrow().state();
            assertTrue(state == DeliveryState.RECEIVED || state == DeliveryState.CANCELLED, () -> "left in " + state);
            for (Upload upload : entry.getValue()) {
                byte[] remote = memory.files.get(upload.remoteName());
                if (state == DeliveryState.RECEIVED) {
                    assertEquals(upload.sha256(), Samples.sha256(remote));
                }
                int published = memory.steps.lastIndexOf("publish " + upload.remoteName());
                if (remote != null) {
                    assertTrue(memory.steps.subList(published, memory.steps.size()).stream()
                            .noneMatch(step -> step.startsWith("append " + upload.remoteName() + " ")), "sent twice");
                }
            }
        }
    }

    @Test
    void theTableOfStatesIsSound() {
        for (DeliveryState state : DeliveryState.values()) {
            assertFalse(state.next().contains(state), "a state does not follow itself");
            assertTrue(reachable(state).stream().anyMatch(DeliveryState::isFinal), "every state has a way to the end");
        }
        assertEquals(EnumSet.allOf(DeliveryState.class), reachable(DeliveryState.WAITING));
    }

    @Test
    void waitsGrowToTheCeilingAndNeverBeyond() {
        RetryPolicy policy = RetryPolicy.standard();
        Duration last = Duration.ZERO;
        for (int failures = 1; failures < 100; failures++) {
            Duration longest = policy.delay(failures, 1);
            assertTrue(longest.compareTo(last) >= 0 && longest.compareTo(policy.ceiling()) <= 0);
            assertEquals(longest.toMillis() / 2, policy.delay(failures, 0).toMillis());
            last = longest;
        }
        assertEquals(policy.ceiling(), last);
        assertEquals(policy.first(), policy.delay(1, 1));
    }
}
