package sluice.app.deid.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.app.deid.Deidentification;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.Recipes;

class DeidentificationFuzzTest {
    private static final int INPUTS = 4000;

    static java.util.List<String> recipes() {
        return Recipes.names();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void brokenFilesAreRefusedOrCleaned(String recipe) throws Exception {
        FuzzTarget target = new FuzzTarget(Deidentification.of(Recipes.named(recipe),
                new ProjectSecret(1, "a secret for tests, thirty-two bytes".getBytes(StandardCharsets.US_ASCII))));
        Mutator mutator = new Mutator(Seeds.files());
        for (long seed = 0; seed < INPUTS; seed++) {
            try {
                target.run(mutator.input(seed));
            } catch (RuntimeException | Error e) {
                fail("input " + seed + " with recipe " + recipe, e);
            }
        }
    }
}
