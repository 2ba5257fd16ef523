package sluice.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copied database must identify nobody, and an encrypted value must not be movable. */
class SecrecyTest {

    private static final String NAME = "Åkerblom^Märta";
    private static final String KANJI = "山田^太郎";
    private static final String PATIENT = "19121212-1212";
    private static final String UID = "1.2.752.99.777.31415926535";
    private static final String PATH = "/pacs/Akerblom_Marta/slice 1.dcm";
    private static final String SHA = TestCatalogue.hex("the original");
    private static final String WHY = "wrong patient, is really Karlsson";
    private static final List<String> PLANTED = List.of(
            NAME,
            KANJI,
            PATIENT,
            "19121213",
            "20230405",
            "ACC-8842-77",
            "Hjärnröntgen utan kontrast",
            UID,
            UID + ".5",
            UID + ".5.77",
            PATH,
            "Akerblom_Marta",
            "/quarantine/Akerblom.bin",
            "/finding/Akerblom.dcm",
            WHY,
            SHA);

    @TempDir
    Path folder;

    private Catalogue fill() {
        Catalogue catalogue = TestCatalogue.create(folder);
        StudyIdentity identity = new StudyIdentity(
                NAME + "=" + KANJI, PATIENT, "19121213", UID, "20230405", "ACC-8842-77", "Hjärnröntgen utan kontrast");
        SourceItem.SourceFile file = new SourceItem.SourceFile(
                new FileStamp(PATH, 4711, 1_681_234_567_890_123_456L),
                SHA,
                new ObjectFacts(SourceKind.DICOM, "CT", "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1", 1),
                new ObjectKeys(UID, UID + ".5", UID + ".5.77"),
                identity);
        FileStamp odd = new FileStamp("/quarantine/Akerblom.bin", 3, 1_681_234_567_890_123_456L);
        catalogue.commitRepeatable(
                TestCatalogue.SCAN,
                c -> c.sources()
                        .record(List.of(file, new SourceItem.Quarantined(odd, "odd", Severity.NOTE, "Not understood."))));
        StudyId study = catalogue.read(v -> v.studies().byStudyKey(UID)).orElseThrow().id();
        catalogue.commit(TestCatalogue.SCAN, c -> {
            FindingText text = new FindingText("residual", Severity.STOP, "Something is left.");
            c.findings().replace(study, "check", "", List.of(new NewFinding(text, "/finding/Akerblom.dcm")));
            c.decisions().refuse(study, Decision.Kind.REJECT, "Dr A", WHY);
            c.pseudonyms().record(List.of(new PatientPair("SL-1", 1, "ID", List.of(PATIENT, "Hjärnröntgen utan kontrast"))),
                    List.of(new UidPair("SL-1", UID, "2.25.1"), new UidPair("SL-1", UID + ".5", "2.25.2")));
            return null;
        });
        assertEquals(WHY, catalogue.read(v -> v.decisions().of(study)).get(0).why());
        assertEquals(identity, catalogue.read(v -> v.studies().identity(study)));
        assertEquals(UID, catalogue.read(v -> v.pseudonyms().uid("2.25.1")).orElseThrow().before());
        assertEquals(PATIENT, catalogue.read(v -> v.pseudonyms().patient("SL-1")).orElseThrow().identity().get(0));
        return catalogue;
    }

    /** Every form in which a value could lie in a file: character sets, cases, hexadecimal, base 64, the digest's raw bytes. */
    private static List<byte[]> forms(String value) {
        List<byte[]> forms = new ArrayList<>();
        Set<String> texts =
                new HashSet<>(List.of(value, value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)));
        for (String text : texts) {
            for (String charset : List.of("UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "Shift_JIS", "ISO-2022-JP")) {
                byte[] bytes = text.getBytes(Charset.forName(charset));
                forms.add(bytes);
                forms.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
                forms.add(base64.substring(0, base64.length() - 1).getBytes(StandardCharsets.US_ASCII));
            }
        }
        if (value.matches("[0-9a-f]{64}")) {
            forms.add(HexFormat.of().parseHex(value));
        }
        return forms;
    }

