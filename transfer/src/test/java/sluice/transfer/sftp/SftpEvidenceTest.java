package sluice.transfer.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sluice.transfer.connector.DestinationOptions;
import sluice.transfer.connector.FileDelivery;
import sluice.transfer.connector.FileSession;
import sluice.transfer.connector.Samples;
import sluice.transfer.connector.SecretSource;
import sluice.transfer.connector.TransferException;
import sluice.transfer.connector.TransferListener;
import sluice.transfer.connector.Upload;
import sluice.transfer.receipt.Evidence;

/** What counts as proof at a server, and what happens when it stores something else. */
class SftpEvidenceTest {
    private static KeyPair user;
    private static KeyPair host;

    @TempDir
    Path base;
    private Path folder;
    private Path keyFile;
    private SftpTestServer server;

    @BeforeAll
    static void keys() throws Exception {
        user = SshKeys.ecdsa();
        host = SshKeys.ecdsa();
    }

    @BeforeEach
    void prepare() throws Exception {
        folder = Files.createDirectory(base.resolve("it's incoming"));
        keyFile = SshKeys.openSsh(base.resolve("key"), user, null);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Evidence deliver(boolean shell, String mode, Upload upload) throws Exception {
        if (server == null) {
            server = new SftpTestServer(folder, shell, user.getPublic(), host);
        }
        Map<String, String> options = server.options(keyFile, SshKeys.fingerprint(host.getPublic()));
        options.put("evidence", mode);
        SftpConnector connector = new SftpConnector();
        try (FileSession session = (FileSession) connector.open(
                DestinationOptions.of(connector, options, SecretSource.none()))) {
            return new FileDelivery(session).deliver(upload, TransferListener.silent());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aServerWithAShellComputesTheDigest() throws Exception {
        Upload upload = Samples.upload(base, "it's $(touch owned); a name", Samples.bytes(1, 100_000));
        assertEquals(new Evidence.RemoteDigest(upload.sha256(), "sha256sum"), deliver(true, "auto", upload));
        assertFalse(Files.exists(Path.of("owned")), "a name was run as a command");
    }

    @Test
    void withoutAShellTheFileIsReadBack() throws Exception {
        Upload upload = Samples.upload(base, "a", Samples.bytes(2, 100_000));
        assertEquals(new Evidence.ReadBack(upload.sha256()), deliver(false, "auto", upload));
        assertEquals(0, server.commands.get());
    }

    @Test
    void onlyWhatIsAskedForIsDone() throws Exception {
        Upload first = Samples.upload(base, "a", Samples.bytes(3, 100_000));
        assertEquals(new Evidence.ReadBack(first.sha256()), deliver(true, "read-back", first));
        Upload second = Samples.upload(base, "b", Samples.bytes(4, 100_000));
        assertEquals(new Evidence.SizeOnly(100_000), deliver(true, "size", second));
        assertEquals(0, server.commands.get());
    }

    @Test
    void aDropBoxConfirmsTheSizeOnly() throws Exception {
        server = new SftpTestServer(folder, false, user.getPublic(), host);
        server.storage.writeOnly = true;
        Upload upload = Samples.upload(base, "a", Samples.bytes(5, 100_000));
        assertEquals(new Evidence.SizeOnly(100_000), deliver(false, "auto", upload));
    }

    @Test
    void whatWasStoredWronglyIsSentAgainOnce() throws Exception {
        server = new SftpTestServer(folder, false, user.getPublic(), host);
        server.storage.damage.set(1);
        Upload upload = Samples.upload(base, "a", Samples.bytes(6, 100_000));
        assertInstanceOf(Evidence.ReadBack.class, deliver(false, "auto", upload));
        server.storage.damage.set(100);
        Upload hopeless = Samples.upload(base, "b", Samples.bytes(7, 100_000));
        assertThrows(TransferException.Damaged.class, () -> deliver(false, "auto", hopeless));
        assertFalse(Files.exists(folder.resolve("b")) || Files.exists(folder.resolve("b.part")), "wrong content stayed");
    }

    @Test
    void serversThatTellOfWantOfSpaceInWordsAreUnderstood() throws Exception {
        server = new SftpTestServer(folder, false, user.getPublic(), host);
        for (String text : new String[] {"write: No space left on device", "Disk quota exceeded"}) {
            var failure = new SFTPException(Response.StatusCode.FAILURE, text);
            assertInstanceOf(TransferException.Full.class, SftpFailures.typed(failure, "writing"));
        }
        var other = SftpFailures.typed(new SFTPException(Response.StatusCode.FAILURE, "of /home/secret"), "writing");
        assertInstanceOf(TransferException.Protocol.class, other);
        assertFalse(other.getMessage().contains("secret"), "a server's text is passed on");
    }
}
