package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.transfer.bag.Digest;

/**
 * Files made by the Python reference implementation (EGA-archive/crypt4gh 1.8.6 over libsodium 1.0.18) and, those of
 * Oslo, by the Java one (uio-bmi/crypt4gh 2.5.1). The Python reader's secret key is SHA-256 of "reader one".
 */
class ForeignFilesTest {

    private static final PassphraseSource PASSPHRASE = () -> Optional.of("gränslös".toCharArray());

    private static RecipientKey reader() throws IOException {
        return RecipientKey.of(Digest.of("reader one".getBytes(StandardCharsets.UTF_8)).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader-plain.sec", "reader-scrypt.sec", "reader-bcrypt.sec", "reader-pbkdf2.sec"})
    void theirSecretKeyFilesAreRead(String name) throws IOException {
        try (RecipientKey key = KeyFiles.parseSecret(SealTestData.golden(name), PASSPHRASE)) {
            assertArrayEquals(reader().secret(), key.secret());
            assertEquals(KeyFiles.parsePublic(SealTestData.golden("reader.pub")), key.recipient());
        }
    }

    @Test
    void theirWayOfWritingAPublicKeyIsOurs() throws IOException {
        assertArrayEquals(SealTestData.golden("reader.pub"), KeyFiles.formatPublic(reader().recipient()));
    }

    @Test
    void theirEmptyFileIsEmpty() throws IOException {
        assertEquals(0, SealTestData.open(SealTestData.golden("empty.c4gh"), reader()).length);
    }

    @Test
    void packetsForOthersAreSkipped() throws IOException {
        byte[] plain = SealTestData.open(SealTestData.golden("hello.c4gh"), reader());
        assertEquals("Grüße, 世界\n", new String(plain, StandardCharsets.UTF_8));
    }

    @Test
    void severalDataKeysAndPaddedPacketsAreUnderstood() throws IOException {
        byte[] plain = SealTestData.open(SealTestData.golden("two-keys.c4gh"), reader());
        byte[] expected = new byte[65537];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) (i * 7 + (i >> 8));
        }
        assertArrayEquals(expected, plain);
    }

    @Test
    void osloFilesAndKeysAreRead() throws IOException {
        try (RecipientKey key = KeyFiles.parseSecret(SealTestData.golden("oslo.sec"), () -> Optional.of("lösen".toCharArray()))) {
            assertEquals(KeyFiles.parsePublic(SealTestData.golden("oslo.pub")), key.recipient());
            assertArrayEquals("hej".getBytes(StandardCharsets.US_ASCII), SealTestData.open(SealTestData.golden("oslo-hej.c4gh"), key));
            assertEquals(0, SealTestData.open(SealTestData.golden("oslo-empty.c4gh"), key).length);
        }
    }

    @Test
    void anEditListIsRefusedByName() {
        SealException e = assertThrows(SealException.class,
                () -> SealTestData.open(SealTestData.golden("edit-list.c4gh"), reader()));
        assertEquals(SealException.Reason.EDIT_LIST, e.reason());
    }
}
