package sluice.app.deid.dicom;

import java.nio.charset.Charset;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;
import sluice.app.deid.table.NameWords;

class IdentityIndexTest {

    private static IdentityIndex index() {
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.NAME, "Åkerström^Björn^Li=山田^太郎", null);
        index.add(Kind.ID, "19500102-7788", null);
        index.add(Kind.ID, "Q7B", null);
        index.add(Kind.DATE, "19500102", null);
        index.add(Kind.PHRASE, "Sahlgrenska University Hospital", null);
        return index;
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKERSTROM T1", "scan for Björn", "bjorn", "Bjoern", "Akerstroem", "björnåkerström", "山田さん",
        "195001027788", "id 19500102-7788.", "Q7B", "born 1950-01-02", "02.01.1950", "2.1.1950", "01/02/1950", "2 Jan 1950",
        "at SAHLGRENSKA UNIVERSITY HOSPITAL", "AkerstromQ", "MR_xAKERSTROM", "Aker-strom", "A\u030Akerstro\u0308m"})
    void finds(String text) {
        assertTrue(index().foundIn(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "T1 MPRAGE", "LI", "xbjornq", "Liver", "Q7BX", "1950", "19510102", "University Hospital", "太", ""})
    void doesNotFind(String text) {
        assertFalse(index().foundIn(text, false));
    }

    @ParameterizedTest
    @CsvSource({"HEAD, HEAD", "1, 1", "0, 100", "12, 12", "111111, 111111", "ANONYMOUS, Anonymous", "none, NONE"})
    void unspecificIdentifiersAreNotLookedFor(String id, String text) {
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.ID, id, null);
        assertFalse(index.foundIn(text, false));
        assertFalse(index.isExactly(text));
    }

    @Test
    void aPatientWhoBearsATechnicalWordDoesNotCostTheTechnicalAttribute() {
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.NAME, "Philips^Axial", null);
        assertTrue(index.foundIn("AXIAL T1", false));
        assertFalse(index.foundIn("Philips Medical Systems", true));
        assertFalse(index.foundIn("Axial", true));
        assertTrue(index.foundIn("PHILIPS AXIAL", true));
    }

    @Test
    void bytesAreSearchedAsLatin1Utf8AndUtf16() {
        assertTrue(index().foundInBytes("xx Åkerström yy".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(index().foundInBytes("xx Åkerström yy".getBytes(StandardCharsets.UTF_8)));
        assertTrue(index().foundInBytes("xx 19500102-7788 yy".getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(index().foundInBytes("xx yy".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void nothingKnownFindsNothing() {
        IdentityIndex index = new IdentityIndex(NameWords.load());
        assertTrue(index.isEmpty());
        index.add(Kind.NAME, "^^^", null);
        index.add(Kind.DATE, "not a date", null);
        assertTrue(index.isEmpty());
    }

    /** Names in bytes that no declared character set decodes are found by their components. */
    @ParameterizedTest
    @CsvSource({"GB18030, Wang^XiaoDong=王^小东, 王小东", "EUC-KR, Hong^Gildong=홍^길동, 홍길동", "Shift_JIS, Yamada^Tarou=山田^太郎, 太郎さん",
        "windows-1251, Петров^Иван, Иван Петров"})
    void undeclaredNamesAreFoundByTheirBytes(String encoding, String name, String text) {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = name.getBytes(charset);
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.rawNameIn(text.getBytes(charset)));
        assertFalse(index.rawNameIn("head".getBytes(charset)));
    }

    /** PS3.5 H.3.1 and I.2: the escape sequences belong to a component, not to the name. */
    @ParameterizedTest
    @CsvSource({"Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B, ~$B;3ED~(B", "Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B, x ~$BB@O:~(B",
        "Hong^Gildong=~$)Cûó^~$)CÑÎÔ×, ~$)CûóÑÎÔ×"})
    void undeclaredEscapeSequencesAreFoundByTheirBytes(String name, String text) {
        byte[] bytes = name.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1);
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.rawNameIn(text.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(index.rawNameIn("\u001b$BF,It\u001b(B".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aNameInUtf8IsFoundHoweverItIsDeclared() {
        byte[] bytes = "Björkström^Åsa".getBytes(StandardCharsets.UTF_8);
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.foundIn("Björkström", false));
        assertTrue(index.foundIn("BJORKSTROM", false));
    }

    @Test
    void aNumberIsTheIdentifierWithOrWithoutZeros() {
        IdentityIndex index = new IdentityIndex(NameWords.load());
        index.add(Kind.ID, "0012345678", null);
        for (String number : new String[] {"12345678", "0012345678", "12345678.0", "+12345678."}) {
            assertTrue(index.isIdentifier(number), number);
        }
        for (String number : new String[] {"12345679", "12345678.5", "1234567", "0", "."}) {
            assertFalse(index.isIdentifier(number), number);
        }
    }
}
