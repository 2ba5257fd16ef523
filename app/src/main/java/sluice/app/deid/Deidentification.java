package sluice.app.deid;

import java.util.Optional;
import sluice.app.deid.dicom.DatasetDeidentifier;
import sluice.app.deid.dicom.EvidenceSurvey;
import sluice.app.deid.dicom.RulesCompiler;
import sluice.app.deid.pixels.PixelExaminer;
import sluice.app.deid.pixels.TextReader;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectPseudonyms;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.pseudonym.ProjectSecrets;
import sluice.app.deid.recipe.Recipe;
import sluice.app.deid.table.BurnedInRegions;
import sluice.app.deid.table.ProfileOption;
import sluice.app.deid.table.WellKnownUids;
import sluice.app.deid.text.SharedKnowledge;
import sluice.app.deid.text.TextTables;
import sluice.viewer.codec.Codecs;

/**
 * A recipe and a project secret, ready to be used by any number of workers. The tables are loaded once; every worker gets its
 * own objects, which are not for two threads at once.
 */
public final class Deidentification {

    private final Recipe recipe;
    private final ProjectSecrets secrets;
    private final RulesCompiler compiler;
    private final WellKnownUids wellKnown;
    private final TextTables texts;
    private final BurnedInRegions regions;
    private final TextReader reader;

    private Deidentification(Recipe recipe, ProjectSecrets secrets, TextReader reader) {
        this.recipe = recipe;
        this.reader = reader;
        this.regions = BurnedInRegions.load();
        this.secrets = secrets;
        this.compiler = RulesCompiler.shipped();
        this.wellKnown = WellKnownUids.load();
        this.texts = TextTables.load();
    }

    /**
     * With the tables that the product ships.
     *
     * @throws IllegalArgumentException if {@link Recipe#hindrance} says that the recipe cannot be carried out
     */
    public static Deidentification of(Recipe recipe, ProjectSecret secret) {
        return of(recipe, ProjectSecrets.of(secret));
    }

    /** The same in a project whose secret has several versions. */
    public static Deidentification of(Recipe recipe, ProjectSecrets secrets) {
        return of(recipe, secrets, TextReader.NONE);
    }

    /**
     * The same with another program that reads text in pictures.
     *
     * @param reader used where the recipe cleans pixel data and does not forbid it
     */
    public static Deidentification of(Recipe recipe, ProjectSecrets secrets, TextReader reader) {
        recipe.hindrance().ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return new Deidentification(recipe, secrets, reader);
    }

    public Recipe recipe() {
        return recipe;
    }

    /** Version of the newest secret, for audit and reports. */
    public int secretVersion() {
        return secrets.version();
    }

    /** Edition of the profile's table, for example {@code PS3.15 2026c}. */
    public String edition() {
        return compiler.edition();
    }

    /** Pseudonyms of this project, for values outside image files. */
    public ProjectPseudonyms pseudonyms() {
        return secrets.pseudonyms(recipe.pseudonyms());
    }

    /** Empty knowledge of the patients of one run, for its surveys and then its workers. */
    public SharedKnowledge knowledge() {
        return new SharedKnowledge(texts);
    }

    /** A worker that reads headers before a run begins. */
    public HeaderSurvey survey(SharedKnowledge knowledge) {
        return new HeaderSurvey(new EvidenceSurvey(compiler.compile(recipe), knowledge));
    }

    /** A worker for objects in memory, each of which is all that is known of its patient. */
    public DicomDeidentifier dicom(MappingListener listener) {
        return dicom(listener, knowledge());
    }

    private DicomDeidentifier dicom(MappingListener listener, SharedKnowledge knowledge) {
        return new DicomDeidentifier(new DatasetDeidentifier(compiler.compile(recipe),
                compiler.edition(), pseudonyms(), wellKnown, knowledge, listener), pixels(), new OverlayClearing(Codecs.standard()), recipe.documents());
    }

    private Optional<PixelCleaning> pixels() {
        return recipe.has(ProfileOption.CLEAN_PIXEL_DATA)
                ? Optional.of(new PixelCleaning(new PixelExaminer(regions, reader), Codecs.standard(), recipe.pixels()))
                : Optional.empty();
    }

    /** A worker for files, each of which is all that is known of its patient. */
    public FileDeidentifier files(OutputFolder output, MappingListener listener) {
        return files(output, listener, knowledge());
    }

    /**
     * A worker for files. All workers of a run share the output folder object.
     *
     * @param knowledge what the run knows of its patients, complete before the first file
     */
    public FileDeidentifier files(OutputFolder output, MappingListener listener, SharedKnowledge knowledge) {
        return new FileDeidentifier(dicom(listener, knowledge), pseudonyms().newest(), output);
    }
}
