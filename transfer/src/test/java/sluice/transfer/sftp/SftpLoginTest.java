package sluice.transfer.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.schmizz.sshj.common.SecurityUtils;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.SecretSource;
import sluice.transfer.connector.Session;
import sluice.transfer.connector.TransferException;

/** Who is believed to be who, and what is refused. */
class SftpLoginTest {
    private static KeyPair ed25519;
    private static KeyPair ecdsa;
    private static KeyPair rsa;
    private static KeyPair otherKey;

    @TempDir
    Path base;
    private Path folder;
    private Path keyFile;
    private SftpTestServer server;

    @BeforeAll
    static void keys() throws Exception {
        ed25519 = SshKeys.ed25519();
        ecdsa = SshKeys.ecdsa();
        rsa = SshKeys.rsa();
        otherKey = SshKeys.ecdsa();
    }

    @BeforeEach
    void prepare() throws Exception {
        folder = Files.createDirectory(base.resolve("incoming"));
        keyFile = SshKeys.openSsh(base.resolve("key"), ecdsa, null);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private void start(KeyPair user, KeyPair... hostKeys) throws Exception {
        server = new SftpTestServer(folder, false, user.getPublic(), hostKeys);
    }

    private static String peer(Map<String, String> options, SecretSource secrets) throws TransferException {
        SftpConnector connector = new SftpConnector();
        try (Session session = connector.open(DestinationOptions.of(connector, options, secrets))) {
            return session.peer();
        }
    }

    private static String peer(Map<String, String> options) throws TransferException {
        return peer(options, SecretSource.none());
    }

    @Test
    void anUnknownServerShowsItsFingerprintAndIsRefused() throws Exception {
        start(ecdsa, rsa);
        var e = assertThrows(TransferException.PeerUnknown.class, () -> peer(server.options(keyFile, null)));
        assertEquals(SshKeys.fingerprint(rsa.getPublic()), e.actual());
        assertEquals(e.actual(), peer(server.options(keyFile, e.actual())));
    }

    @Test
    void anotherHostKeyIsRefused() throws Exception {
        start(ecdsa, rsa);
        String pinned = SshKeys.fingerprint(otherKey.getPublic());
        var e = assertThrows(TransferException.PeerChanged.class, () -> peer(server.options(keyFile, pinned)));
        assertEquals(pinned, e.expected());
        assertEquals(SshKeys.fingerprint(rsa.getPublic()), e.actual());
        assertEquals(TransferException.Next.HOLD, e.next());
    }

    @Test
    void eachHostKeyOfAServerCanBePinned() throws Exception {
        start(ecdsa, ed25519, ecdsa, rsa);
        for (KeyPair host : List.of(ed25519, ecdsa, rsa)) {
            String pinned = SshKeys.fingerprint(host.getPublic());
            assertEquals(pinned, peer(server.options(keyFile, pinned)));
        }
    }

    @Test
    void knownHostsFilesAreUnderstood() throws Exception {
        start(ecdsa, ed25519, rsa);
        Path file = base.resolve("known_hosts");
        Map<String, String> options = server.options(keyFile, null);
        options.put("known-hosts", file.toString());
        String name = "[" + server.address().getHostString() + "]:" + server.address().getPort();

        Files.writeString(file, "# nothing\nelsewhere " + PublicKeyEntry.toString(rsa.getPublic()) + "\n");
        assertThrows(TransferException.PeerUnknown.class, () -> peer(options));
        Files.writeString(file, name + " " + PublicKeyEntry.toString(rsa.getPublic()) + "\n");
        assertEquals(SshKeys.fingerprint(rsa.getPublic()), peer(options));
        Files.writeString(file, name + " " + PublicKeyEntry.toString(otherKey.getPublic()) + "\n");
        assertThrows(TransferException.PeerChanged.class, () -> peer(options));
        Files.writeString(file, name + " " + PublicKeyEntry.toString(ed25519.getPublic()) + "\n@revoked * "
                + PublicKeyEntry.toString(ed25519.getPublic()) + "\n");
        assertThrows(TransferException.PeerChanged.class, () -> peer(options));
        Files.delete(file);
        assertThrows(TransferException.InvalidOptions.class, () -> peer(options));
    }

    @Test
    void everyKindOfPrivateKeyWorks() throws Exception {
        for (KeyPair user : List.of(ed25519, ecdsa, rsa)) {
            start(user, otherKey);
            String pinned = SshKeys.fingerprint(otherKey.getPublic());
            assertEquals(pinned, peer(server.options(SshKeys.openSsh(base.resolve("k1"), user, null), pinned)));
            if (user == rsa) {
                assertEquals(pinned, peer(server.options(SshKeys.pem(base.resolve("k2"), user), pinned)));
            }
            server.close();
        }
    }

    @Test
    void aPassphraseComesFromItsSourceAndIsWiped() throws Exception {
        start(ecdsa, rsa);
        Path locked = SshKeys.openSsh(base.resolve("locked"), ecdsa, "correct horse");
        Map<String, String> options = server.options(locked, SshKeys.fingerprint(rsa.getPublic()));
        assertThrows(TransferException.NotAuthenticated.class, () -> peer(options));
        options.put("passphrase", "vault:sftp");
        assertThrows(TransferException.NotAuthenticated.class, () -> peer(options, SecretSource.none()));
        assertThrows(TransferException.NotAuthenticated.class,
                () -> peer(options, reference -> Optional.of("wrong".toCharArray())));
        char[] given = "correct horse".toCharArray();
        peer(options, reference -> Optional.of(given).filter(secret -> reference.equals("vault:sftp")));
        assertTrue(new String(given).chars().allMatch(c -> c == 0), "the passphrase stayed in memory");
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsNotAuthenticated() throws Exception {
        start(ecdsa, rsa);
        Map<String, String> options = server.options(SshKeys.openSsh(base.resolve("other"), otherKey, null),
                SshKeys.fingerprint(rsa.getPublic()));
        assertThrows(TransferException.NotAuthenticated.class, () -> peer(options));
        options.put("key-file", base.resolve("no-such-key").toString());
        var e = assertThrows(TransferException.NotAuthenticated.class, () -> peer(options));
        assertFalse(e.getMessage().contains("no-such-key"), "a path is told");
        options.put("key-file", Files.writeString(base.resolve("rubbish"), "not a key").toString());
        assertThrows(TransferException.NotAuthenticated.class, () -> peer(options));
    }

    @Test
    void nothingListeningIsUnreachable() throws Exception {
        start(ecdsa, rsa);
        Map<String, String> options = server.options(keyFile, SshKeys.fingerprint(rsa.getPublic()));
        server.close();
        assertThrows(TransferException.Unreachable.class, () -> peer(options));
        options.put("host", "no-such-host.invalid");
        assertThrows(TransferException.Unreachable.class, () -> peer(options));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            options.put("host", silent.getInetAddress().getHostAddress());
            options.put("port", Integer.toString(silent.getLocalPort()));
            options.put("read-timeout", "1");
            assertThrows(TransferException.Unreachable.class, () -> peer(options));
        }
    }

    @Test
    void weakAlgorithmsAreNotOffered() throws Exception {
        start(ecdsa, rsa);
        Map<String, String> options = server.options(keyFile, SshKeys.fingerprint(rsa.getPublic()));
        server.ssh().setSignatureFactories(List.of(BuiltinSignatures.rsa, BuiltinSignatures.nistp256));
        assertThrows(TransferException.Protocol.class, () -> peer(options), "ssh-rsa with SHA-1");
        server.ssh().setSignatureFactories(List.of(BuiltinSignatures.rsaSHA256, BuiltinSignatures.nistp256));
        peer(options);
        server.ssh().setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(false,
                List.of(BuiltinDHFactories.dhg14), ServerBuilder.DH2KEX));
        assertThrows(TransferException.Protocol.class, () -> peer(options), "diffie-hellman-group14-sha1");
        server.ssh().setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(false,
                List.of(BuiltinDHFactories.dhg16_512), ServerBuilder.DH2KEX));
        peer(options);
        server.ssh().setCipherFactories(List.of(BuiltinCiphers.aes256cbc));
        assertThrows(TransferException.Protocol.class, () -> peer(options), "CBC");
        server.ssh().setCipherFactories(List.of(BuiltinCiphers.aes256ctr));
        server.ssh().setMacFactories(List.of(BuiltinMacs.hmacsha1));
        assertThrows(TransferException.Protocol.class, () -> peer(options), "HMAC with SHA-1");
        server.ssh().setMacFactories(List.of(BuiltinMacs.hmacsha256));
        peer(options);
    }

    @Test
    void nothingIsLogged() throws Exception {
        start(ecdsa, rsa);
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLoggerName() + ": " + entry.getMessage());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        List<Logger> loggers = List.of(Logger.getLogger("net.schmizz"), Logger.getLogger("com.hierynomus"));
        loggers.forEach(logger -> logger.setLevel(Level.INFO));
        loggers.forEach(logger -> logger.addHandler(handler));
        try {
            Map<String, String> options = server.options(keyFile, SshKeys.fingerprint(rsa.getPublic()));
            peer(options);
            options.put("host-key", SshKeys.fingerprint(otherKey.getPublic()));
            assertThrows(TransferException.PeerChanged.class, () -> peer(options));
            server.close();
            assertThrows(TransferException.Unreachable.class, () -> peer(options));
        } finally {
            loggers.forEach(logger -> logger.removeHandler(handler));
        }
        assertEquals(List.of(), logged);
    }

    @Test
    void theLibraryLeavesTheProvidersOfTheProcessAlone() throws Exception {
        start(ecdsa, rsa);
        peer(server.options(keyFile, SshKeys.fingerprint(rsa.getPublic())));
        assertNull(SecurityUtils.getSecurityProvider(), "Bouncy Castle was made the provider of the SSH library");
    }
}
