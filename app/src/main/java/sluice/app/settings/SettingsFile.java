package sluice.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code settings.json} in a workspace: one JSON object with {@code format} and {@code version} beside the components of
 * {@link Settings}. Strict in what it reads: an unknown, repeated or missing key is an error.
 */
public final class SettingsFile {

    private static final String FORMAT = "sluice-settings";
    private static final int VERSION = 1;

    private final Path file;
    private final ObjectMapper json = StrictJson.mapper();

    public SettingsFile(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * @throws BrokenSettings when the file is absent or has no full meaning
     * @throws UnknownVersion when a later program wrote it
     */
    public Settings load() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BrokenSettings("the file settings.json is not there", null);
        }
        try {
            JsonNode tree = json.readTree(bytes);
            if (!(tree instanceof ObjectNode object) || !FORMAT.equals(object.path("format").textValue())) {
                throw new BrokenSettings("the file is not one of Sluice's", null);
            }
            if (!object.path("version").isInt()) {
                throw new BrokenSettings("it names no version", null);
            }
            int version = object.path("version").intValue();
            if (version != VERSION) {
                throw new UnknownVersion("settings file", version, VERSION);
            }
            object.remove("format");
            object.remove("version");
            return json.treeToValue(object, Settings.class);
        } catch (JsonProcessingException e) {
            throw new BrokenSettings(StrictJson.where(e), null);
        }
    }

    /** Puts new settings in the place of the old ones, all or nothing. */
    public void save(Settings settings) throws IOException {
        ObjectNode object = json.createObjectNode().put("format", FORMAT).put("version", VERSION);
        object.setAll((ObjectNode) json.valueToTree(settings));
        AtomicFile.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(object));
    }
}
