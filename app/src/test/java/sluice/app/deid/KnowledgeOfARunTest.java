package sluice.app.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.deid.pseudonym.MappingListener;
import sluice.app.deid.pseudonym.ProjectSecret;
import sluice.app.deid.recipe.RecipeException;
import sluice.app.deid.recipe.Recipes;
import sluice.app.deid.text.SharedKnowledge;
import sluice.viewer.dicom.DicomReader;
import sluice.viewer.dicom.RawElements;

/** What one file of a patient says is looked for in the others of the run, in whatever order they come. */
class KnowledgeOfARunTest {

    @TempDir
    Path folder;

    private List<Path> sources() throws IOException {
        Attributes telling = Samples.image(1);
        telling.setString(Tag.ReferringPhysicianName, VR.PN, "Okonkwo^Adaeze");
        telling.setString(Tag.InstitutionName, VR.LO, "Oakwood Hospital");
        Attributes asking = Samples.image(2);
        asking.setString(Tag.StudyDescription, VR.LO, "CT HEAD, asked by Okonkwo, Oakwood");
        Attributes nameless = Samples.image(3);
        nameless.remove(Tag.PatientID);
        nameless.remove(Tag.PatientName);
        nameless.setString(Tag.StudyDescription, VR.LO, "CT HEAD Okonkwo 195001027788");
        return List.of(Samples.write(folder.resolve("in/1.dcm"), telling), Samples.write(folder.resolve("in/2.dcm"), asking),
                Samples.write(folder.resolve("in/3.dcm"), nameless));
    }

    private List<String> descriptions(List<Path> looked, List<Path> sources, String out) throws IOException, RecipeException {
        Deidentification setup = Deidentification.of(Recipes.named("research-longitudinal"), new ProjectSecret(1, Samples.SECRET));
        SharedKnowledge knowledge = setup.knowledge();
        HeaderSurvey survey = setup.survey(knowledge);
        for (Path file : looked) {
            survey.look(file);
        }
        Path target = folder.resolve(out);
        FileDeidentifier worker = setup.files(new OutputFolder(target, OutputOptions.DEFAULT), MappingListener.NONE, knowledge);
        List<String> descriptions = new ArrayList<>();
        for (Path file : sources) {
            Outcome outcome = worker.deidentify(file, file.getFileName().toString());
            Written written = assertInstanceOf(Written.class, outcome, outcome::toString);
            descriptions.add(RawElements.ascii(new DicomReader().read(target.resolve(written.path())).dataset(), Tag.StudyDescription));
        }
        return descriptions;
    }

    @Test
    void whatOneFileKnowsIsTakenOutOfTheOthers() throws IOException, RecipeException {
        List<Path> sources = sources();
        List<String> expected = List.of("", "CT HEAD, asked", "CT HEAD");
        assertEquals(expected, descriptions(sources, sources, "forth"));
        assertEquals(expected, descriptions(List.of(sources.get(2), sources.get(1), sources.get(0)), sources, "back"));
    }

    @Test
    void aFileThatIsNoImageSaysNothing() throws IOException, RecipeException {
        Path none = folder.resolve("none.txt");
        java.nio.file.Files.writeString(none, "no image");
        List<Path> sources = sources();
        assertEquals("CT HEAD Okonkwo", descriptions(List.of(none), sources, "out").get(2));
    }
}
