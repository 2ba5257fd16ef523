package sluice.transfer.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bag written by hand, with digests from sha256sum, and everything that can be wrong with it. */
class BagValidatorTest {

    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path bag;

    private Path file(String name, String text) throws IOException {
        Path file = bag.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void write() throws IOException {
        file("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        file("bag-info.txt", "Payload-Oxum: 5.1\n");
        file("manifest-sha256.txt", HELLO + "  data/hello\n");
        file("data/hello", "hello");
        file("tagmanifest-sha256.txt", "1712ecfb074bf29c4188ad3421032509159a09739fd604f8fe57038b4ddefcc9  bagit.txt\n"
                + Digest.of(bag.resolve("bag-info.txt")) + "  bag-info.txt\n"
                + Digest.of(bag.resolve("manifest-sha256.txt")) + "  manifest-sha256.txt\n");
    }

    private List<String> findings() throws IOException {
        return BagValidator.validate(bag, ByteProgress.NONE).findings().stream()
                .map(f -> f.kind() + f.path().map(p -> " " + p).orElse("")).toList();
    }

    private boolean valid() throws IOException {
        return BagValidator.validate(bag, ByteProgress.NONE).isValid();
    }

    @Test
    void aBagWrittenByHandIsValid() throws IOException {
        assertEquals(List.of(), findings());
        assertTrue(valid());
    }

    @ParameterizedTest
    @CsvSource({
        "data/hello, hellO, DIGEST_DIFFERS data/hello",
        "data/other, x, FILE_NOT_LISTED data/other",
        "bag-info.txt, Payload-Oxum: 5.2, OXUM_DIFFERS",
        "bag-info.txt, Payload-Oxum: five, TAG_FILE_MALFORMED bag-info.txt",
        "bag-info.txt, nonsense, TAG_FILE_MALFORMED bag-info.txt",
        "bagit.txt, BagIt-Version: 9.9, NOT_A_BAG",
        "manifest-sha256.txt, nonsense, TAG_FILE_MALFORMED manifest-sha256.txt",
        "fetch.txt, http://x 1 data/y, FETCH_REFUSED fetch.txt",
        "tagmanifest-sha256.txt, 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  data/hello, LISTED_IN_WRONG_MANIFEST data/hello"
    })
    void whatIsWrongIsNamed(String name, String text, String finding) throws IOException {
        file(name, text);
        assertTrue(findings().contains(finding), findings()::toString);
        assertFalse(valid());
    }

    @ParameterizedTest
    @CsvSource({"data/hello, FILE_MISSING data/hello", "bagit.txt, NOT_A_BAG bagit.txt", "bag-info.txt, TAG_FILE_MISSING bag-info.txt",
        "manifest-sha256.txt, TAG_FILE_MISSING manifest-sha256.txt", "tagmanifest-sha256.txt, TAG_FILE_MISSING tagmanifest-sha256.txt"})
    void whatIsMissingIsNamed(String name, String finding) throws IOException {
        Files.delete(bag.resolve(name));
        assertTrue(findings().contains(finding), findings()::toString);
        assertFalse(valid());
    }

    @Test
    void aLinkIsNoFile() throws IOException {
        Files.delete(bag.resolve("data/hello"));
        Path outside = Files.write(bag.resolve("note"), "hello".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(bag.resolve("data/hello"), outside);
        assertTrue(findings().contains("NOT_A_FILE data/hello"), findings()::toString);
        assertFalse(valid());
    }

    @Test
    void whatOthersAddIsOnlyAWarning() throws IOException {
        file("manifest-md5.txt", "5d41402abc4b2a76b9719d911017c592  data/hello\n");
        file("notes.txt", "x");
        assertEquals(List.of("OTHER_ALGORITHM manifest-md5.txt", "TAG_FILE_NOT_LISTED notes.txt"), findings());
        assertTrue(valid());
    }

    @Test
    void aNameThatNoBagCanHaveIsNamed() throws IOException {
        file("data/a?b", "x");
        assertEquals(List.of("BAD_NAME"), findings());
    }

    @Test
    void aDecomposedNameIsNamed() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names are not UTF-8 here");
        file("data/e\u0301", "x");
        assertTrue(findings().stream().anyMatch(f -> f.equals("BAD_NAME") || f.equals("FILE_NOT_LISTED data/\u00e9")), findings()::toString);
    }
}
