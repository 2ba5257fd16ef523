package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfEvidentTest {

    private final SelfEvident evident = TextTables.load().selfEvident();

    @ParameterizedTest
    @ValueSource(strings = {"see https://pacs7.hospital-example.no/view?case=123456", "www.hospital-example.no/p", "mailto:a@b.no",
        "contact inga.berg@mail-example.no", "from 10.31.244.17", "10.31.244.17:104", "fe80::1ff:fe23:4567:890a", "00:1B:44:11:3A:B7",
        "call +47 912 45 678", "+4791245678", "+1 (212) 555-0187", "tel. 22 34 56 78", "(212) 555-0187", "MRN 1234567", "ID: P12345678X",
        "DOB 12.03.1957", "081-55 12 34 fax: 081-55 12 34", "811228-9874", "123-45-6789"})
    void whatIdentifies(String text) {
        assertTrue(evident.in(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4", "syngo MR E11 4.0.0.0", "Software 10.31.244.17", "1.2.840.113619.2.55.3.604688119", "2.25.329800735698586629295641978511506172918",
        "scan.seg.nii", "ep2d.se", "offset +12345.678 mm", "+12.5 -3.25", "20190311101733.250000", "12:30:45", "1024x1024x512", "0012345678",
        "H31s 5.0 B31f", "TR 3000 TE 85", "Left lung", "B0 1000 s/mm2", "TI 2500", "dicom:export", "v2.10.31.244"})
    void whatDoesNot(String text) {
        assertFalse(evident.in(text, false));
    }

    @Test
    void technicalVocabularyMayHaveAddressesOfItsOwn() {
        assertFalse(evident.in("http://purl.obolibrary.org/obo/UBERON_0002048", true));
        assertFalse(evident.in("12.31.244.170", true));
        assertTrue(evident.in("inga.berg@mail-example.no", true));
    }

    @Test
    void descriptorsNameNobody() throws IOException {
        assertEquals(List.of(), InnocentTextTest.innocent().stream().filter(text -> evident.in(text, false)).toList());
    }
}
