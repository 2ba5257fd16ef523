package sluice.transfer.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.transfer.bag.Digest;
import sluice.transfer.bag.Measured;

/**
 * The canonical JSON of a signed manifest: RFC 8785 for the values that occur (objects, arrays, integers below 2^53,
 * strings without control characters). There is one way to write a manifest, and only that is read.
 */
final class ManifestJson {

    private static final String FORMAT = "sluice-manifest-1";
    private static final String ALGORITHM = "Ed25519";

    private ManifestJson() {
    }

    record Parsed(SignedManifest manifest, String keyId, byte[] signature) {
    }

    /** The bytes under the signature: the format's name, a line feed, the manifest. The name keeps other uses of the key apart. */
    static byte[] signed(SignedManifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(write(tree(manifest)));
        return out.toByteArray();
    }

    static byte[] document(SignedManifest manifest, String keyId, byte[] signature) {
        return write(sorted("manifest", tree(manifest), "signature", sorted("algorithm", ALGORITHM, "keyId", keyId,
                "value", Base64.getEncoder().encodeToString(signature))));
    }

    private static Map<String, Object> tree(SignedManifest manifest) {
        List<Object> items = new ArrayList<>();
        for (SignedManifest.Item item : manifest.items()) {
            items.add(sorted("name", item.name(), "ciphertext", tree(item.ciphertext()), "plaintext", tree(item.plaintext())));
        }
        return sorted("format", FORMAT, "deliveryId", manifest.deliveryId(), "created", manifest.created().toString(),
                "items", items, "recipients", manifest.recipients());
    }

    private static Map<String, Object> tree(Measured measured) {
        return sorted("sha256", measured.digest().hex(), "size", measured.size());
    }

    private static Map<String, Object> sorted(Object... pairs) {
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static byte[] write(Object tree) {
        try {
            return mapper().writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, strings and numbers are JSON", e);
        }
    }

    static Parsed parse(byte[] document) throws SealException {
        try {
            JsonNode root = mapper().readTree(document);
            JsonNode manifest = root.required("manifest");
            List<SignedManifest.Item> items = new ArrayList<>();
            for (JsonNode item : manifest.required("items")) {
                items.add(new SignedManifest.Item(text(item, "name"), measured(item, "plaintext"), measured(item, "ciphertext")));
            }
            List<String> recipients = new ArrayList<>();
            manifest.required("recipients").forEach(recipient -> recipients.add(recipient.asText()));
            SignedManifest read = new SignedManifest(text(manifest, "deliveryId"), Instant.parse(text(manifest, "created")),
                    items, recipients);
            JsonNode signature = root.required("signature");
            byte[] value = Base64.getDecoder().decode(text(signature, "value"));
            if (Arrays.equals(document, document(read, text(signature, "keyId"), value))) {
                return new Parsed(read, text(signature, "keyId"), value);
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static SealException malformed() {
        return new SealException(SealException.Reason.MANIFEST_MALFORMED,
                "The delivery's manifest is not written as it must be; the delivery must not be used. Ask for it again.");
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asText();
    }

    private static Measured measured(JsonNode item, String name) {
        JsonNode node = item.required(name);
        return new Measured(new Digest(text(node, "sha256")), node.required("size").asLong(-1));
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }
}
