package sluice.app.deid.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where recipes come from: shipped by name, or a JSON file ({@code app/docs/recipes.md} describes the form). */
public final class Recipes {

    private static final List<String> SHIPPED =
            List.of("basic", "eucaim", "lifebrain", "aida-anonymous", "research-longitudinal", "lethe-compatible");
    private static final String FOLDER = "/sluice/app/deid/recipes/";

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
        try (InputStream in = resource(name)) {
            return read(in);
        } catch (IOException e) {
            throw new RecipeException("the shipped recipe cannot be read", e);
        }
    }

    /**
     * The JSON text of a shipped recipe, for example to start a recipe of one's own from.
     *
     * @throws RecipeException if there is none of this name
     */
    public static String source(String name) throws RecipeException {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RecipeException("the shipped recipe cannot be read", e);
        }
    }

    /** The JSON Schema (draft 2020-12) of recipe files. */
    public static String schema() {
        try (InputStream in = Recipes.class.getResourceAsStream("/sluice/app/deid/recipe-schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) throws RecipeException {
        if (!SHIPPED.contains(name)) {
            throw new RecipeException("there is no recipe of this name; shipped recipes: " + String.join(", ", SHIPPED));
        }
        return Recipes.class.getResourceAsStream(FOLDER + name + ".json");
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
        return RecipeReader.read(in);
    }
}
