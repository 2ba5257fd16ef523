package sluice.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The vault file as text. Everything but the sealed part is associated data of its encryption, so that nothing of it can be
 * altered without being noticed.
 *
 * @param wrap under which key the secrets are sealed
 */
record VaultText(String format, int version, String workspace, Wrap wrap, byte[] nonce, byte[] sealed) {

    static final String FORMAT = "sluice-vault";
    static final int VERSION = 1;

    /**
     * @param kind {@code passphrase} or {@code key-file}
     * @param cost of the passphrase, else null
     * @param salt 16 bytes for the passphrase, else empty
     */
    record Wrap(String kind, PassphraseCost cost, byte[] salt) {
        static final String PASSPHRASE = "passphrase";
        static final String KEY_FILE = "key-file";

        boolean byPassphrase() {
            return PASSPHRASE.equals(kind);
        }
    }

    byte[] associatedData() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n').append(version).append('\n').append(workspace);
        text.append('\n').append(wrap.kind());
        if (wrap.cost() != null) {
            text.append('\n').append(wrap.cost().memoryKiB());
            text.append('\n').append(wrap.cost().passes());
            text.append('\n').append(wrap.cost().lanes());
        }
        // the salt needs no place here: another salt is another key
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] toJson() throws IOException {
        return StrictJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static VaultText ofJson(byte[] json) throws IOException {
        ObjectMapper mapper = StrictJson.mapper();
        try {
            JsonNode tree = mapper.readTree(json);
            if (!FORMAT.equals(tree.path("format").textValue()) || !tree.path("version").isInt()) {
                throw new DamagedVault("the file is no vault", null);
            }
            int version = tree.path("version").intValue();
            if (version != VERSION) {
                throw new UnknownVersion("key vault", version, VERSION);
            }
            VaultText text = mapper.treeToValue(tree, VaultText.class);
            if (!text.isComplete()) {
                throw new DamagedVault("the vault lacks a part", null);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new DamagedVault(StrictJson.where(e), null);
        }
    }

    private boolean isComplete() {
        return workspace != null
                && wrap != null
                && nonce != null
                && nonce.length == 12
                && sealed != null
                && (wrap.byPassphrase() ? wrap.cost() != null && wrap.salt() != null && wrap.salt().length == 16
                        : Wrap.KEY_FILE.equals(wrap.kind()) && wrap.cost() == null);
    }
}
