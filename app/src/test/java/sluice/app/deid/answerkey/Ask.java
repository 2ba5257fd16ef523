package sluice.app.deid.answerkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the tool is asked to do.
 *
 * @param recipe a shipped recipe's name, or a file
 * @param options keys of its options
 * @param overrides attributes for which the recipe names an action of its own
 * @param months whether dates lose their day and nothing else
 * @param blanksDocuments whether encapsulated documents are passed on, with nothing in them
 */
record Ask(String recipe, Set<String> options, Map<Integer, String> overrides, boolean months, boolean blanksDocuments) {

    /** Stands among the keys of options for recipes that blank documents. */
    private static final String BLANKS_DOCUMENTS = "documents";

    /** A shipped recipe, as its file says. */
    static Ask shipped(String name) throws IOException {
        Set<String> options = new HashSet<>();
        Map<Integer, String> overrides = new HashMap<>();
        boolean months;
        try (InputStream in = Ask.class.getResourceAsStream("/sluice/app/deid/recipes/" + name + ".json")) {
            JsonNode recipe = new ObjectMapper().readTree(in);
            months = recipe.path("dates").path("mode").asText().equals("month");
            recipe.path("options").forEach(o -> options.add(o.asText()));
            // a family of repeating groups stands for the data of its first
            recipe.path("overrides").forEach(o -> overrides.put(Integer.parseUnsignedInt(o.path("tag").asText().replace(",", "")
                    .replace("60xxxxxx", "60003000"), 16), o.path("action").asText()));
        }
        return new Ask(name, options, overrides, months, false);
    }

    /** A recipe with these options and nothing else (or blank documents), written below a folder. */
    static Ask options(Path folder, Set<String> keys) throws IOException {
        Set<String> options = new HashSet<>(keys);
        boolean blanks = options.remove(BLANKS_DOCUMENTS);
        Path file = Files.writeString(folder.resolve("recipe.json"), "{\"format\": \"sluice-recipe/2\", \"name\": \"run\", \"version\": \"1\","
                + " \"options\": [" + (options.isEmpty() ? "" : '"' + String.join("\", \"", options) + '"') + "]" + (blanks ? ", \"documents\": \"remove\"" : "") + "}");
        return new Ask(file.toString(), options, Map.of(), false, blanks);
    }
}
