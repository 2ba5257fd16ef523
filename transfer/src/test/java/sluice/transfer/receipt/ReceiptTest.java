package sluice.transfer.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String OTHER = "f".repeat(64);
    private final ReceiptJson json = new ReceiptJson();

    private static ItemEvidence item(String name, Evidence evidence) {
        return new ItemEvidence(name, 10, SHA, evidence, TIME);
    }

    private static Receipt receipt(ItemEvidence... items) {
        return new Receipt("d-1", "gpu \"storage\"", "sftp/1", "SHA256:abc", List.of(items), TIME);
    }

    @Test
    void theWrittenFormIsFixed() {
        assertEquals("{\"receiptFormat\":1,\"deliveryId\":\"d-1\",\"destination\":\"gpu \\\"storage\\\"\",\"kind\":\"sftp/1\","
                        + "\"peer\":\"SHA256:abc\",\"completedAt\":\"2026-01-02T03:04:05.678Z\",\"items\":[{\"remoteName\":\"a\","
                        + "\"size\":10,\"sha256\":\"" + SHA + "\",\"observedAt\":\"2026-01-02T03:04:05.678Z\","
                        + "\"evidence\":{\"kind\":\"remoteDigest\",\"sha256\":\"" + SHA + "\",\"tool\":\"sha256sum\"}}]}",
                json.write(receipt(item("a", new Evidence.RemoteDigest(SHA, "sha256sum")))));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            List<ItemEvidence> items = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(4); k++) {
                Evidence evidence = switch (random.nextInt(4)) {
                    case 0 -> new Evidence.SizeOnly(random.nextLong(Long.MAX_VALUE));
                    case 1 -> new Evidence.RemoteDigest(SHA, "tool å \u0007");
                    case 2 -> new Evidence.ReadBack(OTHER);
                    default -> new Evidence.LocalReread(SHA);
                };
                items.add(new ItemEvidence("name " + k + "\"\\日本", random.nextLong(Long.MAX_VALUE), SHA, evidence,
                        Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000))));
            }
            Receipt receipt = new Receipt("id" + i, "dest", "folder/1", "", items, TIME);
            assertEquals(receipt, json.parseReceipt(json.write(receipt)));
            assertEquals(json.write(receipt), json.write(json.parseReceipt(json.write(receipt))));
            assertEquals(items.get(0), json.parseItem(json.write(items.get(0))));
        }
    }

    @Test
    void damagedTextsAreRefused() {
        String good = json.write(receipt(item("a", new Evidence.SizeOnly(10))));
        for (String bad : List.of("", "[]", "null", "{}", good.substring(0, good.length() - 1),
                good.replace("\"receiptFormat\":1", "\"receiptFormat\":2"), good.replace("sizeOnly", "wished"),
                good.replace("\"size\":10", "\"size\":\"10\""), good.replace("\"size\":10", "\"size\":-1"),
                good.replace(SHA, "xyz"), good.replace("2026-01-02", "2026-13-02"), good.replace("[{", "[").replace("}]", "]"))) {
            assertThrows(IllegalArgumentException.class, () -> json.parseReceipt(bad), bad);
        }
    }

    @Test
    void everyItemHasToReachThePolicy() {
        EvidencePolicy content = EvidencePolicy.contentConfirmed();
        ItemEvidence strong = item("strong", new Evidence.ReadBack(SHA));
        ItemEvidence weak = item("weak", new Evidence.SizeOnly(10));
        ItemEvidence wrong = item("wrong", new Evidence.ReadBack(OTHER));
        assertInstanceOf(EvidencePolicy.Verdict.Received.class, content.judge(receipt(strong)));
        assertEquals(new EvidencePolicy.Verdict.SentNotReceived(List.of("weak", "wrong")),
                content.judge(receipt(strong, weak, wrong)));
        assertInstanceOf(EvidencePolicy.Verdict.Received.class,
                new EvidencePolicy(Evidence.Strength.SIZE).judge(receipt(weak)));
        assertEquals(new EvidencePolicy.Verdict.SentNotReceived(List.of("short")),
                new EvidencePolicy(Evidence.Strength.SIZE).judge(receipt(item("short", new Evidence.SizeOnly(9)))));
    }

    @Test
    void strengthsHaveNames() {
        for (Evidence.Strength strength : Evidence.Strength.values()) {
            assertEquals(strength, Evidence.Strength.ofLabel(strength.label()));
        }
        assertThrows(IllegalArgumentException.class, () -> Evidence.Strength.ofLabel("READ_BACK"));
    }
}
