package sluice.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The far end of the demonstration: an SFTP server inside the process, on a free port of the loopback interface. One
 * user with one public key; a session sees the given folder as its root. It runs no commands, so the sender has to read
 * back what it sent.
 */
public final class SftpServer implements AutoCloseable {
    public static final String USER = "sluice";
    private static final String LOOPBACK = "127.0.0.1";
    private final SshServer server;
    private final PublicKey hostKey;

    private SftpServer(SshServer server, PublicKey hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    /**
     * @param root what the session sees as "/"
     * @param client the only key that is let in
     */
    public static SftpServer start(Path root, KeyPair hostKey, PublicKey client) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> USER.equals(user) && KeyUtils.compareKeys(key, client));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        return new SftpServer(server, hostKey.getPublic());
    }

    public String host() {
        return LOOPBACK;
    }

    public int port() {
        return server.getPort();
    }

    /** The fingerprint to pin, as OpenSSH prints it: {@code SHA256:…}. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
