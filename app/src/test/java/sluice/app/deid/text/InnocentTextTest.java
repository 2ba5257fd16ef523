package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** Descriptors that name nobody stay as they are; where the patient's name is a word of descriptors, that word goes and nothing else. */
class InnocentTextTest {

    private static final TextTables TABLES = TextTables.load();
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    @ParameterizedTest
    @CsvSource({"Smith^John, SMITH JOHN", "Head^Anna, HEAD ANNA", "Park^Brain, PARK BRAIN BRAINS", "Li^An, LI AN", "Long^Foot, LONG FOOT", "White^Young, WHITE YOUNG",
        "Ma^Yu, MA YU", "Kopf^Hand, KOPF HAND HANDS", "Le^Ben, LE BEN"})
    void nothingButTheNameIsTakenOutOfDescriptors(String patient, String words) throws IOException {
        FreeText cleaner = new FreeText(KnownIdentity.of(List.of(new Evidence(Kind.PATIENT_NAME, patient, null),
                new Evidence(Kind.ID, "0012345678", null), new Evidence(Kind.BIRTH_DATE, "19600201", null),
                new Evidence(Kind.DATE, "20190312", null), new Evidence(Kind.PHRASE, "St. Mary University Hospital", null),
                new Evidence(Kind.PHRASE, "Radiology", null), new Evidence(Kind.ID, "CT01", null)), TABLES), TABLES,
                day -> Optional.empty());
        List<String> wrong = new ArrayList<>();
        List<String> innocent = innocent();
        assertTrue(innocent.size() >= 300, () -> innocent.size() + " are too few");
        Set<String> own = Set.of(words.split(" "));
        for (String text : innocent) {
            String cleaned = cleaner.clean(text, 64);
            List<String> left = new ArrayList<>(TextForm.words(TextForm.fold(HUMP.matcher(text).replaceAll(" "))));
            boolean named = left.removeAll(own);
            List<String> found = TextForm.words(TextForm.fold(HUMP.matcher(cleaned).replaceAll(" ")));
            // with a name goes what would hang in the air
            left.removeIf(word -> !found.contains(word) && TABLES.connectives().contains(word.toLowerCase(java.util.Locale.ROOT)));
            if (!named && !cleaned.equals(text) || !found.equals(left)) {
                wrong.add(text + " -> " + cleaned);
            }
        }
        assertEquals(List.of(), wrong);
    }

    static List<String> innocent() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                InnocentTextTest.class.getResourceAsStream("innocent.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isEmpty()).toList();
        }
    }
}