    private static boolean contains(byte[] haystack, byte[] needle) {
        outer:
        for (int i = 0; i + needle.length <= haystack.length; i++) {
            for (int j = 0; j < needle.length; j++) {
                if (haystack[i + j] != needle[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    private void searchFiles() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (String planted : PLANTED) {
                    for (byte[] form : forms(planted)) {
                        assertFalse(contains(bytes, form), file.getFileName() + " holds a planted value");
                    }
                }
            }
        }
    }

    @Test
    void noPlantedValueLiesInTheDatabaseOrItsLog() throws IOException {
        try (Catalogue catalogue = fill()) {
            assertTrue(Files.size(folder.resolve("catalogue.db-wal")) > 0);
            byte[] log = Files.readAllBytes(folder.resolve("catalogue.db-wal"));
            assertTrue(contains(log, "1.2.840.10008.5.1.4.1.1.2".getBytes(StandardCharsets.US_ASCII)), "the search works");
            searchFiles();
            assertTrue(catalogue.read(v -> v.studies().byPatientId(PATIENT)).size() == 1, "and yet it can be found");
        }
        byte[] database = Files.readAllBytes(folder.resolve("catalogue.db"));
        assertTrue(contains(database, "Something is left.".getBytes(StandardCharsets.US_ASCII)), "the search works");
        searchFiles();
    }

    @Test
    void anotherKeyOpensNothing() {
        fill().close();
        byte[] other = TestCatalogue.sha256("another key");
        assertThrows(
                WrongWorkspaceKey.class, () -> TestCatalogue.files().open(folder.resolve("catalogue.db"), other));
        assertThrows(
                WrongWorkspaceKey.class,
                () -> TestCatalogue.files().openForReading(folder.resolve("catalogue.db"), other));
        TestCatalogue.files().open(folder.resolve("catalogue.db"), TestCatalogue.KEY).close();
    }

    @Test
    void aSealedValueOpensOnlyWhereItWasPutAndAsItWas() {
        Crypt crypt = new Crypt(TestCatalogue.KEY, new SecureRandom());
        byte[] plain = "value".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = crypt.seal("a.b", 7, plain);
        assertArrayEquals(plain, crypt.open("a.b", 7, sealed));
        assertThrows(DamagedCatalogue.class, () -> crypt.open("a.b", 8, sealed));
        assertThrows(DamagedCatalogue.class, () -> crypt.open("a.c", 7, sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] bad = sealed.clone();
            bad[i] ^= 1;
            assertThrows(DamagedCatalogue.class, () -> crypt.open("a.b", 7, bad), "byte " + i);
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThrows(DamagedCatalogue.class, () -> crypt.open("a.b", 7, cut), "length " + i);
        }
        assertThrows(DamagedCatalogue.class, () -> crypt.open("a.b", 7, null));
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            assertTrue(nonces.add(HexFormat.of().formatHex(crypt.seal("a.b", 7, plain), 1, 13)), "a nonce came twice");
        }
        assertArrayEquals(new byte[0], crypt.open("a.b", 7, crypt.seal("a.b", 7, new byte[0])));
    }

    @Test
    void keysAreDerivedAsRfc5869Says() {
        // appendix A.3: SHA-256, no salt, no info; its first 32 of 42 bytes
        byte[] key = HexFormat.of().parseHex("0b".repeat(22));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
                HexFormat.of().formatHex(Hkdf.derive(key, "")));
    }

    @Test
    void exchangedEncryptedColumnsAreNoticed() throws SQLException {
        try (Catalogue catalogue = TestCatalogue.create(folder)) {
            TestCatalogue.record(catalogue, "1.2", 1);
            TestCatalogue.record(catalogue, "1.3", 1);
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.db"));
                Statement statement = raw.createStatement()) {
            statement.executeUpdate(
                    "UPDATE study SET identity_sealed = (SELECT identity_sealed FROM study WHERE id = 1) WHERE id = 2");
        }
        try (Catalogue catalogue = TestCatalogue.files().open(folder.resolve("catalogue.db"), TestCatalogue.KEY)) {
            StudyId second = catalogue.read(v -> v.studies().byStudyKey("1.3")).orElseThrow().id();
            DamagedCatalogue e =
                    assertThrows(DamagedCatalogue.class, () -> catalogue.read(v -> v.studies().identity(second)));
            assertFalse(e.getMessage().contains("1.2"));
        }
    }
}
