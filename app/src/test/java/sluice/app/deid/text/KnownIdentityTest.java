package sluice.app.deid.text;

import java.nio.charset.Charset;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.deid.table.IdentityAttributes.Kind;

class KnownIdentityTest {

    private static final TextTables TABLES = TextTables.load();

    private static KnownIdentity index() {
        return KnownIdentity.of(List.of(new Evidence(Kind.NAME, "Åkerström^Björn^Li=山田^太郎", null),
                new Evidence(Kind.ID, "19500102-7788", null), new Evidence(Kind.ID, "Q7B", null),
                new Evidence(Kind.BIRTH_DATE, "19500102", null),
                new Evidence(Kind.PHRASE, "Sahlgrenska University Hospital", null)), TABLES);
    }

    private static KnownIdentity of(Kind kind, String text, byte[] bytes) {
        return KnownIdentity.of(List.of(new Evidence(kind, text, bytes)), TABLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKERSTROM T1", "scan for Björn", "bjorn", "Bjoern", "Akerstroem", "björnåkerström", "LI", "山田さん",
        "195001027788", "id 19500102-7788.", "Q7B", "born 1950-01-02", "02.01.1950", "2.1.1950", "01/02/1950", "2 Jan 1950",
        "at SAHLGRENSKA UNIVERSITY HOSPITAL", "AkerstromQ", "MR_xAKERSTROM", "Aker-strom", "A\u030Akerstro\u0308m"})
    void finds(String text) {
        assertTrue(index().foundIn(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "T1 MPRAGE", "xbjornq", "Liver", "Q7BX", "1950", "19510102", "University Hospital", "太", ""})
    void doesNotFind(String text) {
        assertFalse(index().foundIn(text, false));
    }

    @ParameterizedTest
    @CsvSource({"HEAD, HEAD", "1, 1", "0, 100", "12, 12", "111111, 111111", "ANONYMOUS, Anonymous", "none, NONE"})
    void unspecificIdentifiersAreNotLookedFor(String id, String text) {
        KnownIdentity index = of(Kind.ID, id, null);
        assertFalse(index.foundIn(text, false));
        assertFalse(index.isExactly(text));
    }

    @Test
    void aPatientWhoBearsATechnicalWordDoesNotCostTheTechnicalAttribute() {
        KnownIdentity index = of(Kind.NAME, "Philips^Axial", null);
        assertTrue(index.foundIn("AXIAL T1", false));
        assertFalse(index.foundIn("Philips Medical Systems", true));
        assertFalse(index.foundIn("Axial", true));
        assertTrue(index.foundIn("PHILIPS AXIAL", true));
    }

    @Test
    void bytesAreSearchedAsLatin1Utf8AndUtf16() {
        assertTrue(new ByteSearch(index()).found("xx Åkerström yy".getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(new ByteSearch(index()).found("xx Åkerström yy".getBytes(StandardCharsets.UTF_8)));
        assertTrue(new ByteSearch(index()).found("xx 19500102-7788 yy".getBytes(StandardCharsets.UTF_16LE)));
        assertFalse(new ByteSearch(index()).found("xx yy".getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void nothingKnownFindsNothing() {
        assertTrue(KnownIdentity.of(List.of(), TABLES).isEmpty());
        assertTrue(of(Kind.NAME, "^^^", null).isEmpty());
        assertTrue(of(Kind.DATE, "not a date", null).isEmpty());
    }

    /** Names in bytes that no declared character set decodes are found by their components. */
    @ParameterizedTest
    @CsvSource({"GB18030, Wang^XiaoDong=王^小东, 王小东", "EUC-KR, Hong^Gildong=홍^길동, 홍길동", "Shift_JIS, Yamada^Tarou=山田^太郎, 太郎さん",
        "windows-1251, Петров^Иван, Иван Петров"})
    void undeclaredNamesAreFoundByTheirBytes(String encoding, String name, String text) {
        Charset charset = Charset.forName(encoding);
        byte[] bytes = name.getBytes(charset);
        KnownIdentity index = of(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.rawNameIn(text.getBytes(charset)));
        assertFalse(index.rawNameIn("head".getBytes(charset)));
    }

    /** PS3.5 H.3.1 and I.2: the escape sequences belong to a component, not to the name. */
    @ParameterizedTest
    @CsvSource({"Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B, ~$B;3ED~(B", "Yamada^Tarou=~$B;3ED~(B^~$BB@O:~(B, x ~$BB@O:~(B",
        "Hong^Gildong=~$)Cûó^~$)CÑÎÔ×, ~$)CûóÑÎÔ×"})
    void undeclaredEscapeSequencesAreFoundByTheirBytes(String name, String text) {
        byte[] bytes = name.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1);
        KnownIdentity index = of(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.rawNameIn(text.replace('~', '\u001b').getBytes(StandardCharsets.ISO_8859_1)));
        assertFalse(index.rawNameIn("\u001b$BF,It\u001b(B".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aNameInUtf8IsFoundHoweverItIsDeclared() {
        byte[] bytes = "Björkström^Åsa".getBytes(StandardCharsets.UTF_8);
        KnownIdentity index = of(Kind.NAME, new String(bytes, StandardCharsets.ISO_8859_1), bytes);
        assertTrue(index.foundIn("Björkström", false));
        assertTrue(index.foundIn("BJORKSTROM", false));
    }

    @Test
    void aNumberIsTheIdentifierWithOrWithoutZeros() {
        KnownIdentity index = of(Kind.ID, "0012345678", null);
        for (String number : new String[] {"12345678", "0012345678", "12345678.0", "+12345678."}) {
            assertTrue(index.isIdentifier(number), number);
        }
        for (String number : new String[] {"12345679", "12345678.5", "1234567", "0", "."}) {
            assertFalse(index.isIdentifier(number), number);
        }
    }
}
