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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

/** Descriptors that name nobody stay as they are, also where the patient's name is a word of descriptors. */
class InnocentTextTest {

    private static final TextTables TABLES = TextTables.load();

    @ParameterizedTest
    @ValueSource(strings = {"Smith^John", "Head^Anna", "Park^Brain", "Li^An", "Long^Foot"})
    void nothingIsTakenOutOfDescriptors(String patient) throws IOException {
        FreeText cleaner = new FreeText(KnownIdentity.of(List.of(new Evidence(Kind.NAME, patient, null),
                new Evidence(Kind.ID, "0012345678", null), new Evidence(Kind.BIRTH_DATE, "19600201", null),
                new Evidence(Kind.DATE, "20190312", null), new Evidence(Kind.PHRASE, "St. Mary University Hospital", null),
                new Evidence(Kind.PHRASE, "Radiology", null), new Evidence(Kind.ID, "CT01", null)), TABLES), TABLES,
                day -> Optional.empty());
        List<String> changed = new ArrayList<>();
        List<String> innocent = innocent();
        assertTrue(innocent.size() >= 300, () -> innocent.size() + " are too few");
        for (String text : innocent) {
            String cleaned = cleaner.clean(text, 64);
            if (!cleaned.equals(text)) {
                changed.add(text + " -> " + cleaned);
            }
        }
        assertEquals(List.of(), changed);
    }

    static List<String> innocent() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                InnocentTextTest.class.getResourceAsStream("innocent.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isEmpty()).toList();
        }
    }
}
