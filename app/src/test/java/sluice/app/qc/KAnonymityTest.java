package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KAnonymityTest {

    @Test
    void countsWhoAgreesWithWhom() {
        KAnonymity k = new KAnonymity();
        for (int i = 0; i < 7; i++) {
            k.add("P" + i, Map.of("PatientSex", i < 3 ? "F" : "M", "PatientAge", i == 6 ? "080Y" : "050Y"));
        }
        KAnonymity.Figures f = k.figures();
        assertEquals(new KAnonymity.Figures(7, 1, 1, 7, 3, List.of(new KAnonymity.Attribute("PatientAge", 2, 1),
                new KAnonymity.Attribute("PatientSex", 2, 3))), f);
    }

    @Test
    void manyFilesOfAPatientAreOnePatientAndFillEachOther() {
        KAnonymity k = new KAnonymity();
        k.add("A", Map.of("PatientSex", "F"));
        k.add("A", Map.of("PatientAge", "040Y"));
        k.add("A", Map.of("PatientAge", "041Y"));
        k.add("B", Map.of("PatientAge", "040Y", "PatientSex", "F"));
        assertEquals(2, k.figures().k());
        assertEquals(2, k.figures().patients());
    }

    @Test
    void nothingRetainedIsOneClass() {
        KAnonymity k = new KAnonymity();
        assertEquals(0, k.figures().k());
        k.add("A", Map.of());
        k.add("B", Map.of());
        assertEquals(new KAnonymity.Figures(2, 2, 0, 2, 1, List.of()), k.figures());
    }
}
