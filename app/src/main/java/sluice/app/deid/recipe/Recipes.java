package sluice.app.deid.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.app.deid.table.ActionCode;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.TagPattern;

/** Where recipes come from: shipped by name, or a JSON file ({@code app/docs/recipes.md} describes the form). */
public final class Recipes {

    /** Value of the field {@code format}. */
    public static final String FORMAT = "sluice-recipe/1";

    private static final List<String> SHIPPED = List.of("basic");
    private static final Set<String> FIELDS =
            Set.of("format", "name", "version", "description", "options", "patientPrefix", "overrides");

    private Recipes() { }

    /** Names of the shipped recipes. */
    public static List<String> names() {
        return SHIPPED;
    }

    /**
     * A shipped recipe.
     *
     * @throws RecipeException if there is none of this name
     */
    public static Recipe named(String name) throws RecipeException {
        if (!SHIPPED.contains(name)) {
            throw new RecipeException("there is no recipe of this name; shipped recipes: " + String.join(", ", SHIPPED));
        }
        try (InputStream in = Recipes.class.getResourceAsStream("/sluice/app/deid/recipes/" + name + ".json")) {
            return read(in);
        } catch (IOException e) {
            throw new RecipeException("the shipped recipe cannot be read", e);
        }
    }

    /**
     * A recipe from a file.
     *
     * @throws RecipeException naming the field that is wrong
     * @throws IOException if the file cannot be read
     */
    public static Recipe fromFile(Path file) throws IOException, RecipeException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads one recipe from UTF-8 JSON. */
    public static Recipe read(InputStream in) throws IOException, RecipeException {
        Object document;
        try {
            document = Json.read(in);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new RecipeException("not valid JSON, line " + e.getLocation().getLineNr() + " column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(), e);
        }
        if (!(document instanceof Map<?, ?> map)) {
            throw new RecipeException("a recipe is one JSON object");
        }
        for (Object field : map.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new RecipeException("unknown field '" + field + "'; known fields: "
                        + String.join(", ", new java.util.TreeSet<>(FIELDS)));
            }
        }
        if (!FORMAT.equals(map.get("format"))) {
            throw new RecipeException("field 'format' must be \"" + FORMAT + "\"");
        }
        return new Recipe(text(map, "name", "[a-z0-9][a-z0-9-]{0,40}"), text(map, "version", "[A-Za-z0-9._-]{1,20}"),
                text(map, "description", "(?s).{0,500}"), options(map), text(map, "patientPrefix", "[A-Za-z0-9-]{0,16}"),
                overrides(map));
    }

    private static String text(Map<?, ?> map, String field, String pattern) throws RecipeException {
        Object value = map.containsKey(field) ? map.get(field) : "";
        if (!(value instanceof String s) || !s.matches(pattern)) {
            throw new RecipeException("field '" + field + "' must be text matching " + pattern);
        }
        return s;
    }

    private static Set<ProfileOption> options(Map<?, ?> map) throws RecipeException {
        Set<ProfileOption> options = EnumSet.noneOf(ProfileOption.class);
        for (Object key : list(map, "options")) {
            ProfileOption option = key instanceof String s ? ProfileOption.ofKey(s) : null;
            if (option == null) {
                List<String> keys = new ArrayList<>();
                for (ProfileOption o : ProfileOption.values()) {
                    keys.add(o.key());
                }
                throw new RecipeException("field 'options' holds an unknown option; options: " + String.join(", ", keys));
            }
            throw new RecipeException("option '" + option.key() + "' is not available in this version; remove it, or the"
                    + " recipe would promise what is not done");
        }
        return options;
    }

    private static List<AttributeOverride> overrides(Map<?, ?> map) throws RecipeException {
        List<AttributeOverride> overrides = new ArrayList<>();
        for (Object entry : list(map, "overrides")) {
            String where = "overrides[" + overrides.size() + "]";
            if (!(entry instanceof Map<?, ?> o) || !o.keySet().equals(Set.of("tag", "action"))) {
                throw new RecipeException(where + " must have exactly the fields 'tag' and 'action'");
            }
            try {
                TagPattern pattern = TagPattern.parse(String.valueOf(o.get("tag")));
                if ((pattern.bits() & 0x0001_0000) != 0) {
                    throw new RecipeException(where + ": private attributes cannot be chosen in this version");
                }
                if ((pattern.bits() >>> 16) < 8 || pattern.mask() >>> 24 == 0) {
                    throw new RecipeException(where + ": groups below 0008 are not open to recipes");
                }
                overrides.add(new AttributeOverride(pattern, ActionCode.of(String.valueOf(o.get("action")))));
            } catch (IllegalArgumentException e) {
                throw new RecipeException(where + ": " + e.getMessage(), e);
            }
        }
        return overrides;
    }

    private static List<?> list(Map<?, ?> map, String field) throws RecipeException {
        Object value = map.containsKey(field) ? map.get(field) : List.of();
        if (!(value instanceof List<?> list)) {
            throw new RecipeException("field '" + field + "' must be a list");
        }
        return list;
    }
}
