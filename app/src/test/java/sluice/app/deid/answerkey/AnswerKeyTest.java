package sluice.app.deid.answerkey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every demand of the answer key is met, for each option and for combinations. */
class AnswerKeyTest {

    private static final int LEAST = 8_000;

    @TempDir
    Path folder;

    private AnswerKey key;
    private final AnswerKey.Result result = AnswerKey.Result.none();

    @BeforeEach
    void plant() throws IOException {
        key = new AnswerKey(folder);
        int turn = 0;
        for (Script script : Script.all()) {
            key.plant(new Person(script, 1000 + turn), turn++);
        }
    }

    private void everyDemandIsMet() {
        assertTrue(result.misses().isEmpty(), () -> result + "\n" + key.said());
        assertTrue(result.demanded() >= LEAST, () -> "only " + result.demanded() + " demands");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "aida-anonymous", "eucaim", "lifebrain", "research-longitudinal",
        "lethe-compatible"})
    void shippedRecipes(String name) throws IOException {
        key.run("run", Ask.shipped(name), result);
        everyDemandIsMet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retainSafePrivate", "retainUids", "retainDeviceIdentity", "retainInstitutionIdentity",
        "retainPatientCharacteristics", "retainLongitudinalFullDates", "retainLongitudinalModifiedDates",
        "cleanDescriptors", "cleanStructuredContent",
        "cleanGraphics", "cleanDescriptors,cleanStructuredContent,cleanGraphics", "cleanPixelData,documents",
        "retainPatientCharacteristics,retainLongitudinalModifiedDates,retainSafePrivate",
        "retainUids,retainDeviceIdentity,retainInstitutionIdentity,retainLongitudinalFullDates,retainSafePrivate,"
            + "retainPatientCharacteristics"})
    void options(String options) throws IOException {
        key.run("run", Ask.options(folder, Set.of(options.split(","))), result);
        everyDemandIsMet();
    }
}
