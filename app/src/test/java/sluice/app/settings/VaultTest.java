package sluice.app.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final PassphraseCost CHEAP = new PassphraseCost(64, 1, 1);
    private static final String ID = "ws-01";

    @TempDir
    Path folder;

    private Path workspace;
    private Path keyFolder;
    private Vault vault;

    @BeforeEach
    void makeFolders() throws IOException {
        workspace = Files.createDirectory(folder.resolve("workspace"));
        keyFolder = folder.resolve("config/sluice/keys");
        vault = new Vault(workspace, new KeyFolder(keyFolder), CHEAP, new SecureRandom());
    }

    private static char[] pass(String text) {
        return text.toCharArray();
    }

    private byte[] create(String passphrase) throws IOException {
        try (Secrets secrets = vault.create(ID, passphrase == null ? null : pass(passphrase))) {
            return secrets.dataKey();
        }
    }

    private byte[] dataKey(char[] passphrase) throws IOException {
        try (Secrets secrets = vault.open(passphrase)) {
            return secrets.dataKey();
        }
    }

    @Test
    void opensWithThePassphraseAndNoOther() throws IOException {
        byte[] key = create("correct horse");
        assertEquals(Vault.Protection.PASSPHRASE, vault.protection());
        assertEquals(ID, vault.workspaceId());
        assertArrayEquals(key, dataKey(pass("correct horse")));
        assertThrows(WrongPassphrase.class, () -> vault.open(pass("correct horsf")));
        assertThrows(WrongPassphrase.class, () -> vault.open(pass("")));
        assertThrows(PassphraseNeeded.class, () -> vault.open(null));
        assertFalse(Files.exists(keyFolder), "a passphrase needs no key file");
        assertThrows(IllegalStateException.class, () -> vault.create(ID, pass("again")));
        assertThrows(PassphraseNeeded.class, () -> vault.changePassphrase(pass("correct horse"), pass("")));
        assertArrayEquals(key, dataKey(pass("correct horse")));
    }

    @Test
    void theSamePassphraseTypedOnAnotherKeyboard() throws IOException {
        byte[] key = create("sj\u00f6\u00e5");
        assertArrayEquals(key, dataKey(pass("sjo\u0308a\u030a")));
    }

    @Test
    void aCopiedWorkspaceDoesNotOpenWithoutTheUsersKeyFile() throws IOException {
        byte[] key = create(null);
        assertEquals(Vault.Protection.KEY_FILE, vault.protection());
        assertArrayEquals(key, dataKey(null));
        Path keyFile = keyFolder.resolve(ID + ".key");
        assertEquals(32, Files.size(keyFile));
        if (Files.getFileStore(keyFile).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(workspace.resolve("keys/vault.json"))));
        }
        Vault stranger = new Vault(workspace, new KeyFolder(folder.resolve("stranger")), CHEAP, new SecureRandom());
        assertEquals(
                KeyMissing.Part.KEY_FILE,
                assertThrows(KeyMissing.class, () -> stranger.open(null)).part());
        byte[] other = Files.readAllBytes(keyFile);
        other[5] ^= 1;
        Files.write(keyFile, other);
        assertThrows(DamagedVault.class, () -> vault.open(null));
        Files.write(keyFile, new byte[31]);
        assertThrows(DamagedVault.class, () -> vault.open(null));
    }

    @Test
    void aKeyFileInsideTheWorkspaceIsRefused() {
        Vault unsafe = new Vault(workspace, new KeyFolder(workspace.resolve("keys/user")), CHEAP, new SecureRandom());
        assertThrows(UnsafeKeyFolder.class, () -> unsafe.create(ID, null));
        assertFalse(unsafe.exists());
    }

    @Test
    void changingThePassphraseKeepsTheSecrets() throws IOException {
        byte[] key = create(null);
        vault.changePassphrase(null, pass("first"));
        assertFalse(Files.exists(keyFolder.resolve(ID + ".key")), "the old key file no longer opens anything");
        assertArrayEquals(key, dataKey(pass("first")));
        vault.changePassphrase(pass("first"), pass("second"));
        assertThrows(WrongPassphrase.class, () -> vault.open(pass("first")));
        assertThrows(WrongPassphrase.class, () -> vault.changePassphrase(pass("first"), pass("third")));
        assertArrayEquals(key, dataKey(pass("second")));
        vault.changePassphrase(pass("second"), null);
        assertArrayEquals(key, dataKey(null));
    }

    @Test
    void secretsCanBeAddedAndProjectSecretsFollowEachOther() throws IOException {
        create("p");
        byte[] second = new byte[32];
        Arrays.fill(second, (byte) 7);
        byte[] first;
        try (Secrets secrets = vault.open(pass("p"))) {
            first = secrets.projectSecret(1);
            assertEquals(1, secrets.projectSecretVersion());
            assertNotEquals(HexFormat.of().formatHex(first), HexFormat.of().formatHex(secrets.dataKey()));
        }
        vault.update(pass("p"), s -> s.withNamed("destination.a.password", new byte[] {1, 2}).withProjectSecret(second))
                .close();
        try (Secrets secrets = vault.open(pass("p"))) {
            assertEquals(2, secrets.projectSecretVersion());
            assertArrayEquals(first, secrets.projectSecret(1));
            assertArrayEquals(second, secrets.projectSecret(2));
            assertArrayEquals(new byte[] {1, 2}, secrets.named("destination.a.password").orElseThrow());
        }
        vault.update(pass("p"), s -> s.withNamed("destination.a.password", null)).close();
        try (Secrets secrets = vault.open(pass("p"))) {
            assertEquals(Optional.empty(), secrets.named("destination.a.password"));
        }
    }

    @Test
    void closedSecretsAreGone() throws IOException {
        Secrets secrets = vault.create(ID, pass("p"));
        assertFalse(secrets.toString().contains(HexFormat.of().formatHex(secrets.dataKey())));
        secrets.close();
        assertThrows(IllegalStateException.class, secrets::dataKey);
    }

    @Test
    void everyChangedByteOfTheVaultIsNoticed() throws IOException {
        byte[] key = create("p");
        Path file = workspace.resolve("keys/vault.json");
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(file, bad);
            byte[] opened;
            try {
                opened = dataKey(pass("p"));
            } catch (SettingsException expected) {
                continue;
            }
            // white space and the unused bits of base64 padding carry nothing
            assertArrayEquals(key, opened, "byte " + i);
            assertTrue(Character.isWhitespace(good[i]) || good[i + 1] == '=', "byte " + i);
        }
        for (int length = 0; length < good.length; length += 7) {
            Files.write(file, Arrays.copyOf(good, length));
            assertThrows(SettingsException.class, () -> vault.open(pass("p")));
        }
        Files.delete(file);
        assertEquals(
                KeyMissing.Part.VAULT,
                assertThrows(KeyMissing.class, () -> vault.open(pass("p"))).part());
    }

    @Test
    void aNewerVaultAndHostileParametersAreRefused() throws IOException {
        create("p");
        Path file = workspace.resolve("keys/vault.json");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("\"version\" : 1", "\"version\" : 2"));
        assertThrows(UnknownVersion.class, () -> vault.open(pass("p")));
        Files.writeString(file, good.replace("\"memoryKiB\" : 64", "\"memoryKiB\" : 2147483647"));
        assertThrows(DamagedVault.class, () -> vault.open(pass("p")));
        Files.writeString(file, good.replace("\"passes\" : 1", "\"passes\" : 1000000"));
        assertThrows(DamagedVault.class, () -> vault.open(pass("p")));
    }

    @Test
    void aRunThatWasKilledHalfWayIsTakenUp() throws IOException {
        // killed after the key file, before the vault: init runs again
        Files.createDirectories(keyFolder);
        byte[] left = new byte[32];
        Files.write(keyFolder.resolve(ID + ".key"), left);
        Files.createDirectories(workspace.resolve("keys"));
        Files.write(workspace.resolve("keys/vault.json.part"), new byte[] {'{'});
        byte[] key = create(null);
        assertArrayEquals(key, dataKey(null));
        assertArrayEquals(left, Files.readAllBytes(keyFolder.resolve(ID + ".key")));
        try (Stream<Path> files = Files.list(workspace.resolve("keys"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void nothingOfTheSecretsIsInTheWorkspaceInClear() throws IOException {
        byte[] key = create(null);
        byte[] file = Files.readAllBytes(workspace.resolve("keys/vault.json"));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(new String(key, StandardCharsets.ISO_8859_1)));
        assertFalse(text.contains(Base64.getEncoder().encodeToString(key)));
        assertFalse(text.contains(HexFormat.of().formatHex(key)));
    }

    @Test
    void theSigningKeyIsEd25519AsTheJdkUnderstandsIt() throws Exception {
        byte[] message = "receipt".getBytes(StandardCharsets.US_ASCII);
        try (Secrets secrets = vault.create(ID, pass("p"))) {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(secrets.signingKey(), 0));
            signer.update(message, 0, message.length);
            // SubjectPublicKeyInfo of Ed25519, RFC 8410
            byte[] spki = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(secrets.signingPublicKey()));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            verifier.update(message);
            assertTrue(verifier.verify(signer.generateSignature()));
        }
    }

    @Test
    void argon2idGivesWhatTheReferenceImplementationGives() {
        // phc-winner-argon2, src/test.c: Argon2id, version 0x13, t=2, m=2^16, p=1, "password", "somesalt"
        byte[] key = new PassphraseCost(65_536, 2, 1)
                .derive(pass("password"), "somesalt".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7", HexFormat.of().formatHex(key));
    }

    @Test
    void keysLieWhereTheSystemKeepsTheUsersConfiguration() {
        Path home = folder.resolve("home");
        Path xdg = folder.resolve("xdg").toAbsolutePath();
        assertEquals(home.resolve(".config/sluice/keys"), KeyFolder.ofUser(Map.of(), "Linux", home).folder());
        assertEquals(
                xdg.resolve("sluice/keys"),
                KeyFolder.ofUser(Map.of("XDG_CONFIG_HOME", xdg.toString()), "Linux", home).folder());
        assertEquals(
                home.resolve(".config/sluice/keys"),
                KeyFolder.ofUser(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", home).folder());
        assertEquals(
                home.resolve("Library/Application Support/Sluice/keys"),
                KeyFolder.ofUser(Map.of("XDG_CONFIG_HOME", xdg.toString()), "Mac OS X", home).folder());
        assertEquals(
                xdg.resolve("Sluice/keys"),
                KeyFolder.ofUser(Map.of("APPDATA", xdg.toString()), "Windows 11", home).folder());
        assertEquals(
                xdg, KeyFolder.ofUser(Map.of("SLUICE_KEYS", xdg.toString()), "Windows 11", home).folder());
    }
}
