package sluice.app.curation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.recipe.RecipeException;
import sluice.app.deid.recipe.Recipes;

/** Finds recipes by name or file. */
public final class RecipeBook {

    /**
     * A recipe to run.
     *
     * @param nameOrFile a shipped recipe's name, or a path to a recipe file
     * @throws CurationException.Unknown when it is neither, or the file is no recipe
     * @throws CurationException.Refused when it asks for what this version cannot do: it would be carried out in part
     */
    public Recipe get(String nameOrFile) throws CurationException, IOException {
        Recipe recipe = read(nameOrFile);
        if (recipe.hindrance().isPresent()) {
            throw new CurationException.Refused(recipe.hindrance().get() + "; nothing was done");
        }
        return recipe;
    }

    /** A recipe to look at; otherwise as {@link #get}. */
    public Recipe read(String nameOrFile) throws CurationException, IOException {
        try {
            if (Recipes.names().contains(nameOrFile)) {
                return Recipes.named(nameOrFile);
            }
            Path file = Path.of(nameOrFile);
            if (!Files.isRegularFile(file)) {
                throw new CurationException.Unknown("there is no recipe " + nameOrFile + "; shipped ones are "
                        + String.join(", ", Recipes.names()) + ", and a path names a recipe file");
            }
            return Recipes.fromFile(file);
        } catch (RecipeException e) {
            throw new CurationException.Unknown("the recipe cannot be used: " + e.getMessage());
        }
    }
}
