package sluice.app.deid.dicom;

import java.nio.charset.StandardCharsets;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.pseudonym.ProjectPseudonyms;
import sluice.app.deid.pseudonym.ProjectSecrets;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.recipe.Recipes;
import sluice.app.deid.table.WellKnownUids;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.deid.text.TextTables;

/** An engine over the shipped tables with a fixed secret, for tests. */
final class Engine {

    static final RulesCompiler COMPILER = RulesCompiler.shipped();

    private Engine() { }

    static DatasetDeidentifier basic() {
        return with(recipe(), MappingListener.NONE);
    }

    static Recipe recipe() {
        try {
            return Recipes.named("basic");
        } catch (sluice.app.deid.recipe.RecipeException e) {
            throw new AssertionError(e);
        }
    }

    /** A recipe of this format without name and version, for example {@code "options":["retainUids"]}. */
    static Recipe recipe(String fields) {
        String json = "{\"format\":\"sluice-recipe/2\",\"name\":\"site\",\"version\":\"1\"," + fields.replace('\'', '"') + "}";
        try {
            return Recipes.read(new java.io.ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (sluice.app.deid.recipe.RecipeException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    static DatasetDeidentifier with(String fields) {
        return with(recipe(fields), MappingListener.NONE);
    }

    static DatasetDeidentifier with(Recipe recipe, MappingListener listener) {
        RuleSet rules = COMPILER.compile(recipe);
        ProjectPseudonyms pseudonyms = ProjectSecrets.of(
                new ProjectSecret(1, "a secret for tests, thirty-two bytes".getBytes(StandardCharsets.US_ASCII)))
                .pseudonyms(recipe.pseudonyms());
        return new DatasetDeidentifier(rules, COMPILER.edition(), pseudonyms, WellKnownUids.load(), new SharedKnowledge(TextTables.load()),
                listener);
    }

    /** The least that an instance needs. */
    static Attributes instance() {
        Attributes a = new Attributes();
        a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        a.setString(Tag.SOPInstanceUID, VR.UI, "1.2.826.0.1.1");
        a.setString(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.2");
        a.setString(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.3");
        a.setString(Tag.PatientID, VR.LO, "XQ-7781-Z");
        return a;
    }
}
