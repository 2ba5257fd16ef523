package sluice.transfer.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    private final RecipientKey key = RecipientKey.generate(SealTestData.RANDOM);

    private byte[] locked(String passphrase) {
        return KeyFiles.formatSecret(key, Optional.of(passphrase.toCharArray()), "a comment", SealTestData.RANDOM);
    }

    private static SealException.Reason reason(byte[] text, PassphraseSource passphrases) {
        return assertThrows(SealException.class, () -> KeyFiles.parseSecret(text, passphrases)).reason();
    }

    @Test
    void aLockedKeyComesBackWithItsPassphraseOnly() throws IOException {
        byte[] text = locked("pässword");
        assertArrayEquals(key.secret(), KeyFiles.parseSecret(text, () -> Optional.of("pässword".toCharArray())).secret());
        assertEquals(SealException.Reason.PASSPHRASE_WRONG, reason(text, () -> Optional.of("password".toCharArray())));
        assertEquals(SealException.Reason.PASSPHRASE_NEEDED, reason(text, PassphraseSource.NONE));
    }

    @Test
    void anUnlockedKeyAsksForNothing() throws IOException {
        byte[] text = KeyFiles.formatSecret(key, Optional.empty(), "", SealTestData.RANDOM);
        assertArrayEquals(key.secret(), KeyFiles.parseSecret(text, () -> {
            throw new AssertionError("asked");
        }).secret());
    }

    @Test
    void thePassphraseIsWipedAfterUse() throws IOException {
        char[] passphrase = "pässword".toCharArray();
        KeyFiles.parseSecret(locked("pässword"), () -> Optional.of(passphrase)).close();
        assertArrayEquals(new char[8], passphrase);
    }

    @Test
    void everyAlteredByteOfTheLockedKeyIsNoticed() {
        byte[] content = Base64.getDecoder().decode(new String(locked("p"), StandardCharsets.US_ASCII).lines().toList().get(1));
        for (int i = content.length - 71; i < content.length - 11; i++) {
            byte[] altered = content.clone();
            altered[i] ^= 1;
            assertEquals(SealException.Reason.PASSPHRASE_WRONG, reason(wrap(altered), () -> Optional.of(new char[] {'p'})));
        }
    }

    @Test
    void nonsenseIsMalformedWhateverItIs() {
        byte[] scrypt = Base64.getDecoder().decode(new String(locked("p"), StandardCharsets.US_ASCII).lines().toList().get(1));
        for (int length = 0; length < scrypt.length - 12; length++) {
            assertEquals(SealException.Reason.KEY_MALFORMED, reason(wrap(java.util.Arrays.copyOf(scrypt, length)),
                    () -> Optional.of(new char[] {'p'})));
        }
        for (String text : new String[] {"", "hello", "-----BEGIN CRYPT4GH PRIVATE KEY-----\n*\n-----END CRYPT4GH PRIVATE KEY-----"}) {
            assertEquals(SealException.Reason.KEY_MALFORMED, reason(text.getBytes(StandardCharsets.UTF_8), PassphraseSource.NONE));
        }
    }

    @Test
    void absurdRoundsDoNotKeepTheMachineBusy() {
        byte[] bcrypt = ByteBuffer.allocate(200).put("c4gh-v1\0\6bcrypt\0\24".getBytes(StandardCharsets.US_ASCII))
                .putInt(Integer.MAX_VALUE).put(new byte[16]).put("\0\21chacha20_poly1305\0\74".getBytes(StandardCharsets.US_ASCII)).array();
        assertEquals(SealException.Reason.KEY_MALFORMED, reason(wrap(bcrypt), () -> Optional.of(new char[] {'p'})));
    }

    @Test
    void aSecretKeyGivenAsAPublicOneIsRefused() {
        SealException e = assertThrows(SealException.class, () -> KeyFiles.parsePublic(locked("p")));
        assertEquals(SealException.Reason.KEY_MALFORMED, e.reason());
    }

    @Test
    void filesAreForTheOwnerAndNeverReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("key.sec");
        KeyFiles.writeSecret(file, locked("p"));
        assertThrows(FileAlreadyExistsException.class, () -> KeyFiles.writeSecret(file, new byte[1]));
        assertArrayEquals(key.secret(), KeyFiles.readSecret(file, () -> Optional.of(new char[] {'p'})).secret());
        KeyFiles.write(folder.resolve("key.pub"), KeyFiles.formatPublic(key.recipient()));
        assertEquals(key.recipient(), KeyFiles.readPublic(folder.resolve("key.pub")));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count());
        }
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aKeyPrintsNoSecret() {
        assertFalse(key.toString().contains(java.util.HexFormat.of().formatHex(key.secret())));
    }

    private static byte[] wrap(byte[] content) {
        return ("-----BEGIN CRYPT4GH PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(content)
                + "\n-----END CRYPT4GH PRIVATE KEY-----\n").getBytes(StandardCharsets.US_ASCII);
    }
}
