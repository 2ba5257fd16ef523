package sluice.app.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.app.catalogue.NewFinding;
import sluice.app.catalogue.Severity;

/** Findings of many files become one for each code, and only STOP stops. */
class FoundTest {

    @Test
    void filesAreCountedAndTheFirstExampleIsKept() {
        Found one = new Found();
        one.add(Found.Code.RESIDUAL_IDENTIFIER, "(0010,0010)");
        Found other = new Found();
        other.add(Found.Code.RESIDUAL_IDENTIFIER, "(0008,0090)");
        other.add(Found.Code.RECOGNISABLE_FACE);
        Found all = new Found();
        all.addAll(one);
        all.addAll(other);
        List<NewFinding> findings = all.findings();
        assertEquals(List.of("residual-identifier", "recognisable-face"), findings.stream().map(f -> f.text().code()).toList());
        assertTrue(findings.get(0).text().detail().startsWith("2 files"));
        assertTrue(findings.get(0).text().detail().contains("(0010,0010)"));
        assertFalse(findings.get(0).text().detail().contains("(0008,0090)"));
        assertTrue(findings.get(1).text().detail().startsWith("1 file "));
    }

    @Test
    void eachCodeStopsExactlyIfItsSeveritySaysSo() {
        assertFalse(new Found().stops());
        for (Found.Code code : Found.Code.values()) {
            Found found = new Found();
            found.add(code);
            assertEquals(found.findings().get(0).text().severity() == Severity.STOP, found.stops(), code::word);
        }
    }
}
