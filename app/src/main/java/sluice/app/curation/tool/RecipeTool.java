package sluice.app.curation.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.app.curation.CurationException;
import sluice.app.curation.RecipeBook;
import sluice.app.deid.Deidentification;
import sluice.app.deid.Explanation;
import sluice.app.deid.OutputFolder;
import sluice.app.deid.OutputOptions;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.recipe.RecipeException;
import sluice.app.deid.recipe.Recipes;
import sluice.app.deid.table.ProfileOption;

/** Looks at recipes and at what they would do; writes nothing. */
public final class RecipeTool {

    /** No value is shown, so any secret tells the same; with this one nobody's pseudonyms are ever made. */
    private static final byte[] NOBODYS_SECRET = "explains and writes nothing at all".getBytes(StandardCharsets.US_ASCII);

    private final RecipeBook recipes = new RecipeBook();

    /**
     * One recipe.
     *
     * @param runs whether this version can carry it out
     * @param hindrance why not, or ""
     */
    public record Row(String name, String version, String description, List<String> options, String digest, boolean runs,
            String hindrance) { }

    /** One attribute or header field, see {@link Explanation.Line}. */
    public record Line(String path, String keyword, String result, String rule) { }

    /** @param refused code and reason if the file would not be passed on, else "" */
    public record Explained(String recipe, String refused, List<Line> attributes, List<String> notes) { }

    /** The shipped recipes. */
    public List<Row> list() throws CurationException, IOException {
        List<Row> rows = new ArrayList<>();
        for (String name : Recipes.names()) {
            rows.add(row(recipes.read(name)));
        }
        return rows;
    }

    /** The JSON text of a shipped recipe. */
    public String source(String name) throws CurationException {
        try {
            return Recipes.source(name);
        } catch (RecipeException e) {
            throw new CurationException.Unknown(e.getMessage());
        }
    }

    /** The JSON Schema of recipe files. */
    public String schema() {
        return Recipes.schema();
    }

    /** @throws CurationException.Unknown saying which field is wrong */
    public Row check(Path file) throws CurationException, IOException {
        return row(recipes.read(file.toString()));
    }

    private static Row row(Recipe recipe) {
        return new Row(recipe.name(), recipe.version(), recipe.description(),
                recipe.options().stream().map(ProfileOption::key).sorted().toList(), recipe.digest(),
                recipe.hindrance().isEmpty(), recipe.hindrance().orElse(""));
    }

    /** What a recipe would do with a file. */
    public Explained explain(Path file, String recipe) throws CurationException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new CurationException.Unknown("there is no file at " + file);
        }
        Recipe found = recipes.get(recipe);
        try (ProjectSecret secret = new ProjectSecret(1, NOBODYS_SECRET)) {
            Explanation explanation = Deidentification.of(found, secret)
                    .files(new OutputFolder(file.toAbsolutePath().getParent(), OutputOptions.DEFAULT), MappingListener.NONE)
                    .explain(file);
            return new Explained(found.name() + " " + found.version(),
                    explanation.refused().map(r -> r.reason() + ": " + r.detail()).orElse(""),
                    explanation.lines().stream().map(l -> new Line(l.path(), l.keyword(), l.result(), l.rule())).toList(),
                    explanation.notes());
        }
    }
}
