package sluice.app.deid.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

class FreeTextTest {

    private static final TextTables TABLES = TextTables.load();
    private static final KnownIdentity KNOWN = KnownIdentity.of(List.of(new Evidence(Kind.NAME, "Smith^John^Robert", null),
            new Evidence(Kind.NAME, "Okonkwo^Ada", null), new Evidence(Kind.NAME, "van der Berg^Li=王^伟", null),
            new Evidence(Kind.NAME, "O'Brien^Bo Ann", null), new Evidence(Kind.NAME, "\u0645\u0635\u0637\u0641\u0649^\u0641\u0627\u0637\u0645\u0629", null),
            new Evidence(Kind.NAME, "Björklund^Åse", null), new Evidence(Kind.ID, "7788", null), new Evidence(Kind.ID, "QRXTZ", null), new Evidence(Kind.ID, "PAT-0054321", null),
            new Evidence(Kind.ID, "0012345678", null), new Evidence(Kind.ID, "ACC-12345", null),
            new Evidence(Kind.BIRTH_DATE, "19600201", null), new Evidence(Kind.DATE, "20190312", null),
            new Evidence(Kind.PHRASE, "Sahlgrenska University Hospital", null)), TABLES);

    private static String clean(String text) {
        return new FreeText(KNOWN, TABLES, day -> Optional.empty()).clean(text, 1000);
    }

