package sluice.app.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalPolicyTest {

    /** @param findings as {@code SEVERITY code status} */
    private static StudyDetail study(String... findings) {
        StudyRow row = new StudyRow("k3v9qx2m7a", "DICOM", "QC_PASSED", "", List.of("CT"), 1, 1, 1, Instant.EPOCH, 0);
        return new StudyDetail(row, List.of(), Arrays.stream(findings).map(f -> f.split(" "))
                .map(f -> new StudyDetail.Finding("check", f[1], f[0], "", f[2])).toList(), List.of(), List.of());
    }

    @Test
    void eachPolicyHoldsBackWhatItSays() throws CurationException {
        StudyDetail study = study("NOTE n open", "WARNING w open", "HOLD a open", "HOLD b open", "STOP s open", "HOLD x accepted",
                "STOP y resolved");
        assertEquals(Set.of("w", "a", "b", "s"), ApprovalPolicy.parse("no-findings").holdsBack(study));
        assertEquals(Set.of("a", "b", "s"), ApprovalPolicy.parse("no-holds").holdsBack(study));
        assertEquals(Set.of("b", "s"), ApprovalPolicy.parse("accept:a").holdsBack(study));
        assertEquals(Set.of("s"), ApprovalPolicy.parse("accept: b , a,").holdsBack(study));
        assertEquals(Set.of("s"), ApprovalPolicy.parse("accept:a,b,s").holdsBack(study));
        assertEquals(Set.of("a"), ApprovalPolicy.parse("accept:a,x,other").accepted(study));
        assertEquals(Set.of(), ApprovalPolicy.parse("no-findings").holdsBack(study("NOTE n open")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "accept", "accept:", "accept: , ,", "NO-HOLDS", "no-holds ", "accept;a"})
    void anythingElseIsNoPolicy(String text) {
        assertThrows(CurationException.Unknown.class, () -> ApprovalPolicy.parse(text));
    }
}
