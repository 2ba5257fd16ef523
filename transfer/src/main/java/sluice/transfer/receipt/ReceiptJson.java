package sluice.transfer.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The written form of receipts: one line of JSON, fields in a fixed order, no insignificant white space, times in
 * ISO 8601 UTC. Equal receipts have equal bytes, so that a digest over the text can be kept in an audit entry.
 */
public final class ReceiptJson {
    private static final int FORMAT = 1;
    private final ObjectMapper mapper = new ObjectMapper();

    /** The text of a receipt. */
    public String write(Receipt receipt) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("receiptFormat", FORMAT);
        root.put("deliveryId", receipt.deliveryId());
        root.put("destination", receipt.destination());
        root.put("kind", receipt.kind());
        root.put("peer", receipt.peer());
        root.put("completedAt", receipt.completedAt().toString());
        ArrayNode items = root.putArray("items");
        receipt.items().forEach(item -> items.add(item(item)));
        return text(root);
    }

    /** The text of one item's evidence. */
    public String write(ItemEvidence item) {
        return text(item(item));
    }

    /**
     * Reads what {@link #write(Receipt)} wrote.
     *
     * @throws IllegalArgumentException when the text is not a receipt of a format this version knows
     */
    public Receipt parseReceipt(String json) {
        JsonNode root = tree(json);
        if (number(root, "receiptFormat") != FORMAT) {
            throw new IllegalArgumentException("the receipt has a format that this version does not know");
        }
        JsonNode array = root.get("items");
        if (array == null || !array.isArray()) {
            throw new IllegalArgumentException("the receipt has no items");
        }
        List<ItemEvidence> items = new ArrayList<>();
        array.forEach(node -> items.add(item(node)));
        return new Receipt(string(root, "deliveryId"), string(root, "destination"), string(root, "kind"),
                string(root, "peer"), items, time(root, "completedAt"));
    }

    /**
     * Reads what {@link #write(ItemEvidence)} wrote.
     *
     * @throws IllegalArgumentException when the text is not that
     */
    public ItemEvidence parseItem(String json) {
        return item(tree(json));
    }

    private static ObjectNode item(ItemEvidence item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("remoteName", item.remoteName());
        node.put("size", item.size());
        node.put("sha256", item.sha256());
        node.put("observedAt", item.observedAt().toString());
        ObjectNode seen = node.putObject("evidence");
        Evidence evidence = item.evidence();
        if (evidence instanceof Evidence.SizeOnly only) {
            seen.put("kind", "sizeOnly").put("remoteSize", only.remoteSize());
        } else if (evidence instanceof Evidence.RemoteDigest digest) {
            seen.put("kind", "remoteDigest").put("sha256", digest.sha256()).put("tool", digest.tool());
        } else if (evidence instanceof Evidence.ReadBack back) {
            seen.put("kind", "readBack").put("sha256", back.sha256());
        } else if (evidence instanceof Evidence.LocalReread reread) {
            seen.put("kind", "localReread").put("sha256", reread.sha256());
        }
        return node;
    }

    private static ItemEvidence item(JsonNode node) {
        JsonNode seen = node.get("evidence");
        if (seen == null) {
            throw new IllegalArgumentException("the item has no evidence");
        }
        return new ItemEvidence(string(node, "remoteName"), number(node, "size"), string(node, "sha256"),
                evidence(seen), time(node, "observedAt"));
    }

    private static Evidence evidence(JsonNode seen) {
        return switch (string(seen, "kind")) {
            case "sizeOnly" -> new Evidence.SizeOnly(number(seen, "remoteSize"));
            case "remoteDigest" -> new Evidence.RemoteDigest(string(seen, "sha256"), string(seen, "tool"));
            case "readBack" -> new Evidence.ReadBack(string(seen, "sha256"));
            case "localReread" -> new Evidence.LocalReread(string(seen, "sha256"));
            default -> throw new IllegalArgumentException("the evidence is of a kind that this version does not know");
        };
    }

    private static String string(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("the field " + field + " is not a text");
        }
        return value.textValue();
    }

    private static long number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("the field " + field + " is not a whole number");
        }
        return value.longValue();
    }

    private static Instant time(JsonNode node, String field) {
        try {
            return Instant.parse(string(node, field));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the field " + field + " is not a time in ISO 8601 UTC", e);
        }
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException("the text is not JSON", e);
        }
    }

    private String text(JsonNode node) {
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