    private static String shifted(String text) {
        Function<LocalDate, Optional<LocalDate>> shift = day -> Optional.of(day.minusDays(40));
        return new FreeText(KNOWN, TABLES, shift).clean(text, 1000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CT CHEST W CONTRAST for JOHN SMITH 01/02/1960 | CT CHEST W CONTRAST",
        "SMITH, JOHN: MR head | MR head",
        "MR_SMITH_T1 | MR_T1",
        "Chest (John Smith) PA | Chest PA",
        "Smith's knee, right | knee, right",
        "J. Smith CT | CT",
        "J.R. Smith CT | CT",
        "Smith J CT | CT",
        "Smith-Jonsson CT | CT",
        "CT of Smith J.R. | CT",
        "jsmith 2 | 2",
        "smithj: ok | ok",
        "van der Berg knee | knee",
        "Li van der Berg knee | knee",
        "L. van der Berg knee | knee",
        "W. Li knee | W. knee",
        "OBrien head | head",
        "MR_OBRIEN_BoAnn_T1 | MR_T1",
        "vanderberg knee | knee",
        "\u0645\u0635\u0637\u0641\u064a head | head",
        "\u0641\u0627\u0637\u0645\u0647 head | head",
        "id \u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668 liver | id liver",
        "head \u0662\u0660\u0661\u0669/\u0660\u0663/\u0661\u0662 | head",
        "Chest (John, Smith, [\"Okonkwo\"]) PA | Chest PA",
        "Bj?rklund head, Bjrklund knee | head, knee",
        "study 7788 head | study head",
        "b77881 1.7788x head | b77881 1.7788x head",
        "qrxtz head | head",
        "no. 54321 and 0054321 head | no. head",
        "id 654321 head | id 654321 head",
        "nr 6002011234 head | nr head",
        "nr 01026012345 head | nr head",
        "Tue Mar 12 10:11:12 2019 head | Tue head",
        "12 marca 2019, 5 października 2011, 5 maaliskuuta 2011, 5 Μαρτίου 2011, 5 Şubat 2011 | ''",
        "王伟 head | head",
        "王医生 head | head",
        "MRN 12345678 liver | liver",
        "id 1234-5678 liver | id liver",
        "acc 12345 liver | liver",
        "CT head 2019-03-12 follow up | CT head follow up",
        "CT head 12 mars 2019 follow up | CT head follow up",
        "CT head on 12. März 2019, follow up | CT head, follow up",
        "head 12.3.19 | head",
        "x 19600201-1234 head | x head",
        "no. x196002011234y head | no. x y head",
        "at Sahlgrenska head | head",
        "Sahlgrenska hospital CT | CT"})
    void knownIdentityGoes(String text, String expected) {
        assertEquals(expected, clean(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CT chest, contact a.b-c@ward7.example.org for more | CT chest, contact for more",
        "see https://pacs.example.org/x?y=1 head | see head",
        "from 192.168.10.23 head | head",
        "sent via pacs.hospital.example.de head | sent head",
        "call +46 31 342 10 00 now | now",
        "Tel. 0511/532-0 Hannover | Hannover",
        "phone: 555-123-4567 head | head",
        "head (212) 555-0187 | head",
        "fax 031-786 10 00, head | head",
        "SSN 219-09-9999 head | head",
        "pat 811228-9874 head | pat head",
        "pat 29029900157 head | pat head",
        "pat 070761-4285 head | pat head",
        "pat 131052-308T head | pat head",
        "dni 12345678Z head | head",
        "nhs 943 476 5919 head | head",
        "n 1 84 12 76 451 089 46 head | n head",
        "BSN: 111222333 head | head",
        "MRN: 4711, head | head",
        "ID#99123 head | head",
        "Acc# 77123 head | head",
        "DOB 3/4/51 head | head",
        "DOB: 4 March 1951 head | head",
        "Dr. Okafor read this | read this",
        "Prof. Dr. med. Hans Huber Knie | Knie",
        "Mrs Jones, chest | chest",
        "reported by Drescher, CT | CT",
        "Herr Mrosek MR | MR",
        "referred by Amy Winter | ''",
        "Chest referred by Dr. A. van Dyck, PA | Chest, PA",
        "Fr. Müller Knie | Knie",
        "Dra. Núñez rodilla | rodilla",
        "Patient: Gwen Stacy chest | chest",
        "DR OKAFOR CHEST | CHEST",
        "CT at Oakwood Hospital | CT",
        "St. Elsewhere Clinic MR | MR",
        "Universitätsklinikum Heidelberg CT | CT",
        "Hospital de la Princesa TAC | TAC",
        "Haukeland sykehus MR | MR",
        "Karolinska Universitetssjukhuset DT | DT",
        "12 Elm Street, head | head",
        "Lindenstraße 12, 30625 Hannover | ''",
        "rue de la Paix 12 IRM | IRM",
        "93 years old, head | 90+ years old, head",
        "aged 101, head | aged 90+, head",
        "on 3 Dec 2011 MR | MR",
        "Study 20110203 MR | Study MR"})
    void whatIdentifiesByItsFormGoes(String text, String expected) {
        assertEquals(expected, clean(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prior 2019-03-12 | prior 2019-01-31",
        "prior 12.03.2019 | prior 31.01.2019",
        "prior 12 March 2019 | prior 31 January 2019",
        "PRIOR 12-MAR-2019 | PRIOR 31-JAN-2019",
        "prior 12. märz 2019 | prior 31. januar 2019",
        "prior 3/12/19 | prior 1/31/19",
        "prior 20190312 | prior 20190131",
        "prior 2011-05-30 | prior 2011-04-20",
        "prior 3/4/2011 | prior",
        "born 1 Feb 1960, CT | CT",
        "prior 1960-02-01 | prior"})
    void daysMoveWithThePatientsDates(String text, String expected) {
        assertEquals(expected, shifted(text));
    }

    @Test
    void whatIsInnocentIsTheSameObject() {
        String text = "T2 FLAIR 512x512, 2019 protocol v3";
        assertSame(text, clean(text));
    }

    @Test
    void aLongerMonthDoesNotMakeAValueTooLong() {
        FreeText later = new FreeText(KNOWN, TABLES, day -> Optional.of(day.plusDays(190)));
        assertEquals("MR", later.clean("MR 12 March 2019", 16));
        assertEquals("MR 18 September 2019", later.clean("MR 12 March 2019", 64));
    }

    /** So is what has many changes, or separators without end beside one. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "-", "- ", "(", "(-", "\" ", "2019-03-12 ", "20190312", "3 Dec 2011, ", "93 years ", "Smith x ",
        "(Smith) ", "of Smith, ", "OBrien", "\u00e5"})
    void longTextsWithChangesAreCleanedToTheirEnd(String piece) {
        String half = piece.repeat(30_000);
        String cleaned = clean(half + " Okonkwo " + half);
        assertFalse(cleaned.contains("Okonkwo") || cleaned.contains("Smith"));
    }

    /** What repeats what some pattern begins with takes no more time than its length: quadratic search would not end here. */
    @ParameterizedTest
    @ValueSource(strings = {"Aa-", "Aa ", "A.", "Dr. ", "+1 ", "0 1", "9:", "a@", "Rue de ", "12-", "( ", "of "})
    void longTextsOfBeginningsAreSearchedToTheirEnd(String piece) {
        assertFalse(clean(piece.repeat(40_000) + " 0012345678").contains("12345678"));
    }
}
